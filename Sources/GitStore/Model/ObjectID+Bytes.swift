internal import CLibgit2

extension ObjectID {
    /// From 20 bytes; nil when they are more or fewer.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Int(GIT_OID_RAWSZ) else { return nil }
        var raw = git_oid()
        withUnsafeMutableBytes(of: &raw.id) { $0.copyBytes(from: bytes) }
        self.init(raw)
    }
}
