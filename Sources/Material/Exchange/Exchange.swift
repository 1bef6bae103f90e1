/// Everything that passed between us and a server for one document: the chain of requests, oldest first
/// (RFC 9110). Kept with the bytes as evidence.
package struct Exchange: Sendable, Hashable, Codable {
    /// One field line of a response, as received.
    package struct Field: Sendable, Hashable, Codable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// One request and its response.
    package struct Hop: Sendable, Hashable, Codable {
        /// Absolute.
        package var url: String
        /// Nil when no response came.
        package var status: Int?
        /// In the order received, names as received; bounded by ``FetchLimits``.
        package var fields: [Field]
        /// The address that was connected to; nil before a connection and behind a proxy.
        package var address: String?
        package var started: Instant
        package var finished: Instant
        /// SHA-256 of the server's certificate (DER), hexadecimal; nil without TLS.
        package var leafSHA256: String?

        package init(
            url: String, status: Int? = nil, fields: [Field] = [], address: String? = nil, started: Instant,
            finished: Instant, leafSHA256: String? = nil
        ) {
            self.url = url
            self.status = status
            self.fields = fields
            self.address = address
            self.started = started
            self.finished = finished
            self.leafSHA256 = leafSHA256
        }
    }

    package var hops: [Hop]
    /// How often the request was made before this answer came, at least 1.
    package var attempts: Int

    package init(hops: [Hop], attempts: Int = 1) {
        self.hops = hops
        self.attempts = attempts
    }

    package var finalURL: String? { hops.last?.url }
    package var status: Int? { hops.last?.status }

    /// The value of the last field line of a name in the last response; names are compared without case
    /// (RFC 9110, 5.1).
    package func field(_ name: String) -> String? {
        hops.last?.fields.last { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// What the last response says of itself for the next conditional request.
    package var validators: Validators {
        Validators(etag: field("ETag"), lastModified: field("Last-Modified"))
    }
}

/// What makes a request conditional (RFC 9110, 8.8 and 13.1).
package struct Validators: Sendable, Hashable, Codable {
    package var etag: String?
    package var lastModified: String?

    package init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }

    package var isEmpty: Bool { etag == nil && lastModified == nil }
}
