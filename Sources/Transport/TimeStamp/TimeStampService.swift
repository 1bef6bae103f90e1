package import Material

/// A time stamping authority that is reached over HTTP (RFC 3161, 3.4). Knows nothing of what is in queries and replies.
package struct TimeStampService: Sendable {
    package let url: String
    private let fetcher: HTTPFetcher
    private let limits: FetchLimits

    private static let query = "application/timestamp-query"
    private static let reply = "application/timestamp-reply"

    /// - Parameter limits: replies are a few thousand bytes; one that is larger than 64 KB is none.
    package init(
        _ fetcher: HTTPFetcher, url: String,
        limits: FetchLimits = FetchLimits(deadline: 30, bodyBytes: 64 << 10, redirects: 0, attempts: 2)
    ) {
        self.fetcher = fetcher
        self.url = url
        self.limits = limits
    }

    /// The reply's bytes as they came, not checked. A redirect is a failure: whom we ask, the operator has named.
    package func answer(to query: [UInt8]) async throws(FetchFailure) -> [UInt8] {
        let request = FetchRequest(
            url: url,
            fields: [Exchange.Field("Content-Type", Self.query), Exchange.Field("Accept", Self.reply)],
            limits: limits)
        switch await fetcher.send(query, with: request) {
        case .failed(let failure): throw failure
        case .notModified(let exchange): throw refused("answered 304", exchange)
        case .document(let document):
            let kind = document.exchange.field("Content-Type") ?? ""
            guard kind.prefix(while: { $0 != ";" }).filter({ $0 != " " }).lowercased() == Self.reply else {
                throw refused("answered with \(kind.debugDescription), not \(Self.reply)", document.exchange)
            }
            return document.bytes
        }
    }

    private func refused(_ reason: String, _ exchange: Exchange) -> FetchFailure {
        FetchFailure(kind: .malformed, message: "\(url): \(reason)", isTransient: false, exchange: exchange)
    }
}
