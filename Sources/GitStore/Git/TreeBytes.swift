/// A tree as git stores it: one entry after another, each its mode, a blank, its name, a zero byte and the 20 bytes of
/// its id, in the order of their names, in which a folder counts as if a slash followed.
struct TreeBytes {
    struct Entry {
        /// All of it.
        var range: Range<Int>
        var name: Range<Int>
        var isFolder: Bool
        var id: ObjectID
    }

    /// An entry that is to stand in a tree.
    struct Addition {
        var name: [UInt8]
        var isFolder: Bool
        var id: ObjectID
    }

    private static let id = 20
    private static let folder = Array("40000".utf8)
    private static let file = Array("100644".utf8)

    let bytes: [UInt8]

    /// Shows every entry, in order.
    ///
    /// - Returns: false when the bytes are no tree.
    func walk(_ show: (Entry, UnsafeRawBufferPointer) -> Void) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count {
                guard let blank = Self.first(0x20, in: bytes, from: start),
                    let zero = Self.first(0, in: bytes, from: blank + 1), bytes.count - zero > Self.id
                else { return false }
                let end = zero + 1 + Self.id
                show(
                    Entry(
                        range: start..<end, name: blank + 1..<zero,
                        isFolder: bytes[start..<blank].elementsEqual(Self.folder),
                        id: ObjectID(raw: UnsafeRawBufferPointer(rebasing: bytes[zero + 1..<end]))), bytes)
                start = end
            }
            return true
        }
    }

    /// The tree without some entries and with others.
    ///
    /// - Parameters:
    ///   - removed: Where entries begin that go, ascending.
    ///   - additions: In any order; none has the name of an entry that stays.
    func replacing(_ removed: [Int], with additions: [Addition]) -> [UInt8] {
        let additions = additions.sorted { one, other in
            one.name.withUnsafeBytes { first in
                other.name.withUnsafeBytes { Self.isBefore(first, one.isFolder, $0, other.isFolder) }
            }
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + additions.reduce(0) { $0 + $1.name.count + 32 })
        var (kept, next, gone) = (0, 0, 0)
        _ = walk { entry, bytes in
            while next < additions.count {
                let isBefore = additions[next].name.withUnsafeBytes { name in
                    Self.isBefore(
                        name, additions[next].isFolder, UnsafeRawBufferPointer(rebasing: bytes[entry.name]),
                        entry.isFolder)
                }
                guard isBefore else { break }
                result += bytes[kept..<entry.range.lowerBound]
                kept = entry.range.lowerBound
                Self.append(additions[next], to: &result)
                next += 1
            }
            if gone < removed.count, removed[gone] == entry.range.lowerBound {
                result += bytes[kept..<entry.range.lowerBound]
                kept = entry.range.upperBound
                gone += 1
            }
        }
        result += bytes[kept...]
        for addition in additions[next...] { Self.append(addition, to: &result) }
        return result
    }

    private static func append(_ addition: Addition, to bytes: inout [UInt8]) {
        bytes += addition.isFolder ? folder : file
        bytes.append(0x20)
        bytes += addition.name
        bytes.append(0)
        addition.id.append(to: &bytes)
    }

    private static func first(_ byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var place = start
        while place < bytes.count {
            if bytes[place] == byte { return place }
            place += 1
        }
        return nil
    }

    /// git's order: by bytes, a folder's name with a slash at its end.
    private static func isBefore(
        _ one: UnsafeRawBufferPointer, _ oneIsFolder: Bool, _ other: UnsafeRawBufferPointer,
        _ otherIsFolder: Bool
    ) -> Bool {
        let shared = min(one.count, other.count)
        for i in 0..<shared where one[i] != other[i] { return one[i] < other[i] }
        func next(_ name: UnsafeRawBufferPointer, _ isFolder: Bool) -> UInt8 {
            name.count > shared ? name[shared] : isFolder ? 0x2f : 0
        }
        return next(one, oneIsFolder) < next(other, otherIsFolder)
    }
}
