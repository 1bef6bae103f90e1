/// What became of a request.
package enum FetchResult: Sendable, Hashable {
    case document(FetchedDocument)
    /// 304 to a conditional request.
    case notModified(Exchange)
    case failed(FetchFailure)
}

/// A whole answer with status 200.
package struct FetchedDocument: Sendable, Hashable {
    /// The body, content coding undone.
    package var bytes: [UInt8]
    package var exchange: Exchange

    package init(bytes: [UInt8], exchange: Exchange) {
        self.bytes = bytes
        self.exchange = exchange
    }
}

/// Why no document came: a value, for one bad source never stops the others.
package struct FetchFailure: Error, Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Not `http` or `https`, no host, a user name in it, a port that is not allowed.
        case badURL = "bad-url"
        /// The name did not resolve.
        case name
        /// An address that is not public: refused before anything was sent.
        case addressRefused = "address-refused"
        case connect
        case tlsExpired = "tls-expired"
        case tlsSelfSigned = "tls-self-signed"
        case tlsWrongHost = "tls-wrong-host"
        case tls
        case deadline
        case fieldsTooLarge = "fields-too-large"
        case tooLarge = "too-large"
        /// Fewer or more bytes than the response announced.
        case truncated
        case contentCoding = "content-coding"
        /// No HTTP that we understand.
        case malformed
        /// The connection broke.
        case broken
        case redirects
        case redirectRefused = "redirect-refused"
        /// A status that brings no document, 4xx, 5xx, 203, 204, 206 or a 304 that nobody asked for.
        case status
        /// 429 or 503 whose `Retry-After` lies beyond what we wait.
        case deferred
        /// robots.txt (RFC 9309) does not let us.
        case robots
        case cancelled
    }

    package var kind: Kind
    /// A sentence that names what and where.
    package var message: String
    /// Whether trying again soon may help.
    package var isTransient: Bool
    /// Not before this many seconds, where the server said so (RFC 9110, 10.2.3).
    package var retryAfter: Int64?
    package var exchange: Exchange
    /// What came all the same, such as a challenge page; empty when nothing did. Cut at the limits.
    package var bytes: [UInt8]

    package init(
        kind: Kind, message: String, isTransient: Bool, retryAfter: Int64? = nil,
        exchange: Exchange = Exchange(hops: []), bytes: [UInt8] = []
    ) {
        self.kind = kind
        self.message = message
        self.isTransient = isTransient
        self.retryAfter = retryAfter
        self.exchange = exchange
        self.bytes = bytes
    }
}

/// The port through which documents are fetched. Never throws; a cancelled task gives `cancelled` within a second.
package protocol Fetching: Sendable {
    func fetch(_ request: FetchRequest) async -> FetchResult
    /// Before a second round: what failed is asked anew, and not answered from memory.
    func forgetFailures() async
}

extension Fetching {
    package func forgetFailures() async {}
}
