import Statute

/// The order of entries: that of the new text, with what was repealed after what stood before it.
struct EntryOrder {
    private let oldPlaces: [ProvisionPath: Int]
    private let newPlaces: [ProvisionPath: Int]

    init(oldPaths: [ProvisionPath], newPaths: [ProvisionPath]) {
        oldPlaces = Self.places(oldPaths)
        newPlaces = Self.places(newPaths)
    }

    private static func places(_ paths: [ProvisionPath]) -> [ProvisionPath: Int] {
        Dictionary(paths.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    func ordered(_ entries: [ProvisionChange]) -> [ProvisionChange] {
        // For each old place, the new place of the entry that it survives in.
        var survivors: [(old: Int, new: Int)] = []
        var keys: [(new: Int, old: Int, entry: Int)] = []
        for (index, entry) in entries.enumerated() {
            guard let first = entry.after.compactMap({ newPlaces[$0.path] }).min() else { continue }
            keys.append((first, -1, index))
            for text in entry.before {
                if let place = oldPlaces[text.path] { survivors.append((place, first)) }
            }
        }
        survivors.sort { ($0.old, $0.new) < ($1.old, $1.new) }
        for (index, entry) in entries.enumerated() where entry.after.isEmpty {
            let place = entry.before.compactMap { oldPlaces[$0.path] }.min() ?? 0
            keys.append((Self.last(before: place, survivors), place, index))
        }
        keys.sort { ($0.new, $0.old, $0.entry) < ($1.new, $1.old, $1.entry) }
        return keys.map { entries[$0.entry] }
    }

    /// The new place of the nearest surviving provision before an old place; -1 where there is none.
    private static func last(before place: Int, _ survivors: [(old: Int, new: Int)]) -> Int {
        var low = 0
        var high = survivors.count
        while low < high {
            let middle = (low + high) / 2
            if survivors[middle].old < place { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? survivors[low - 1].new : -1
    }
}
