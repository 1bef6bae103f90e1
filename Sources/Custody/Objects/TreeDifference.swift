/// A file that two trees do not have alike.
struct FileChange: Sendable {
    /// From the root.
    var path: [UInt8]
    /// What it is after; nil when it is gone.
    var name: ObjectName?
    /// Octal digits, as the tree has them; of the side that has it.
    var mode: [UInt8]
}

/// Compares trees by their bytes: what is equal is passed over without being taken apart.
struct TreeDifference {
    /// A name in a tree.
    struct Entry {
        var mode: Range<Int>
        var title: Range<Int>
        /// Where the 20 bytes of the object's name begin.
        var object: Int
        var end: Int
    }

    let source: any ObjectSource
    /// Called for each object that the newer tree names and the older does not, with what it should be.
    var meets: (ObjectName, ObjectKind) throws -> Void = { _, _ in }

    /// Files that differ, sorted by path as git sorts names.
    ///
    /// - Parameter old: nil for nothing at all.
    /// - Throws: ``ObjectFault`` for a tree that is not there or is none.
    func changes(from old: ObjectName?, to new: ObjectName?) throws -> [FileChange] {
        var found: [FileChange] = []
        if let new, new != old { try meets(new, .tree) }
        try compare(old, new, [], &found)
        return found.sorted { $0.path.lexicographicallyPrecedes($1.path) }
    }

    private func compare(
        _ old: ObjectName?, _ new: ObjectName?, _ prefix: [UInt8], _ found: inout [FileChange]
    ) throws {
        guard old != new else { return }
        guard prefix.count < 4_096 else {
            throw ObjectFault.damaged(
                place: "tree \(new ?? old.unsafelyUnwrapped)", reason: "folders without end")
        }
        let before = try tree(old)
        let after = try tree(new)
        let start = try Self.firstDifference(before, after, new)
        var a = try Self.entry(before, start, old)
        var b = try Self.entry(after, start, new)
        while a != nil || b != nil {
            let order = Self.order(a, before, b, after)
            if order == 0, let left = a, let right = b {
                let isSame = before[left.mode.lowerBound..<left.end].elementsEqual(
                    after[right.mode.lowerBound..<right.end])
                if !isSame {
                    try step(left, before, right, after, prefix, &found)
                    if Self.isSame(before, left.end, after, right.end) { return }
                }
                a = try Self.entry(before, left.end, old)
                b = try Self.entry(after, right.end, new)
            } else if order < 0, let left = a {
                try step(left, before, nil, after, prefix, &found)
                a = try Self.entry(before, left.end, old)
            } else if let right = b {
                try step(nil, before, right, after, prefix, &found)
                if let left = a, Self.isSame(before, left.mode.lowerBound, after, right.end) { return }
                b = try Self.entry(after, right.end, new)
            }
        }
    }

    /// What becomes of one name.
    private func step(
        _ left: Entry?, _ before: [UInt8], _ right: Entry?, _ after: [UInt8], _ prefix: [UInt8],
        _ found: inout [FileChange]
    ) throws {
        let leftIsFolder = left.map { Self.isFolder($0, before) } ?? false
        let rightIsFolder = right.map { Self.isFolder($0, after) } ?? false
        let oldName = left.map { Self.object($0, before) }
        let newName = right.map { Self.object($0, after) }
        if let newName { try meets(newName, rightIsFolder ? .tree : .blob) }
        let title = left.map { before[$0.title] } ?? right.map { after[$0.title] } ?? []
        let path = prefix + title
        if leftIsFolder || rightIsFolder {
            try compare(leftIsFolder ? oldName : nil, rightIsFolder ? newName : nil, path + [0x2f], &found)
        }
        if let right, !rightIsFolder {
            found.append(FileChange(path: path, name: newName, mode: Array(after[right.mode])))
        } else if let left, !leftIsFolder {
            found.append(FileChange(path: path, name: nil, mode: Array(before[left.mode])))
        }
    }

    private func tree(_ name: ObjectName?) throws -> [UInt8] {
        guard let name else { return [] }
        let object = try source.object(name)
        guard object.kind == .tree else {
            throw ObjectFault.damaged(
                place: "object \(name)", reason: "it should be a tree and is a \(object.kind.word)")
        }
        return object.bytes
    }

    // MARK: Entries

    /// Where the first entry begins that is not the same in both.
    private static func firstDifference(_ a: [UInt8], _ b: [UInt8], _ name: ObjectName?) throws(ObjectFault)
        -> Int
    {
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        var equal = 0
        let shorter = min(a.count, b.count)
        a.withUnsafeBytes { a in
            b.withUnsafeBytes { b in
                while equal + 8 <= shorter,
                    a.loadUnaligned(fromByteOffset: equal, as: UInt64.self)
                        == b.loadUnaligned(fromByteOffset: equal, as: UInt64.self)
                { equal += 8 }
                while equal < shorter, a[equal] == b[equal] { equal += 1 }
            }
        }
        var at = 0
        while let entry = try entry(b, at, name), entry.end <= equal { at = entry.end }
        return at
    }

    /// Whether the two are equal from a place on.
    private static func isSame(_ a: [UInt8], _ i: Int, _ b: [UInt8], _ j: Int) -> Bool {
        guard a.count - i == b.count - j else { return false }
        return a.withUnsafeBytes { a in
            b.withUnsafeBytes { b in a[i...].elementsEqual(b[j...]) }
        }
    }

    /// The entry that begins at a place; nil at the end.
    static func entry(_ bytes: [UInt8], _ start: Int, _ name: ObjectName?) throws(ObjectFault) -> Entry? {
        guard start < bytes.count else { return nil }
        let found = bytes.withUnsafeBytes { buffer -> Entry? in
            var blank = start
            while blank < buffer.count, buffer[blank] != 0x20 { blank += 1 }
            var end = blank + 1
            while end < buffer.count, buffer[end] != 0 { end += 1 }
            guard end + 20 < buffer.count, blank > start, end > blank + 1 else { return nil }
            return Entry(mode: start..<blank, title: (blank + 1)..<end, object: end + 1, end: end + 21)
        }
        if let found { return found }
        throw ObjectFault.damaged(
            place: name.map { "tree \($0)" } ?? "a tree", reason: "it holds what is no entry")
    }

    static func isFolder(_ entry: Entry, _ bytes: [UInt8]) -> Bool {
        bytes[entry.mode].elementsEqual("40000".utf8)
    }

    static func object(_ entry: Entry, _ bytes: [UInt8]) -> ObjectName {
        bytes.withUnsafeBytes { ObjectName($0.baseAddress.unsafelyUnwrapped + entry.object) }
    }

    /// As git orders names: a folder's as if it ended in a slash. 0: the same title.
    private static func order(_ a: Entry?, _ before: [UInt8], _ b: Entry?, _ after: [UInt8]) -> Int {
        guard let a else { return 1 }
        guard let b else { return -1 }
        let left = before[a.title]
        let right = after[b.title]
        if left.elementsEqual(right) { return 0 }
        let slash: [UInt8] = [0x2f]
        let first = isFolder(a, before) ? left + slash : left
        let second = isFolder(b, after) ? right + slash : right
        return first.lexicographicallyPrecedes(second) ? -1 : 1
    }
}
