import Glibc

/// An IPv4 or IPv6 address in its bytes, whatever way it was written.
package struct IPAddress: Sendable, Hashable, CustomStringConvertible {
    /// 4 or 16, network order.
    package let bytes: [UInt8]

    /// - Parameter bytes: nil comes out for another count than 4 or 16.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Reads the usual notations only (`inet_pton`): four decimal numbers, or RFC 4291, 2.2, without a zone.
    package init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { [UInt8]($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            bytes = withUnsafeBytes(of: &six) { [UInt8]($0) }
        } else {
            return nil
        }
    }

    package var isIPv4: Bool { bytes.count == 4 }

    /// The IPv4 address that an IPv6 address stands for: mapped (RFC 4291, 2.5.5.2), compatible (2.5.5.1), NAT64
    /// (RFC 6052, 2.1) and 6to4 (RFC 3056, 2).
    package var embedded: IPAddress? {
        guard bytes.count == 16 else { return nil }
        let leading = bytes[..<10].allSatisfy { $0 == 0 }
        if leading, bytes[10] == 0xFF, bytes[11] == 0xFF { return IPAddress(bytes: Array(bytes[12...])) }
        // `::` and `::1` are IPv6's own.
        if leading, bytes[10] == 0, bytes[11] == 0, bytes[12] != 0 {
            return IPAddress(bytes: Array(bytes[12...]))
        }
        if bytes.starts(with: [0, 0x64, 0xFF, 0x9B]), bytes[4..<12].allSatisfy({ $0 == 0 }) {
            return IPAddress(bytes: Array(bytes[12...]))
        }
        if bytes.starts(with: [0x20, 0x02]) { return IPAddress(bytes: Array(bytes[2..<6])) }
        return nil
    }

    package var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = isIPv4 ? AF_INET : AF_INET6
        guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "?" }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
