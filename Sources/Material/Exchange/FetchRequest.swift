/// What is asked of a server.
package struct FetchRequest: Sendable, Hashable {
    /// Absolute, `http` or `https`.
    package var url: String
    /// Nil for an unconditional request.
    package var validators: Validators?
    /// Fields beside our own, such as `Accept-Datetime` (RFC 7089).
    package var fields: [Exchange.Field]
    package var limits: FetchLimits

    package init(
        url: String, validators: Validators? = nil, fields: [Exchange.Field] = [],
        limits: FetchLimits = FetchLimits()
    ) {
        self.url = url
        self.validators = validators
        self.fields = fields
        self.limits = limits
    }
}

/// How much one document may cost.
package struct FetchLimits: Sendable, Hashable {
    /// Seconds for everything: name, connection, all hops, all attempts and the waits between them, the body.
    package var deadline: Double
    /// Seconds for one connection.
    package var connect: Double
    /// Bytes of the body after any content coding is undone.
    package var bodyBytes: Int
    /// Bytes of all field lines of one response.
    package var fieldBytes: Int
    package var redirects: Int
    /// Requests for one document, the first counted.
    package var attempts: Int

    package init(
        deadline: Double = 60, connect: Double = 15, bodyBytes: Int = 16 << 20, fieldBytes: Int = 64 << 10,
        redirects: Int = 5, attempts: Int = 3
    ) {
        self.deadline = deadline
        self.connect = connect
        self.bodyBytes = bodyBytes
        self.fieldBytes = fieldBytes
        self.redirects = redirects
        self.attempts = attempts
    }
}
