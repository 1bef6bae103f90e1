import Material

extension AddressPolicy.Verdict {
    /// Nil for what is allowed.
    func fault(_ address: IPAddress?, port: Int) -> HopReply.Fault? {
        let name = address.map { "\($0)" } ?? "an address that is neither IPv4 nor IPv6"
        return switch self {
        case .allowed: nil
        case .refused:
            .init(
                kind: .addressRefused, reason: "\(name) is no public address; see allow-address",
                isTransient: false)
        case .portRefused:
            .init(kind: .badURL, reason: "port \(port) is not allowed, only 80 and 443", isTransient: false)
        }
    }
}
