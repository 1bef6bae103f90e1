package import Material

/// How one client behaves in all its requests. What one request may cost is in ``FetchLimits``.
package struct HTTPSettings: Sendable {
    /// The value of `User-Agent` (RFC 9110, 10.1.5): product token first, then whom to ask.
    package var userAgent: String
    package var addresses: AddressPolicy
    package var proxies: ProxySettings
    /// PEM file of trusted certificates; nil for those of the system.
    package var certificateFile: String?
    /// Writes the SHA-256 of a certificate (DER) in hexadecimal. Given from outside, for the hash lives in Statute;
    /// nil leaves ``Exchange/Hop/leafSHA256`` empty.
    package var certificateDigest: (@Sendable ([UInt8]) -> String)?
    package var backoff: Backoff
    /// Seconds; a server that asks for more is deferred, even when the deadline would allow it.
    package var longestWait: Int64
    /// Seconds that a connection is watched after the announced end of a body: what still comes then makes the
    /// announcement a lie.
    package var grace: Double
    /// Field lines of one response.
    package var fieldCount: Int
    /// How much of a body that is no document is kept in ``FetchFailure/bytes``.
    package var failureBytes: Int
    /// The wall clock: for evidence, and for dates in `Retry-After`. Deadlines are measured by a clock that no one sets.
    package var now: @Sendable () -> Instant

    package init(
        userAgent: String, addresses: AddressPolicy = AddressPolicy(),
        proxies: ProxySettings = ProxySettings(),
        certificateFile: String? = nil, certificateDigest: (@Sendable ([UInt8]) -> String)? = nil,
        backoff: Backoff = Backoff(), longestWait: Int64 = 3_600, grace: Double = 0.25, fieldCount: Int = 256,
        failureBytes: Int = 512 << 10, now: @escaping @Sendable () -> Instant
    ) {
        self.userAgent = userAgent
        self.addresses = addresses
        self.proxies = proxies
        self.certificateFile = certificateFile
        self.certificateDigest = certificateDigest
        self.backoff = backoff
        self.longestWait = longestWait
        self.grace = grace
        self.fieldCount = fieldCount
        self.failureBytes = failureBytes
        self.now = now
    }

    /// The settings that an environment holds: proxies, and `SSL_CERT_FILE` as OpenSSL's programs read it.
    package mutating func read(environment: [String: String]) {
        proxies = ProxySettings(environment: environment)
        if let file = environment["SSL_CERT_FILE"], !file.isEmpty { certificateFile = file }
    }
}
