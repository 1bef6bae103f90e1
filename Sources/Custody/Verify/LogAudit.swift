import Evidence
import GitStore
import Statute

/// Reads the log of a repository: that its tiles are those of its entries, that every checkpoint it ever had is one of
/// them, and that each entry says what its commit says.
struct LogAudit {
    /// What an entry is about, and which part of its commit it is.
    struct Entry: Sendable {
        var head: EntryHead
        var part: Int
        var parts: Int
        /// Nil where the commit could not be read.
        var time: Int64?
    }

    /// One commit of the log's branch.
    struct Step: Sendable {
        var commit: ObjectName
        var time: Int64
        var size: Int
        var root: LogHash
        var note: String
        /// Its files hold a key.
        var hasKeys: Bool
    }

    let head: LogHead
    let keys: KeyHistory
    /// From which entry on they were looked at.
    let start: Int
    private(set) var problems: [Problem] = []
    private(set) var steps: [Step] = []
    /// By index from ``start``; nil for what does not read as an entry.
    private(set) var entries: [Entry?] = []
    /// Roots by size, of every checkpoint of the branch and of those that were asked for.
    private(set) var roots: [Int: LogHash] = [:]

    /// - Parameters:
    ///   - tip: of the log's branch.
    ///   - start: entries before it are taken on trust.
    ///   - asked: sizes of which the root is wanted.
    /// - Throws: ``ObjectFault`` when the newest checkpoint cannot be read.
    init(
        _ tip: ObjectName, from start: Int, asked: [Int], trust: Trust, facts: Facts,
        make: @escaping @Sendable () -> Facts
    ) throws {
        head = try LogHead(facts.reader, at: tip)
        keys = try KeyHistory(head.tree, origin: head.checkpoint.origin)
        self.start = min(max(start, 0), head.checkpoint.size)
        problems = keys.faults.map { Problem(.key, "log \($0.place)", $0.reason) }
        history(tip, facts)
        try read(facts, make, asked: asked)
        compare()
        signatures(trust, facts)
    }

    // MARK: History

    private mutating func history(_ tip: ObjectName, _ facts: Facts) {
        var next: ObjectName? = tip
        var newer: ObjectName?
        let audit = CommitAudit(facts: facts)
        while let name = next {
            let place = "log \(name)"
            do {
                let commit = try facts.commit(name)
                let tree = FileTree(source: facts.reader, root: commit.tree)
                guard let bytes = try tree.file(LogHead.checkpointPath) else {
                    problems.append(Problem(.mixed, place, "it has no checkpoint"))
                    break
                }
                let note = String(decoding: bytes, as: UTF8.self)
                let (checkpoint, _) = try LogHead.parsed(note, place: place)
                if checkpoint.origin != head.checkpoint.origin {
                    problems.append(
                        Problem(.mixed, place, "its checkpoint is of the log \(checkpoint.origin)"))
                }
                if let last = steps.last {
                    if checkpoint.size > last.size {
                        problems.append(
                            Problem(
                                .mixed, place,
                                "its log has \(checkpoint.size) entries, more than the next, \(last.size)"))
                    }
                    if commit.time > last.time + CommitAudit.leeway {
                        problems.append(
                            Problem(
                                .backDated, "log \(newer.map { "\($0)" } ?? "")",
                                "its time \(UTC.text(last.time)) is before its parent's, \(UTC.text(commit.time))"
                            ))
                    }
                }
                if commit.isMerge { problems.append(Problem(.merge, place, "it has more than one parent")) }
                // All that it brought must be there.
                let before = try commit.parent.map { try facts.commit($0).tree }
                _ = try audit.changes(from: before, to: commit.tree, place, &problems)
                steps.append(
                    Step(
                        commit: name, time: commit.time, size: checkpoint.size, root: checkpoint.root,
                        note: note,
                        hasKeys: try tree.names("").contains("keys")))
                if checkpoint.size <= start, start > 0 { break }
                newer = name
                next = commit.parent
            } catch {
                problems.append(Problem(found: error, place))
                break
            }
        }
        steps.reverse()
    }

    private mutating func signatures(_ trust: Trust, _ facts: Facts) {
        let audit = CommitAudit(facts: facts)
        let keys = keys
        for step in steps {
            let place = "log \(step.commit)"
            let mustBe = step.hasKeys || trust.isRequired
            audit.judge(
                step.commit, place, mustBe ? { trust.accepts($0, keys, atSize: step.size) } : nil, &problems)
            guard mustBe else { continue }
            guard let note = try? SignedNote(parsing: step.note) else {
                problems.append(
                    Problem(.unsignedCheckpoint, "\(place) checkpoint", "it has no signature", weight: .fault)
                )
                continue
            }
            let known = keys.records.filter { note.verifies(with: $0.key) }
            if !known.contains(where: { trust.accepts($0.key, keys, atSize: step.size) }) {
                problems.append(
                    Problem(.wrongKey, "\(place) checkpoint", "no key that the store had then has signed it"))
            }
        }
    }

