/// Some objects of a pack that one thread makes ready: the difference to another object where that is smaller, and
/// deflated.
///
/// Unchecked: it is filled by the thread that writes the store and handed over whole; whoever makes it ready is alone
/// with it, and it is read again only after all have ended.
final class PackShare: @unchecked Sendable {
    /// An object as it came.
    struct Item {
        var kind: PackKind
        var bytes: [UInt8]
        /// What it may be like, the likeliest first, by the number of the object in the pack.
        var bases: [(number: Int, bytes: [UInt8])]
    }

    /// An object as it goes into the pack, but for the header.
    struct Ready {
        var kind: PackKind
        /// The number of the object that it is a difference to; nil for a whole one.
        var base: Int?
        /// Before deflating.
        var size: Int
        /// Where it lies in ``output``.
        var place: Range<Int>
    }

    /// A difference that takes less than this part of the object is taken unseen; otherwise both are deflated.
    private static let surely = 16
    /// When the likeliest base leaves more than this part of the object, the next one is tried.
    private static let good = 4

    private var items: [Item] = []
    /// Bytes of all items.
    private(set) var size = 0
    private(set) var ready: [Ready] = []
    private(set) var output: [UInt8] = []
    /// There was no memory to deflate with.
    private(set) var hasFailed = false

    var count: Int { items.count }

    func add(_ item: Item) {
        items.append(item)
        size += item.bytes.count
    }

    func make() {
        let deflater = Deflater()
        output.reserveCapacity(size / 3)
        ready.reserveCapacity(items.count)
        for item in items {
            guard let made = make(item, deflater) else {
                hasFailed = true
                break
            }
            ready.append(made)
        }
        items = []
    }

    private func make(_ item: Item, _ deflater: Deflater) -> Ready? {
        let start = output.count
        if let (base, delta) = difference(item) {
            guard let count = delta.withUnsafeBytes({ deflater.append($0, to: &output) }) else { return nil }
            let ready = Ready(kind: item.kind, base: base, size: delta.count, place: start..<output.count)
            if count * Self.surely < item.bytes.count { return ready }
            let end = output.count
            guard let whole = item.bytes.withUnsafeBytes({ deflater.append($0, to: &output) }) else {
                return nil
            }
            guard whole <= count else {
                output.removeLast(whole)
                return ready
            }
            output.removeSubrange(start..<end)
        } else {
            guard item.bytes.withUnsafeBytes({ deflater.append($0, to: &output) }) != nil else { return nil }
        }
        return Ready(kind: item.kind, base: nil, size: item.bytes.count, place: start..<output.count)
    }

    /// The smallest difference to one of the bases.
    private func difference(_ item: Item) -> (base: Int, delta: [UInt8])? {
        var best: (base: Int, delta: [UInt8])?
        for base in item.bases {
            // What saves less than half is hardly worth the way through the base when it is read.
            let limit = min(item.bytes.count / 2 - 20, (best?.delta.count ?? .max) - 1)
            guard limit > 0 else { break }
            let delta = item.bytes.withUnsafeBytes { target in
                base.bytes.withUnsafeBytes { Delta.encoded(target, against: $0, limit: limit) }
            }
            if let delta { best = (base.number, delta) }
            if let best, best.delta.count < item.bytes.count / Self.good { break }
        }
        return best
    }
}
