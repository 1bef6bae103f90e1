/// Where a mirror comes from, and who may be spoken to on the way there.
package struct MirrorOrigin: Sendable {
    package enum Scheme: String, Sendable, Hashable, CaseIterable {
        case https, http, file
    }

    package let url: String
    /// Nil for the branch that the remote's HEAD names.
    package let branch: String?
    package let scheme: Scheme
    /// `http://host:port` of a proxy for https; nil for none. The environment is not asked, and libgit2 uses none
    /// for plain http.
    package let proxy: String?
    /// Whether a numeric address may be connected to at a port; asked for every connection, also the proxy's.
    let allowsAddress: @Sendable (_ address: String, _ port: Int) -> Bool

    /// - Parameter schemes: `https` always is one; `http` can be changed by everybody on the way, `file` is for
    ///   tests and for mirrors that another program keeps.
    /// - Throws: ``MirrorError`` of kind `badURL`.
    package init(
        url: String, branch: String? = nil, schemes: Set<Scheme> = [.https], proxy: String? = nil,
        allowsAddress: @escaping @Sendable (_ address: String, _ port: Int) -> Bool
    ) throws(MirrorError) {
        let shown = Printable.text(url)
        guard !url.unicodeScalars.contains(where: { Printable.steers($0) || $0 == " " }) else {
            throw MirrorError(.badURL, "\(shown): an address holds no blanks and no control characters")
        }
        let bytes = Array(url.utf8)
        guard let colon = bytes.firstIndex(of: 0x3a), bytes[colon...].starts(with: "://".utf8),
            let scheme = Scheme(rawValue: String(decoding: bytes[..<colon], as: UTF8.self).lowercased()),
            scheme == .https || schemes.contains(scheme)
        else {
            let names = Set(schemes.map(\.rawValue)).union(["https"]).sorted().joined(separator: ", ")
            throw MirrorError(.badURL, "\(shown): the address of a repository begins with \(names)")
        }
        let rest = bytes[(colon + 3)...]
        let host = rest.prefix { $0 != 0x2f }
        guard !host.contains(0x40) else {
            throw MirrorError(.badURL, "\(shown): an address without user name and password is wanted")
        }
        guard scheme == .file ? host.isEmpty && rest.count > 1 : !host.isEmpty && host.first != 0x3a else {
            throw MirrorError(.badURL, "\(shown): names no \(scheme == .file ? "path" : "host")")
        }
        if let branch {
            guard !branch.isEmpty, branch.utf8.count <= 200,
                MirrorName.objection(to: branch, isPath: true) == nil
            else {
                throw MirrorError(.badURL, "\(shown): \(Printable.text(branch)) is no name of a branch")
            }
        }
        self.url = url
        self.branch = branch
        self.scheme = scheme
        self.proxy = proxy
        self.allowsAddress = allowsAddress
    }
}