    // MARK: Entries

    /// What one thread brings back of one bundle.
    private struct Bundle: Sendable {
        var index: Int
        var leaves: [LogHash]
        var entries: [Entry?]
    }

    private final class Tool {
        let facts: Facts
        var bundles: [Bundle] = []
        var problems: [Problem] = []
        init(_ facts: Facts) { self.facts = facts }
    }

    private mutating func read(_ facts: Facts, _ make: @escaping @Sendable () -> Facts, asked: [Int]) throws {
        let size = head.checkpoint.size
        let root = head.tree.root
        let first = start / 256
        let count = max(0, (size + 255) / 256 - first)
        let begin = start
        // Sixteen at a time: what one bundle's commits have read is near what the next one's want.
        let pieces = (count + 15) / 16
        let tools = Workers.run(pieces, make: { Tool(make()) }) { tool, piece in
            let tiles = LogTiles(tree: FileTree(source: tool.facts.reader, root: root), size: size)
            for index in (first + piece * 16)..<min(first + piece * 16 + 16, first + count) {
                Self.bundle(index, tiles, from: begin, tool)
            }
        }
        var frontier = MerkleFrontier()
        if first > 0,
            let known = MerkleFrontier(size: first * 256, peaks: try head.tiles.peaks(of: first * 256))
        {
            frontier = known
        }
        var wanted = Set(steps.map(\.size) + asked)
        wanted.insert(size)
        if wanted.contains(frontier.size) { roots[frontier.size] = frontier.root }
        var hashes: [[LogHash]] = []
        for bundle in tools.flatMap(\.bundles).sorted(by: { $0.index < $1.index }) {
            for (place, leaf) in bundle.leaves.enumerated() {
                frontier.append(leaf)
                if wanted.contains(frontier.size) { roots[frontier.size] = frontier.root }
                let index = bundle.index * 256 + place
                if index >= start { entries.append(bundle.entries[place]) }
            }
            hashes.append(bundle.leaves)
        }
        for tool in tools { problems += tool.problems }
        if frontier.size != size {
            problems.append(
                Problem(
                    .tile, "log", "its checkpoint is of \(size) entries, and \(frontier.size) could be read"))
            roots[size] = nil
        }
        upper(hashes, first, facts)
    }

    private static func bundle(_ index: Int, _ tiles: LogTiles, from start: Int, _ tool: Tool) {
        let entries: [[UInt8]]
        do { entries = try tiles.entries(index) } catch {
            tool.problems.append(Problem(of: .tile, error, "log entries \(index * 256)…"))
            return
        }
        let leaves = entries.map { LogHashing.leaf($0) }
        do {
            if try tiles.hashes(tiles.tile(0, index)) != leaves {
                tool.problems.append(
                    Problem(
                        .tile, "log \(try tiles.tile(0, index).path)",
                        "its hashes are not those of the entries \(index * 256) to \(index * 256 + leaves.count - 1)"
                    ))
            }
        } catch { tool.problems.append(Problem(of: .tile, error, "log")) }
        let audit = CommitAudit(facts: tool.facts)
        var last: (head: EntryHead, expected: [[UInt8]], logged: LoggedCommit)?
        let facts = entries.enumerated().map { place, entry -> Entry? in
            let number = index * 256 + place
            guard number >= start else { return nil }
            guard let head = EntryHead(entry) else {
                tool.problems.append(
                    Problem(.tile, "log entry \(number)", "it does not read as an entry of a log"))
                return nil
            }
            if last?.head != head {
                last = nil
                if (try? tool.facts.commit(head.commit)) == nil {
                    tool.problems.append(
                        Problem(
                            .dropped, "log entry \(number)",
                            "its commit \(head.commit) of \(head.branch.rawValue) is not in the store"))
                } else if let logged = audit.logged(head.commit, on: head.branch, &tool.problems) {
                    last = (head, logged.entries, logged)
                }
            }
            guard let last else { return Entry(head: head, part: 0, parts: 0, time: nil) }
            guard let part = last.expected.firstIndex(of: entry) else {
                tool.problems.append(Self.difference(entry, last.logged, number))
                return Entry(head: head, part: 0, parts: 0, time: last.logged.time)
            }
            return Entry(head: head, part: part, parts: last.expected.count, time: last.logged.time)
        }
        tool.bundles.append(Bundle(index: index, leaves: leaves, entries: facts))
    }

