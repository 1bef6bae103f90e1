/// Memory for the rows of one comparison: taken in large pieces, given back all at once.
///
/// A class, so that what it holds lives exactly as long as somebody compares; rows point into it and must not outlive
/// it.
final class Arena {
    private var pieces: [UnsafeMutableRawPointer] = []
    private var next: UnsafeMutableRawPointer?
    private var left = 0
    /// Of the last piece.
    private var size = 0
    private var usual: Int
    /// What another arena has lent: used first, and given back with that one.
    private let lent: Row<UInt64>?

    /// - Parameter bytes: about how much will be needed; more is taken as it goes.
    init(bytes: Int) {
        usual = max(bytes, 1 << 12)
        lent = nil
    }

    /// - Parameters:
    ///   - lender: outlives this arena. One large piece for both is taken from the system once, and not page by page each time.
    ///   - bytes: about how much will be needed between two resets.
    init(in lender: Arena, bytes: Int) {
        usual = max(bytes, 1 << 12)
        let row: Row<UInt64> = lender.uninitialized(usual / MemoryLayout<UInt64>.stride)
        lent = row
        next = UnsafeMutableRawPointer(row.start)
        left = row.count * MemoryLayout<UInt64>.stride
    }

    deinit { for piece in pieces { piece.deallocate() } }

    /// A row of `count` elements without values.
    func uninitialized<Element: BitwiseCopyable>(_ count: Int, of _: Element.Type = Element.self) -> Row<
        Element
    > {
        let size = (max(count, 1) * MemoryLayout<Element>.stride + 15) & ~15
        if size > left { takePiece(atLeast: size) }
        guard let start = next else {
            return Row(start: UnsafeMutablePointer.allocate(capacity: 0), count: 0)
        }
        next = start + size
        left -= size
        return Row(start: start.bindMemory(to: Element.self, capacity: count), count: count)
    }

    /// A row of equal elements.
    func row<Element: BitwiseCopyable>(_ value: Element, _ count: Int) -> Row<Element> {
        let row = uninitialized(count, of: Element.self)
        row.start.initialize(repeating: value, count: count)
        return row
    }

    /// Takes everything back: its rows must no longer be looked at. What is used next is memory that is still at hand.
    func reset() {
        if let lent {
            for piece in pieces { piece.deallocate() }
            pieces = []
            next = UnsafeMutableRawPointer(lent.start)
            left = lent.count * MemoryLayout<UInt64>.stride
            return
        }
        if pieces.count > 1 {
            // Of several pieces the last is the largest.
            for piece in pieces.dropLast() { piece.deallocate() }
            pieces.removeFirst(pieces.count - 1)
        }
        next = pieces.last
        left = pieces.isEmpty ? 0 : size
    }

    private func takePiece(atLeast wanted: Int) {
        let bytes = max(wanted, usual)
        let piece = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 16)
        pieces.append(piece)
        next = piece
        left = bytes
        size = bytes
        usual = min(usual * 2, 1 << 24)
    }
}

/// A fixed number of plain values in an ``Arena``.
///
/// Bounds are checked where assertions are, which is in every test run, and nowhere else.
struct Row<Element: BitwiseCopyable> {
    let start: UnsafeMutablePointer<Element>
    let count: Int

    subscript(index: Int) -> Element {
        @inline(__always) get {
            assert(index >= 0 && index < count, "outside of a row")
            return start[index]
        }
        @inline(__always) nonmutating set {
            assert(index >= 0 && index < count, "outside of a row")
            start[index] = newValue
        }
    }

    subscript(range: Range<Int>) -> Row {
        assert(range.lowerBound >= 0 && range.upperBound <= count, "outside of a row")
        return Row(start: start + range.lowerBound, count: range.count)
    }

    var buffer: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: count) }
}

/// A row that grows.
struct Stack<Element: BitwiseCopyable> {
    /// The rows of a comparison never outlive its arena, so nobody need count.
    private unowned(unsafe) let arena: Arena
    private(set) var row: Row<Element>
    private(set) var count = 0

    init(_ arena: Arena, capacity: Int) {
        self.arena = arena
        row = arena.uninitialized(max(capacity, 8))
    }

    subscript(index: Int) -> Element {
        @inline(__always) get {
            assert(index < count, "outside of a stack")
            return row[index]
        }
        @inline(__always) nonmutating set {
            assert(index < count, "outside of a stack")
            row[index] = newValue
        }
    }

    subscript(range: Range<Int>) -> Row<Element> { row[range] }

    @inline(__always) mutating func append(_ element: Element) {
        if count == row.count { grow() }
        row[count] = element
        count &+= 1
    }

    /// Makes room for so many more.
    @inline(__always) mutating func reserve(_ more: Int) {
        while row.count &- count < more { grow() }
    }

    /// Counts in what was written into ``row`` behind the last element.
    mutating func take(to count: Int) {
        assert(count >= self.count && count <= row.count, "outside of a stack")
        self.count = count
    }

    mutating func removeLast(to count: Int) { self.count = min(count, self.count) }

    private mutating func grow() {
        let larger: Row<Element> = arena.uninitialized(2 * row.count)
        larger.start.update(from: row.start, count: count)
        row = larger
    }
}
