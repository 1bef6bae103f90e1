/// The difference between two byte strings in git's form: sizes of both, then stretches to copy from the base and bytes
/// to insert (gitformat-pack, "Deltified representation").
///
/// What both begin and end with is copied first: most of our texts and nearly all of our trees differ in one place. In
/// between, blocks of 16 bytes of the base are looked up at every place of the target, so that every common stretch of
/// 31 bytes is found, wherever it stands.
enum Delta {
    /// Nothing larger than this is compared: git itself compares nothing above 512 MiB, and offsets end at 4 GiB.
    static let largest = 512 << 20

    private static let block = DeltaIndex.block

    /// What makes the target out of the base; nil when that takes more than `limit` bytes.
    static func encoded(
        _ target: UnsafeRawBufferPointer, against base: UnsafeRawBufferPointer, limit: Int
    ) -> [UInt8]? {
        guard base.count <= largest, target.count <= largest, !base.isEmpty else { return nil }
        var writer = DeltaWriter(target: target, baseCount: base.count, limit: limit)
        let shorter = min(base.count, target.count)
        var head = common(target, 0, base, 0, upTo: shorter)
        if head < block { head = 0 }
        var tail = commonEnd(target, target.count, base, base.count, upTo: shorter - head)
        if tail < block { tail = 0 }
        if head > 0 { writer.copy(from: 0, count: head) }
        let (first, end) = (head, target.count - tail)
        let middle = head..<(base.count - tail)
        if end - first >= block, middle.count >= block {
            let index = DeltaIndex(base, middle)
            guard search(target, first..<end, base, index, &writer) else { return nil }
        }
        writer.advance(to: end)
        if tail > 0 { writer.copy(from: base.count - tail, count: tail) }
        return writer.finished()
    }

    /// - Returns: false when it has become too long.
    private static func search(
        _ target: UnsafeRawBufferPointer, _ range: Range<Int>, _ base: UnsafeRawBufferPointer,
        _ index: DeltaIndex,
        _ writer: inout DeltaWriter
    ) -> Bool {
        var place = range.lowerBound
        var hash = DeltaIndex.hash(target, place)
        while place + block <= range.upperBound {
            var best = (from: 0, count: 0)
            index.visit(hash) { start in
                let count = common(
                    target, place, base, start, upTo: min(range.upperBound - place, base.count - start))
                if count > best.count { best = (start, count) }
            }
            guard best.count >= block else {
                if place + block < range.upperBound { DeltaIndex.roll(&hash, target, place) }
                place += 1
                continue
            }
            // What was to be inserted may be part of it.
            let back = commonEnd(target, place, base, best.from, upTo: min(place - writer.done, best.from))
            writer.advance(to: place - back)
            writer.copy(from: best.from - back, count: best.count + back)
            guard !writer.isTooLong else { return false }
            place += best.count
            if place + block <= range.upperBound { hash = DeltaIndex.hash(target, place) }
        }
        return true
    }

    /// How many bytes are the same from two places on.
    private static func common(
        _ a: UnsafeRawBufferPointer, _ i: Int, _ b: UnsafeRawBufferPointer, _ j: Int, upTo limit: Int
    ) -> Int {
        var count = 0
        while count + 8 <= limit {
            let apart =
                a.loadUnaligned(fromByteOffset: i + count, as: UInt64.self)
                ^ b.loadUnaligned(fromByteOffset: j + count, as: UInt64.self)
            if apart != 0 { return count + UInt64(littleEndian: apart).trailingZeroBitCount / 8 }
            count += 8
        }
        while count < limit, a[i + count] == b[j + count] { count += 1 }
        return count
    }

    /// How many bytes are the same before two places.
    private static func commonEnd(
        _ a: UnsafeRawBufferPointer, _ i: Int, _ b: UnsafeRawBufferPointer, _ j: Int, upTo limit: Int
    ) -> Int {
        var count = 0
        while count + 8 <= limit {
            let apart =
                a.loadUnaligned(fromByteOffset: i - count - 8, as: UInt64.self)
                ^ b.loadUnaligned(fromByteOffset: j - count - 8, as: UInt64.self)
            if apart != 0 { return count + UInt64(littleEndian: apart).leadingZeroBitCount / 8 }
            count += 8
        }
        while count < limit, a[i - count - 1] == b[j - count - 1] { count += 1 }
        return count
    }
}
