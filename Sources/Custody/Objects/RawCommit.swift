/// What a commit says, read from its bytes as strictly as we write them.
struct RawCommit: Sendable {
    var tree: ObjectName
    /// In order; ours have none or one.
    var parents: [ObjectName]
    /// Unix seconds, of the committer.
    var time: Int64
    /// The armoured signature; nil for none.
    var signature: String?
    /// What the signature is of: the commit without it.
    var payload: [UInt8]

    /// Nil for bytes that are no commit.
    init?(_ bytes: [UInt8]) {
        var tree: ObjectName?
        var parents: [ObjectName] = []
        var time: Int64?
        var armour: [UInt8]?
        var payload: [UInt8] = []
        payload.reserveCapacity(bytes.count)
        var at = 0
        var inSignature = false
        while at < bytes.count, bytes[at] != 0x0a {
            guard let end = bytes[at...].firstIndex(of: 0x0a) else { return nil }
            let line = bytes[at..<end]
            at = end + 1
            if line.first == 0x20 {
                if inSignature {
                    armour?.append(0x0a)
                    armour?.append(contentsOf: line.dropFirst())
                } else {
                    payload.append(contentsOf: line)
                    payload.append(0x0a)
                }
                continue
            }
            inSignature = line.starts(with: "gpgsig ".utf8)
            if inSignature {
                guard armour == nil else { return nil }
                armour = Array(line.dropFirst(7))
                continue
            }
            if line.starts(with: "tree ".utf8) {
                guard tree == nil, let name = ObjectName(hex: line.dropFirst(5)) else { return nil }
                tree = name
            } else if line.starts(with: "parent ".utf8) {
                guard let name = ObjectName(hex: line.dropFirst(7)) else { return nil }
                parents.append(name)
            } else if line.starts(with: "committer ".utf8) {
                guard time == nil, let seconds = Self.time(line) else { return nil }
                time = seconds
            }
            payload.append(contentsOf: line)
            payload.append(0x0a)
        }
        guard at < bytes.count, let tree, let time else { return nil }
        payload.append(contentsOf: bytes[at...])
        self.tree = tree
        self.parents = parents
        self.time = time
        signature = armour.map { String(decoding: $0, as: UTF8.self) + "\n" }
        self.payload = payload
    }

    /// `committer Name <mail> 1790000000 +0000`
    private static func time(_ line: ArraySlice<UInt8>) -> Int64? {
        guard let bracket = line.lastIndex(of: 0x3e), bracket + 2 < line.endIndex else { return nil }
        let words = line[(bracket + 2)...].split(separator: 0x20)
        guard words.count == 2 else { return nil }
        return Int64(String(decoding: words[0], as: UTF8.self))
    }
}
