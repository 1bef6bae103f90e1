import Material

/// One request for one URL, with nothing followed and nothing tried again.
struct HopRequest: Sendable {
    var url: WebURL
    /// Field lines to be sent, ours and the caller's.
    var fields: [Exchange.Field]
    /// What is sent with POST; nil for GET.
    var body: [UInt8]?
    var limits: FetchLimits
    /// When everything has to be over.
    var end: ContinuousClock.Instant
    /// Nil for a direct connection.
    var proxy: String?
    /// How much is kept of a body that is no document.
    var failureBytes: Int
    var fieldCount: Int
    var addresses: AddressPolicy
    var certificateFile: String?
    /// Seconds that a connection is watched after the announced end, for bytes that should not come.
    var grace: Double
}

/// What one request came to.
struct HopReply: Sendable {
    var status: Int?
    var fields: [Exchange.Field] = []
    /// The first `Location`, in its bytes.
    var location: [UInt8]?
    /// Content coding undone; cut off for a status that brings no document.
    var body: [UInt8] = []
    var address: String?
    /// DER.
    var leaf: [UInt8]?
    /// Nil where the whole response came.
    var fault: Fault?

    struct Fault: Error, Sendable, Hashable {
        var kind: FetchFailure.Kind
        /// Follows "URL: ".
        var reason: String
        var isTransient: Bool

        /// The total deadline has passed.
        static func late(_ limits: FetchLimits) -> Fault {
            let reason = "did not finish within \(seconds(limits.deadline)) seconds"
            return Fault(kind: .deadline, reason: reason, isTransient: true)
        }

        /// A number of seconds as a reader writes it.
        static func seconds(_ value: Double) -> String {
            value == value.rounded() && abs(value) < 1e9 ? "\(Int(value))" : "\(value)"
        }
    }
}
