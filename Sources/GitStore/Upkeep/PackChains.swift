/// How the objects of a pack lean on one another.
enum PackChains {
    /// The longest chain of differences; 0 when every object stands for itself.
    ///
    /// - Throws: ``StoreError/damaged(path:reason:)`` when the pack is not what its index says.
    static func longest(_ pack: PackFiles) throws(StoreError) -> Int {
        let index = try PackIndex(path: pack.index)
        let file = try FileBytes(path: pack.pack)
        var places: [UInt64: Int] = [:]
        var names: [ObjectID: Int] = [:]
        for place in 0..<index.count {
            if let offset = index.offset(place) { places[offset] = place }
            if let key = index.key(place) { names[key] = place }
        }
        var bases = [Int?](repeating: nil, count: index.count)
        for (offset, place) in places {
            guard let base = base(at: offset, in: file) else {
                throw .damaged(path: pack.pack, reason: "shorter than its index says")
            }
            switch base {
            case .none: break
            case .offset(let offset): bases[place] = places[offset]
            case .name(let key): bases[place] = names[key]
            }
        }
        return longest(bases)
    }

    private enum Base { case none, offset(UInt64), name(ObjectID) }

    /// What the entry at an offset is a difference to; nil when it lies outside of the file.
    private static func base(at offset: UInt64, in file: FileBytes) -> Base? {
        var place = Int(clamping: offset)
        func next() -> UInt8? {
            defer { place += 1 }
            return place >= 0 && place < file.count ? file[place] : nil
        }
        guard var byte = next() else { return nil }
        let kind = byte >> 4 & 7
        while byte & 0x80 != 0 {
            guard let more = next() else { return nil }
            byte = more
        }
        switch kind {
        case 6:
            guard var byte = next() else { return nil }
            var distance = UInt64(byte & 0x7f)
            while byte & 0x80 != 0 {
                guard let more = next() else { return nil }
                byte = more
                distance = (distance &+ 1) << 7 | UInt64(byte & 0x7f)
            }
            return distance <= offset ? .offset(offset - distance) : nil
        case 7:
            return file.key(at: place).map { .name($0) }
        default: return Base.none
        }
    }

    private static func longest(_ bases: [Int?]) -> Int {
        var depths = [Int](repeating: -1, count: bases.count)
        for start in bases.indices where depths[start] < 0 {
            var way: [Int] = []
            var next: Int? = start
            // A pack in which two objects lean on each other would go round for ever.
            while let place = next, depths[place] < 0, way.count <= bases.count {
                way.append(place)
                next = bases[place]
            }
            var depth = next.map { depths[$0] } ?? -1
            for place in way.reversed() {
                depth += 1
                depths[place] = depth
            }
        }
        return depths.max() ?? 0
    }
}
