#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One difference of a pair of provisions.
struct FlatChange: BitwiseCopyable {
    enum Cause: UInt8, BitwiseCopyable {
        /// Tokens replaced.
        case words
        /// The same token, or the gap between tokens, written otherwise.
        case form
        /// A reference that points at another number.
        case reference
        /// The label of an item.
        case label
    }

    /// Unicode scalars.
    var before: Int32Range
    var after: Int32Range
    /// Tokens: those replaced, or the two references.
    var hunk: Hunk
    var cause: Cause
}

/// Turns the partners of a pair into changes that are complete: outside them the scalars are equal.
struct EditWriter {
    /// Two references that stand in the same place: token indices.
    struct Place: BitwiseCopyable {
        var old: Int32
        var new: Int32
    }

    private let old: FlatTokens
    private let new: FlatTokens
    private let oldScalars: Row<UInt32>
    private let newScalars: Row<UInt32>
    private let oldReferences: Stack<Reference>
    private let newReferences: Stack<Reference>
    private(set) var changes: Stack<FlatChange>
    private(set) var references: Stack<Place>
    private let firstChange: Int
    private let oldWords: Row<Int32>
    /// The word of all references within the text; -1 where the provision has none.
    private let reference: Int32

    init(
        _ olds: TokenRows, _ unit: Int, _ news: TokenRows, _ other: Int, _ vocabulary: Vocabulary,
        into changes: Stack<FlatChange>, _ references: Stack<Place>
    ) {
        oldWords = olds.words(unit)
        reference = olds.places[unit].refers ? vocabulary.reference : -1
        old = olds.tokens(unit)
        new = news.tokens(other)
        oldScalars = olds.scalars(unit)
        newScalars = news.scalars(other)
        oldReferences = olds.sink.references
        newReferences = news.sink.references
        self.changes = changes
        self.references = references
        firstChange = changes.count
    }

    mutating func write(_ hunks: Stack<Hunk>) {
        var (i, j) = (0, 0)
        var (from, to) = (0, 0)
        for index in 0..<hunks.count {
            let hunk = hunks[index]
            writePairs(i..<hunk.old.lowerBound, j, &from, &to)
            (i, j) = (hunk.old.upperBound, hunk.new.upperBound)
            let oldEnd = i < old.count ? old.start(i) : oldScalars.count
            let newEnd = j < new.count ? new.start(j) : newScalars.count
            append(from..<oldEnd, to..<newEnd, .words, hunk)
            (from, to) = (oldEnd, newEnd)
        }
        writePairs(i..<(i &+ min(old.count &- i, new.count &- j)), j, &from, &to)
        append(from..<oldScalars.count, to..<newScalars.count, .form, Hunk(old: 0..<0, new: 0..<0))
    }

    /// Matched pairs one behind the other. Where their scalars are the same, gaps included, nothing has to be looked at but
    /// the places of references.
    private mutating func writePairs(_ range: Range<Int>, _ first: Int, _ from: inout Int, _ to: inout Int) {
        if range.isEmpty { return }
        let offset = first &- range.lowerBound
        let (end, other) = (
            old.end(range.upperBound &- 1), new.end(range.upperBound &- 1 &+ offset)
        )
        guard areEqual(from..<end, to..<other) else {
            if range.count > 16 {
                let middle = range.lowerBound &+ range.count / 2
                writePairs(range.lowerBound..<middle, first, &from, &to)
                writePairs(middle..<range.upperBound, middle &+ offset, &from, &to)
            } else {
                for i in range { writePair(i, i &+ offset, &from, &to) }
            }
            return
        }
        let words = oldWords
        for i in reference < 0 ? 0..<0 : range where words[i] == reference {
            references.append(
                Place(old: Int32(truncatingIfNeeded: i), new: Int32(truncatingIfNeeded: i &+ offset)))
        }
        (from, to) = (end, other)
    }

    /// A matched pair: the gap before it, then the tokens themselves.
    @inline(__always)
    private mutating func writePair(_ i: Int, _ j: Int, _ from: inout Int, _ to: inout Int) {
        let (start, other) = (old.start(i), new.start(j))
        if old.isPlain(i), new.isPlain(j), start == from, other == to, oldScalars[start] == newScalars[other]
        {
            (from, to) = (start &+ 1, other &+ 1)
            return
        }
        let (a, b) = (old[i], new[j])
        let place = Hunk(old: i..<(i + 1), new: j..<(j + 1))
        append(from..<start, to..<other, .form, place)
        switch a.kind {
        case .reference:
            references.append(Place(old: Int32(truncatingIfNeeded: i), new: Int32(truncatingIfNeeded: j)))
            let same = oldReferences[Int(a.payload)] == newReferences[Int(b.payload)]
            append(a.range, b.range, same ? .form : .reference, place, whole: !same)
        case .label: append(a.range, b.range, .label, place, whole: true)
        default: append(a.range, b.range, .form, place, whole: a.kind == .number)
        }
        (from, to) = (Int(a.end), Int(b.end))
    }

    /// Notes a difference where there is one; common ends are cut off, of words only as far as they are blank.
    private mutating func append(
        _ before: Range<Int>, _ after: Range<Int>, _ cause: FlatChange.Cause, _ hunk: Hunk,
        whole: Bool = false
    ) {
        let (x, y) = (oldScalars, newScalars)
        var (a0, a1, b0, b1) = (before.lowerBound, before.upperBound, after.lowerBound, after.upperBound)
        if areEqual(before, after) { return }
        while a0 < a1, b0 < b1, x[a0] == y[b0], mayCut(x[a0], cause, whole) {
            a0 &+= 1
            b0 &+= 1
        }
        while a0 < a1, b0 < b1, x[a1 &- 1] == y[b1 &- 1], mayCut(x[a1 &- 1], cause, whole) {
            a1 &-= 1
            b1 &-= 1
        }
        if a0 == a1, b0 == b1 { return }
        if cause == .form, changes.count > firstChange {
            var last = changes[changes.count - 1]
            if last.cause == .form, Int(last.before.upper) == a0, Int(last.after.upper) == b0 {
                last.before = Int32Range(Int(last.before.lower), a1)
                last.after = Int32Range(Int(last.after.lower), b1)
                changes[changes.count - 1] = last
                return
            }
        }
        changes.append(
            FlatChange(before: Int32Range(a0, a1), after: Int32Range(b0, b1), hunk: hunk, cause: cause))
    }

    private func areEqual(_ before: Range<Int>, _ after: Range<Int>) -> Bool {
        guard before.count == after.count else { return false }
        return memcmp(
            oldScalars.start + before.lowerBound, newScalars.start + after.lowerBound,
            before.count &* MemoryLayout<UInt32>.stride) == 0
    }

    private func mayCut(_ scalar: UInt32, _ cause: FlatChange.Cause, _ whole: Bool) -> Bool {
        if whole { return false }
        if cause != .words { return true }
        let folded = Fold.standard(scalar)
        return folded == Fold.blank || folded == Fold.ignored
    }
}
