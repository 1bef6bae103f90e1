/// Objects that no reference reaches: of runs that died between their pack and their branch, of timelines that were
/// made again, and of branches that somebody set back. Nobody can tell the last from the others by looking at the
/// objects, so they are kept unless somebody says otherwise, and those that the log of evidence names are kept always.
struct Strays {
    let objects: Set<ObjectID>
    let bytes: Int
    let commits: [UpkeepReport.Stray]

    init(stock: Stock, reached: Set<ObjectID>, repository: Repository) throws(StoreError) {
        var objects: Set<ObjectID> = []
        var bytes = 0
        var commits: [UpkeepReport.Stray] = []
        for (key, room) in stock.room where !reached.contains(key) {
            objects.insert(key)
            bytes += room
        }
        if !objects.isEmpty {
            let log = try EvidenceText(repository)
            for key in objects.sorted() {
                let object = try RawObject(key, in: repository.database, of: repository.path)
                guard object.kind == .commit, let commit = RawCommit(object.bytes) else { continue }
                commits.append(UpkeepReport.Stray(id: key, title: commit.title, isLogged: log.names(key)))
            }
        }
        self.objects = objects
        self.bytes = bytes
        self.commits = commits
    }
}

/// Every commit that the entries of the log name.
private struct EvidenceText {
    private var named: Set<ObjectID> = []

    init(_ repository: Repository) throws(StoreError) {
        guard let tip = try repository.tip("refs/heads/log"), let tree = try repository.commit(tip).tree
        else { return }
        // tile/entries/x001/234 and the like: plain text with a length before each line.
        var open: [(id: ObjectID, depth: Int, isEntries: Bool)] = [(tree, 0, false)]
        while let next = open.popLast() {
            for entry in try repository.tree(next.id).entries {
                let isEntries = next.isEntries || (next.depth == 1 && entry.name == "entries")
                if entry.isFolder, isEntries || (next.depth == 0 && entry.name == "tile") {
                    open.append((entry.id, next.depth + 1, isEntries))
                } else if !entry.isFolder, isEntries {
                    note(try repository.blob(entry.id))
                }
            }
        }
    }

    func names(_ key: ObjectID) -> Bool { named.contains(key) }

    /// Takes every `"commit":"<40 hexadecimal digits>"`.
    private mutating func note(_ bytes: [UInt8]) {
        let mark = Array("\"commit\":\"".utf8)
        var place = 0
        while place + mark.count + 40 <= bytes.count {
            guard bytes[place] == mark[0], bytes[place..<place + mark.count].elementsEqual(mark) else {
                place += 1
                continue
            }
            place += mark.count
            if let id = ObjectID(String(decoding: bytes[place..<place + 40], as: UTF8.self)) {
                named.insert(id)
            }
        }
    }
}
