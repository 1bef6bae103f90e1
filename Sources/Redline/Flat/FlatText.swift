import Statute

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One text as the engine sees it: bytes, lines and article-level provisions, in flat rows.
///
/// Nothing is copied and nothing decoded until a provision turns out to have changed.
struct FlatText {
    /// One line of a provision: label and words as places in ``bytes``.
    struct Line: BitwiseCopyable {
        var start: Int32
        /// Equal to ``start`` where there is no label.
        var labelEnd: Int32
        var wordsStart: Int32
        var end: Int32
    }

    /// One article-level provision.
    struct Unit: BitwiseCopyable {
        var firstLine: Int32
        var endLine: Int32
        /// The bytes from the words of the first line to the end of the last one.
        var bodyStart: Int32
        var bodyEnd: Int32
        /// Of the bytes of the body and of the family.
        var hash: UInt64
        var family: Redline.Unit.Family
    }

    let bytes: UnsafeBufferPointer<UInt8>
    fileprivate(set) var lines: Stack<Line>
    fileprivate(set) var units: Stack<Unit>

    /// All words, in bytes.
    fileprivate(set) var size = 0

    func hasEqualBody(_ unit: Unit, _ other: FlatText, _ its: Unit) -> Bool {
        let length = unit.bodyEnd &- unit.bodyStart
        guard unit.hash == its.hash, unit.family == its.family, length == its.bodyEnd &- its.bodyStart,
            let mine = bytes.baseAddress, let theirs = other.bytes.baseAddress
        else { return false }
        return Self.equal(mine + Int(unit.bodyStart), theirs + Int(its.bodyStart), Int(length))
    }

    private static func equal(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        memcmp(a, b, count) == 0
    }
}

extension FlatText {
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ arena: Arena) {
        self.bytes = bytes
        lines = Stack(arena, capacity: bytes.count / 64)
        units = Stack(arena, capacity: bytes.count / 256)
    }

    @inline(__always) mutating func add(_ line: Line) { lines.append(line) }

    /// Closes a provision whose lines are those from `firstLine` on.
    mutating func close(_ family: Redline.Unit.Family, firstLine: Int) {
        var unit = Unit(
            firstLine: Int32(truncatingIfNeeded: firstLine), endLine: Int32(truncatingIfNeeded: lines.count),
            bodyStart: 0, bodyEnd: 0,
            // Spread, because keys differ in more than their last bit.
            hash: (UInt64(family.rawValue) + 1) &* 0x9E37_79B9_7F4A_7C15, family: family)
        if firstLine < lines.count, let base = bytes.baseAddress {
            unit.bodyStart = lines[firstLine].start
            unit.bodyEnd = lines[lines.count - 1].end
            let length = Int(unit.bodyEnd &- unit.bodyStart)
            unit.hash = BodyHash.hash(base + Int(unit.bodyStart), length, seed: UInt64(family.rawValue))
            size += length
        }
        units.append(unit)
    }
}
