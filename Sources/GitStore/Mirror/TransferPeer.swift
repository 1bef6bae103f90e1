/// Whom a transfer speaks with.
struct TransferPeer: Sendable {
    /// For messages; holds no password.
    let name: String
    /// `http://host:port` of a proxy for https; nil for none.
    let proxy: String?
    /// Whether a numeric address may be connected to at a port.
    let allowsAddress: @Sendable (_ address: String, _ port: Int) -> Bool
}

extension TransferPeer {
    init(_ origin: MirrorOrigin) {
        self.init(
            name: Printable.text(origin.url), proxy: origin.proxy, allowsAddress: origin.allowsAddress)
    }
}
