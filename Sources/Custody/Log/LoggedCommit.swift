import GitStore

/// One commit as the log tells of it: which files it changed, and what their bytes hash to.
struct LoggedCommit: Sendable {
    struct File: Sendable {
        /// As the tree has it.
        var path: [UInt8]
        /// Nil when the commit takes the file away.
        var fact: FileFact?
    }

    var branch: StoreBranch
    var commit: ObjectName
    var parent: ObjectName?
    /// Unix seconds.
    var time: Int64
    /// By path.
    var files: [File]

    /// What an entry may hold (C2SP tlog-tiles gives its length 16 bits).
    static let longest = 65_535

    /// Its leaves: canonical JSON, keys sorted, no blanks, one line without its end. Mostly one; a commit that changes
    /// more files than fit is written in parts.
    var entries: [[UInt8]] {
        let files = files.map(Self.json)
        let whole = entry(files[...], part: nil)
        if whole.count <= Self.longest { return [whole] }
        let room = Self.longest - entry([], part: (99_999, 99_999)).count
        var parts: [ArraySlice<[UInt8]>] = []
        var start = 0
        var taken = 0
        for (place, file) in files.enumerated() {
            if taken + file.count + 1 > room, place > start {
                parts.append(files[start..<place])
                start = place
                taken = 0
            }
            taken += file.count + 1
        }
        parts.append(files[start...])
        return parts.enumerated().map { entry($0.element, part: ($0.offset + 1, parts.count)) }
    }

    private func entry(_ files: ArraySlice<[UInt8]>, part: (Int, Int)?) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(200 + files.reduce(0) { $0 + $1.count + 1 })
        out += "{\"branch\":\"".utf8
        out += branch.rawValue.utf8
        out += "\",\"commit\":\"".utf8
        out += commit.digits
        out += "\",\"files\":[".utf8
        for (place, file) in files.enumerated() {
            if place > 0 { out.append(0x2c) }
            out += file
        }
        out += "],\"parent\":".utf8
        if let parent {
            out.append(0x22)
            out += parent.digits
            out.append(0x22)
        } else {
            out += "null".utf8
        }
        if let part { out += ",\"part\":[\(part.0),\(part.1)]".utf8 }
        out += ",\"schema\":1,\"time\":\(time)}".utf8
        return out
    }

    private static func json(_ file: File) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(file.path.count + 110)
        if let fact = file.fact {
            out += "{\"bytes\":\(fact.bytes),\"path\":\"".utf8
            escape(file.path, &out)
            out += "\",\"sha256\":\"".utf8
            let alphabet: StaticString = "0123456789abcdef"
            for byte in fact.sha256 {
                out.append(alphabet.utf8Start[Int(byte >> 4)])
                out.append(alphabet.utf8Start[Int(byte & 15)])
            }
            out += "\"}".utf8
        } else {
            out += "{\"path\":\"".utf8
            escape(file.path, &out)
            out += "\",\"removed\":true}".utf8
        }
        return out
    }

    /// Our paths are plain; in a foreign one every other byte becomes an escape.
    private static func escape(_ path: [UInt8], _ out: inout [UInt8]) {
        for byte in path {
            if (0x20...0x7e).contains(byte), byte != 0x22, byte != 0x5c {
                out.append(byte)
            } else {
                let digits = String(byte, radix: 16)
                out += "\\u00".utf8
                if digits.utf8.count < 2 { out.append(0x30) }
                out += digits.utf8
            }
        }
    }
}

/// How an entry begins: enough to find its commit.
struct EntryHead: Sendable, Hashable {
    var branch: StoreBranch
    var commit: ObjectName

    /// Nil for bytes that begin in another way.
    init?(_ entry: some RandomAccessCollection<UInt8>) {
        let opening = Array("{\"branch\":\"".utf8)
        guard entry.starts(with: opening) else { return nil }
        var rest = entry.dropFirst(opening.count)
        let word = rest.prefix { $0 != 0x22 }
        guard word.count < 20, let branch = StoreBranch(rawValue: String(decoding: word, as: UTF8.self))
        else {
            return nil
        }
        rest = rest.dropFirst(word.count)
        let middle = Array("\",\"commit\":\"".utf8)
        guard rest.starts(with: middle),
            let commit = ObjectName(hex: Array(rest.dropFirst(middle.count).prefix(40)))
        else { return nil }
        self.branch = branch
        self.commit = commit
    }
}