    /// In what an entry differs from what its commit says.
    private static func difference(_ entry: [UInt8], _ logged: LoggedCommit, _ number: Int) -> Problem {
        let place = "log entry \(number), \(logged.branch.rawValue) \(logged.commit)"
        let told = String(decoding: entry, as: UTF8.self)
        for file in logged.files {
            let path = String(decoding: file.path, as: UTF8.self)
            guard let fact = file.fact else { continue }
            let digest = Hexadecimal.string(fact.sha256)
            if told.contains("\"path\":\"\(path)\""),
                !told.contains("\"path\":\"\(path)\",\"sha256\":\"\(digest)\"")
            {
                return Problem(
                    .swapped, "\(place) \(path)", "the file hashes to \(digest), and the log says otherwise")
            }
        }
        return Problem(.rewritten, place, "the commit does not say what the log says of it")
    }

    /// Tiles above the leaves, and what else lies on the branch.
    private mutating func upper(_ bundles: [[LogHash]], _ first: Int, _ facts: Facts) {
        let size = head.checkpoint.size
        guard first == 0 else {
            // The old part is trusted; the edge must lead to the same root.
            if let peaks = try? head.tiles.peaks(of: size),
                MerkleFrontier(size: size, peaks: peaks)?.root != roots[size]
            {
                problems.append(Problem(.tile, "log", "the tiles at its edge are not those of its entries"))
            }
            return
        }
        var row = bundles.filter { $0.count == 256 }.map(LogTiles.root)
        var level = 1
        while !row.isEmpty {
            var above: [LogHash] = []
            for (index, start) in stride(from: 0, to: row.count, by: 256).enumerated() {
                let held = Array(row[start..<min(start + 256, row.count)])
                do {
                    let tile = try head.tiles.tile(level, index)
                    if try head.tiles.hashes(tile) != held {
                        problems.append(
                            Problem(
                                .tile, "log \(tile.path)", "its hashes are not those of the tiles below it"))
                    }
                } catch { problems.append(Problem(of: .tile, error, "log")) }
                if held.count == 256 { above.append(LogTiles.root(held)) }
            }
            row = above
            level += 1
        }
        do { try strangers() } catch { problems.append(Problem(found: error, "log")) }
    }

    /// Files on the branch that no log has.
    private mutating func strangers() throws {
        let size = head.checkpoint.size
        var known = Set(LogTile.tiles(from: 0, to: size).map(\.path))
        for index in 0..<((size + 255) / 256) {
            known.insert(LogTile.entriesPath(index: index, width: min(256, size - index * 256)))
        }
        for file in try head.tree.everything() {
            let path = String(decoding: file.path, as: UTF8.self)
            let isKnown =
                known.contains(path) || path == LogHead.checkpointPath || path == LogHead.tipsPath
                || path.hasPrefix("keys/") || path.hasPrefix("stamps/")
            if !isKnown {
                problems.append(Problem(.tile, "log \(path)", "a log of \(size) entries has no such file"))
            }
        }
    }

    // MARK: Checkpoints

    private mutating func compare() {
        for (place, step) in steps.enumerated() where step.size >= start {
            guard let root = roots[step.size] else { continue }
            if root != step.root {
                problems.append(
                    Problem(
                        .mixed, "log \(step.commit) checkpoint",
                        "its root of \(step.size) entries is not that of the entries that are there"))
            }
            if place + 1 == steps.count, LogHead.tipLines(tips) != LogHead.tipLines(head.tips), start == 0 {
                problems.append(
                    Problem(.mixed, "log \(LogHead.tipsPath)", "it names other commits than the last entries")
                )
            }
        }
        if start == 0, let first = entries.first, let first,
            LogAppender.origin(first.head.commit) != head.checkpoint.origin
        {
            problems.append(
                Problem(
                    .mixed, "log checkpoint",
                    "the log \(head.checkpoint.origin) does not begin with this commit"))
        }
    }

    /// The last commit of each branch, by the entries that were read.
    private var tips: [StoreBranch: ObjectName] {
        var found: [StoreBranch: ObjectName] = [:]
        for case let entry? in entries { found[entry.head.branch] = entry.head.commit }
        return found
    }
}

extension Problem {
    /// The same as another kind, where what is wrong is clearer by its place.
    init(of kind: Kind, _ error: any Error, _ place: String) {
        self.init(kind, place, Problem.words(error))
    }
}
