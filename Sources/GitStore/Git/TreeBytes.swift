internal import Glibc

/// A tree as git stores it: one entry after another, each its mode, a blank, its name, a zero byte and the 20 bytes of
/// its id, in the order of their names, in which a folder counts as if a slash followed.
struct TreeBytes {
    /// An entry that is to stand in a tree.
    struct Addition {
        var name: [UInt8]
        var isFolder: Bool
        var id: ObjectID
    }

    private static let id = 20
    /// The first digit of `40000`; a file's mode has six digits and begins otherwise.
    private static let four: UInt8 = 0x34

    private let bytes: [UInt8]
    /// Where each entry begins, and the end.
    private let starts: [Int]

    /// The tree without entries.
    init() {
        bytes = []
        starts = [0]
    }

    /// Nil when the bytes are no tree.
    init?(_ bytes: [UInt8]) {
        var starts: [Int] = []
        starts.reserveCapacity(bytes.count / 30 + 1)
        let isWhole = bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return true }
            var start = 0
            while start < bytes.count {
                starts.append(start)
                guard bytes.count - start >= Self.id + 8, let mode = Self.mode(bytes, start),
                    let zero = memchr(base + start + mode, 0, bytes.count - start - mode)
                else { return false }
                start = UnsafeRawPointer(zero) - base + 1 + Self.id
            }
            starts.append(start)
            return start == bytes.count
        }
        guard isWhole else { return nil }
        self.bytes = bytes
        self.starts = starts.isEmpty ? [0] : starts
    }

    private var count: Int { starts.count - 1 }

    /// The number of the entry of a name; nil when there is none.
    func number(of name: [UInt8]) -> Int? {
        for isFolder in [true, false] {
            let place = place(of: name, isFolder: isFolder)
            if place < count, self.isFolder(place) == isFolder, order(name, isFolder, place) == 0 {
                return place
            }
        }
        return nil
    }

    func isFolder(_ number: Int) -> Bool { bytes[starts[number]] == Self.four }

    func id(_ number: Int) -> ObjectID {
        bytes.withUnsafeBytes {
            ObjectID(raw: UnsafeRawBufferPointer(rebasing: $0[(starts[number + 1] - Self.id)...]))
        }
    }

    /// The bytes of the tree without some entries and with others.
    ///
    /// - Parameters:
    ///   - removed: Numbers of entries that go.
    ///   - additions: In any order; none has the name of an entry that stays.
    func replacing(_ removed: [Int], with additions: [Addition]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + additions.reduce(0) { $0 + $1.name.count + 32 })
        var next = 0
        var gone = removed.sorted()[...]
        func keep(to place: Int) {
            while let number = gone.first, number < place {
                result += bytes[starts[next]..<starts[number]]
                next = number + 1
                gone.removeFirst()
            }
            guard place > next else { return }
            result += bytes[starts[next]..<starts[place]]
            next = place
        }
        for addition in additions.sorted(by: Self.isBefore) {
            keep(to: place(of: addition.name, isFolder: addition.isFolder))
            result += addition.isFolder ? "40000 ".utf8 : "100644 ".utf8
            result += addition.name
            result.append(0)
            addition.id.append(to: &result)
        }
        keep(to: count)
        return result
    }

    // MARK: Order

    /// The number of the first entry that does not stand before a name.
    private func place(of name: [UInt8], isFolder: Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if order(name, isFolder, middle) > 0 { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func order(_ name: [UInt8], _ isFolder: Bool, _ number: Int) -> Int32 {
        bytes.withUnsafeBytes { bytes in
            let start = starts[number]
            let first = start + (Self.mode(bytes, start) ?? 0)
            let other = UnsafeRawBufferPointer(rebasing: bytes[first..<(starts[number + 1] - Self.id - 1)])
            return name.withUnsafeBytes { Self.order($0, isFolder, other, self.isFolder(number)) }
        }
    }

    private static func isBefore(_ one: Addition, _ other: Addition) -> Bool {
        one.name.withUnsafeBytes { first in
            other.name.withUnsafeBytes { order(first, one.isFolder, $0, other.isFolder) < 0 }
        }
    }

    /// git's order: by bytes, a folder's name with a slash at its end. Negative, zero or positive as in memcmp.
    private static func order(
        _ one: UnsafeRawBufferPointer, _ oneIsFolder: Bool, _ other: UnsafeRawBufferPointer,
        _ otherIsFolder: Bool
    ) -> Int32 {
        let shared = min(one.count, other.count)
        if shared > 0, let first = one.baseAddress, let second = other.baseAddress {
            let order = memcmp(first, second, shared)
            if order != 0 { return order }
        }
        func next(_ name: UnsafeRawBufferPointer, _ isFolder: Bool) -> Int32 {
            name.count > shared ? Int32(name[shared]) : isFolder ? 0x2f : 0
        }
        return next(one, oneIsFolder) - next(other, otherIsFolder)
    }

    /// How many bytes the mode of an entry takes, with its blank; nil when it is none.
    private static func mode(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int? {
        if bytes[start + 5] == 0x20 { return 6 }
        return bytes[start + 6] == 0x20 ? 7 : nil
    }
}
