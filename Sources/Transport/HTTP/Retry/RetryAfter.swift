import Material

/// The value of a `Retry-After` field (RFC 9110, 10.2.3).
enum RetryAfter {
    /// What absurd numbers are cut at: a hundred years.
    static let longest: Int64 = 100 * 366 * 86_400

    /// Seconds from now, at least 0; nil for what is neither digits nor a date, a negative number among it.
    static func seconds(_ value: String, now: Instant) -> Int64? {
        let text = value.utf8.drop { $0 == 0x20 || $0 == 0x09 }
        let digits = text.prefix { (0x30...0x39).contains($0) }
        if !digits.isEmpty, text.dropFirst(digits.count).allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
            return digits.reduce(Int64(0)) { min(longest, $0 * 10 + Int64($1 - 0x30)) }
        }
        return HTTPDate.instant(value).map { min(longest, max(0, $0.seconds(since: now))) }
    }
}
