/// Which addresses may be connected to: public ones on ports 80 and 443, and those that were allowed by name.
///
/// Asked for the address that a socket is about to be connected to, so that neither the way a host is written nor a
/// name server that answers differently the second time gets around it.
package struct AddressPolicy: Sendable, Hashable {
    package enum Verdict: Sendable, Hashable {
        case allowed
        /// Not public, and not allowed by name.
        case refused
        /// Public, but neither 80 nor 443.
        case portRefused
    }

    /// May be connected to although not public, on any port.
    package let allowed: [AddressRange]

    package init(allowed: [AddressRange] = []) { self.allowed = allowed }

    package func verdict(_ address: IPAddress, port: Int) -> Verdict {
        let forms = [address] + (address.embedded.map { [$0] } ?? [])
        if forms.contains(where: { form in allowed.contains { $0.contains(form) } }) { return .allowed }
        guard forms.allSatisfy(Self.isPublic) else { return .refused }
        return port == 80 || port == 443 ? .allowed : .portRefused
    }

    /// Whether an address can be reached from the whole internet (the special-purpose registries of RFC 6890).
    private static func isPublic(_ address: IPAddress) -> Bool {
        if address.isIPv4 { return !special4.contains { $0.contains(address) } }
        // The wrapping of an embedded address is as public as what it wraps, which is asked for itself.
        if address.embedded != nil { return true }
        return unicast6.contains { $0.contains(address) } && !special6.contains { $0.contains(address) }
    }

    private static let special4 = [
        "0.0.0.0/8",  // this network (RFC 791)
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",  // private (RFC 1918)
        "100.64.0.0/10",  // carrier-grade NAT (RFC 6598)
        "127.0.0.0/8",  // loopback (RFC 1122)
        "169.254.0.0/16",  // link-local (RFC 3927); clouds serve their secrets here
        "192.0.0.0/24",  // protocol assignments (RFC 6890)
        "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24",  // documentation (RFC 5737)
        "192.88.99.0/24",  // former 6to4 relays (RFC 7526)
        "198.18.0.0/15",  // benchmarks (RFC 2544)
        "224.0.0.0/4",  // multicast (RFC 5771)
        "240.0.0.0/4",  // reserved, and broadcast (RFC 1112, RFC 919)
    ].compactMap { AddressRange($0) }

    /// All that is given out for unicast so far (RFC 4291, 2.4): loopback, link-local, unique local and multicast
    /// addresses lie outside.
    private static let unicast6 = [AddressRange("2000::/3")].compactMap { $0 }

    private static let special6 = [
        "2001::/23",  // protocol assignments, Teredo among them (RFC 2928, RFC 4380)
        "2001:db8::/32", "3fff::/20",  // documentation (RFC 3849, RFC 9637)
        "2620:4f:8000::/48",  // AS112 (RFC 7534)
    ].compactMap { AddressRange($0) }
}
