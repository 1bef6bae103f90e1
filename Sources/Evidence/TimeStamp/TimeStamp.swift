/// What a time stamping authority has attested (RFC 3161, 2.4.2): that something with this digest was there at a time.
package struct TimeStamp: Hashable, Sendable {
    /// Seconds since 1970, UTC; fractions are left out.
    package let time: Int64
    /// How far the time may be off, in microseconds, where the authority says.
    package let accuracy: Int64?
    /// The number that the authority gave it, in hexadecimal digits.
    package let serial: String
    /// The authority's policy as a dotted object identifier.
    package let policy: String
    /// The subject of the certificate that signed, as `/C=…/O=…/CN=…`.
    package let authority: String
}
