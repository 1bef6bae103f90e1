/// Every object of a store, and the room that it takes on disk.
struct Stock {
    let packs: [PackFiles]
    let loose: [LooseObject]
    /// Bytes by object; of one that is there twice, where it is packed in the largest pack.
    private(set) var room: [ObjectID: Int] = [:]

    /// - Parameter objects: The folder.
    init(_ objects: String) throws(StoreError) {
        packs = try PackFiles.all(in: objects + "/pack")
        loose = LooseObject.all(in: objects)
        room.reserveCapacity(packs.reduce(loose.count) { $0 + $1.objects })
        for pack in packs {
            for entry in try pack.entries() where room[entry.key] == nil { room[entry.key] = entry.bytes }
        }
        for object in loose where room[object.key] == nil { room[object.key] = object.bytes }
    }
}

/// Which packs become one.
struct RepackPlan {
    let staying: [PackFiles]
    let folding: [PackFiles]
    private let looseKeys: Set<ObjectID>
    /// Objects of packs that are folded, by pack.
    private let folded: [ObjectID]
    private let stayingKeys: Set<ObjectID>
    /// Bytes that are read and written again.
    let room: Int

    /// - Parameter isFull: All packs, whatever their sizes; one alone is packed anew.
    init(_ stock: Stock, isFull: Bool) throws(StoreError) {
        let pinned = stock.packs.filter(\.isPinned)
        let free = stock.packs.filter { !$0.isPinned }
        let count = isFull ? 0 : GeometricSeries.staying(free.map(\.objects), loose: stock.loose.count)
        var staying: [PackFiles] = []
        var stayingKeys: Set<ObjectID> = []
        var folding: [PackFiles] = []
        var folded: [ObjectID] = []
        for (place, pack) in (pinned + free).enumerated() {
            let keys = try pack.entries().map(\.key)
            // Nothing in it that a larger one does not hold: of a run that was killed while it took packs away.
            let isCopy = !pack.isPinned && keys.allSatisfy(stayingKeys.contains)
            if place < pinned.count + count, !isCopy {
                staying.append(pack)
                stayingKeys.formUnion(keys)
            } else {
                folding.append(pack)
                folded += keys
            }
        }
        looseKeys = Set(stock.loose.map(\.key))
        (self.staying, self.folding) = (staying, folding)
        (self.stayingKeys, self.folded) = (stayingKeys, folded)
        room = folding.reduce(stock.loose.reduce(0) { $0 + $1.bytes }) { $0 + $1.bytes }
    }

    /// There is nothing that could be put together.
    var isIdle: Bool { folding.isEmpty && looseKeys.isEmpty }

    /// What goes into the new pack: all that is folded or loose, but for what a pack holds that stays.
    ///
    /// - Parameter order: What references reach, oldest first. The rest comes after it, in order of names.
    func objects(without dropped: Set<ObjectID>, order: [StoreWalk.Found])
        -> [(key: ObjectID, like: LikeName)]
    {
        var wanted = looseKeys.union(folded).subtracting(stayingKeys).subtracting(dropped)
        var commits: [(key: ObjectID, like: LikeName)] = []
        var trees: [(key: ObjectID, like: LikeName)] = []
        var files: [(key: ObjectID, like: LikeName)] = []
        for object in order.reversed() where wanted.remove(object.key) != nil {
            switch object.kind {
            case .commit, .tag: commits.append((object.key, object.like))
            case .tree: trees.append((object.key, object.like))
            case .blob: files.append((object.key, object.like))
            }
        }
        return commits + trees + files + wanted.sorted().map { ($0, .others) }
    }

    /// What stands in a pack that stays and also where it is taken away.
    var doubles: Set<ObjectID> { looseKeys.union(folded).intersection(stayingKeys) }
}
