import Evidence

/// Reads every object of a directory once, and hashes it: damage shows, and the table knows afterwards what each file's
/// SHA-256 is and what each commit says.
enum ObjectAudit {
    /// One entry of a pack on its way to being an object: it and the deltas that rest on it.
    struct Shape: Sendable {
        /// Positions in the index, by place in the pack.
        var order: [Int32]
        /// Where each entry ends, by position in the index.
        var ends: [Int]
        /// The deltas that rest directly on an entry, as a list: the first one, and after each the next.
        var first: [Int32]
        var next: [Int32]
        /// Entries that are whole.
        var roots: [Int32]
    }

    /// What one thread has with it.
    final class Tool {
        let inflater = Inflater()
        let hasher = SHA1Hasher()
        var problems: [Problem] = []
        var commits: [(number: Int, fact: CommitFact)] = []
        /// Keys that were met, so that a hundred thousand commits share one.
        var keys: [VerifierKey: VerifierKey] = [:]
        var objects = 0
    }

    /// - Returns: the table, filled, and what was wrong.
    static func run(_ directory: ObjectDirectory) -> (table: ObjectTable, problems: [Problem], objects: Int) {
        let table = ObjectTable(directory)
        var problems = directory.faults.map { Problem(fault: $0) }
        var shapes: [Shape] = []
        var pieces: [Piece] = []
        for (number, pack) in directory.packs.enumerated() {
            problems += files(of: pack)
            let (shape, faults) = shape(of: pack)
            problems += faults
            shapes.append(shape)
            for start in stride(from: 0, to: shape.roots.count, by: 64) {
                pieces.append(.roots(pack: number, start..<min(start + 64, shape.roots.count)))
            }
            pieces.append(.trailer(pack: number))
        }
        for start in stride(from: 0, to: table.loose.count, by: 64) {
            pieces.append(.loose(start..<min(start + 64, table.loose.count)))
        }
        let (known, work) = (shapes, pieces)
        let tools = Workers.run(work.count, make: Tool.init) { tool, piece in
            switch work[piece] {
            case .roots(let pack, let range):
                for root in known[pack].roots[range] {
                    decode(Int(root), pack, directory.packs[pack], known[pack], table, tool)
                }
            case .trailer(let pack): trailer(directory.packs[pack], tool)
            case .loose(let range): for position in range { loose(position, directory, table, tool) }
            }
        }
        for tool in tools {
            problems += tool.problems
            for (number, fact) in tool.commits { table.commits[number] = fact }
        }
        // What no base leads to is a delta of nothing.
        let objects = tools.reduce(0) { $0 + $1.objects }
        return (table, problems, objects)
    }

    private enum Piece: Sendable {
        case roots(pack: Int, Range<Int>)
        case trailer(pack: Int)
        case loose(Range<Int>)
    }

    // MARK: Packs

    /// The index: its own hash, its order, and that it is of this pack.
    private static func files(of pack: PackFile) -> [Problem] {
        var problems: [Problem] = []
        if !pack.index.file.endsInItsHash {
            problems.append(
                Problem(.damagedPack, "\(pack.path).idx", "its bytes give another hash than it ends in"))
        }
        if !pack.index.isInOrder {
            problems.append(Problem(.damagedPack, "\(pack.path).idx", "its names are not in order"))
        }
        if !pack.index.packHash.elementsEqual(pack.file.bytes.suffix(20)) {
            problems.append(
                Problem(.damagedPack, "\(pack.path).pack", "it does not end in the hash that its index says"))
        }
        return problems
    }

    private static func trailer(_ pack: PackFile, _ tool: Tool) {
        if !pack.file.endsInItsHash {
            tool.problems.append(
                Problem(.damagedPack, "\(pack.path).pack", "its bytes give another hash than it ends in"))
        }
    }

    /// Which entry rests on which; entries that cannot be read are named.
    private static func shape(of pack: PackFile) -> (Shape, [Problem]) {
        let count = pack.index.count
        var problems: [Problem] = []
        var places = [Int](repeating: -1, count: count)
        for position in 0..<count {
            if let place = pack.index.place(position) {
                places[position] = place
            } else {
                problems.append(
                    Problem(
                        .damagedPack, "\(pack.path).idx", "it has no place for \(pack.index.name(position))"))
            }
        }
        let order = (0..<Int32(count)).sorted { places[Int($0)] < places[Int($1)] }
        var shape = Shape(
            order: order, ends: [Int](repeating: pack.end, count: count),
            first: [Int32](repeating: -1, count: count), next: [Int32](repeating: -1, count: count), roots: []
        )
        for (rank, position) in order.enumerated() where rank + 1 < count {
            shape.ends[Int(position)] = places[Int(order[rank + 1])]
        }
        if let least = order.first, places[Int(least)] != 12, places[Int(least)] >= 0 {
            problems.append(
                Problem(.damagedPack, "\(pack.path).pack", "its first entry is named by no index"))
        }
        func found(at place: Int) -> Int? {
            var low = 0
            var high = count
            while low < high {
                let middle = (low + high) / 2
                let found = places[Int(order[middle])]
                if found == place { return Int(order[middle]) }
                if found < place { low = middle + 1 } else { high = middle }
            }
            return nil
        }
        for position in order.map(Int.init) where places[position] >= 0 {
            do {
                let entry = try pack.entry(at: places[position])
                let base: Int?
                switch entry.form {
                case .whole:
                    shape.roots.append(Int32(position))
                    continue
                case .near(let place): base = SelfReference.other(position, found(at: place))
                case .named(let name): base = SelfReference.other(position, pack.index.position(of: name))
                }
                guard let base else {
                    problems.append(
                        Problem(
                            .damagedObject, "object \(pack.index.name(position))",
                            "its base is not in \(pack.path).pack"))
                    continue
                }
                shape.next[position] = shape.first[base]
                shape.first[base] = Int32(position)
            } catch {
                problems.append(
                    Problem(.damagedObject, "object \(pack.index.name(position))", Problem.words(error)))
            }
        }
        return (shape, problems)
    }

    /// An entry that is whole, and all that rests on it, each decoded once: a branch of deltas at a time, so that no more
    /// is held than the way down.
    private static func decode(
        _ root: Int, _ number: Int, _ pack: PackFile, _ shape: Shape, _ table: ObjectTable, _ tool: Tool
    ) {
        guard let whole = content(root, pack, shape, tool), case .whole(let kind) = whole.form else { return }
        take(RawObject(kind: kind, bytes: whole.bytes), root, number, pack, table, tool)
        var open: [(bytes: [UInt8], child: Int32)] = [(whole.bytes, shape.first[root])]
        while let top = open.last {
            guard top.child >= 0 else {
                open.removeLast()
                continue
            }
            let child = Int(top.child)
            open[open.count - 1].child = shape.next[child]
            let base = top.bytes
            if shape.next[child] < 0 { open.removeLast() }
            guard let delta = content(child, pack, shape, tool) else { continue }
            guard let bytes = Delta.applied(delta.bytes, to: base) else {
                tool.problems.append(
                    Problem(.damagedObject, "object \(pack.index.name(child))", "it is no delta of its base"))
                continue
            }
            take(RawObject(kind: kind, bytes: bytes), child, number, pack, table, tool)
            if shape.first[child] >= 0 { open.append((bytes, shape.first[child])) }
        }
    }

    private static func content(_ position: Int, _ pack: PackFile, _ shape: Shape, _ tool: Tool)
        -> (bytes: [UInt8], form: PackFile.Entry.Form)?
    {
        func broken(_ reason: String) {
            tool.problems.append(
                Problem(
                    .damagedObject, "object \(pack.index.name(position))",
                    "\(reason), in \(pack.path).pack at byte \(pack.index.place(position) ?? 0)"))
        }
        guard let place = pack.index.place(position), let entry = try? pack.entry(at: place) else {
            return nil
        }
        let end = shape.ends[position]
        guard end > place, end <= pack.file.bytes.count else {
            broken("it has no room")
            return nil
        }
        let raw = UnsafeRawBufferPointer(rebasing: pack.file.bytes[place..<end])
        if checksum(raw) != pack.index.check(position) { broken("its packed bytes give another checksum") }
        guard let (bytes, used) = pack.content(entry, upTo: end, tool.inflater) else {
            broken("its stream is broken")
            return nil
        }
        if entry.data + used != end { broken("something stands behind its stream") }
        return (bytes, entry.form)
    }

    private static func take(
        _ object: RawObject, _ position: Int, _ number: Int, _ pack: PackFile, _ table: ObjectTable,
        _ tool: Tool
    ) {
        let name = pack.index.name(position)
        guard tool.hasher.name(of: object) == name else {
            tool.problems.append(
                Problem(
                    .damagedObject, "object \(name)",
                    "its bytes give the name \(tool.hasher.name(of: object)), in \(pack.path).pack"))
            return
        }
        note(object, name, table.number(number, position), table, tool)
    }

    private static func note(
        _ object: RawObject, _ name: ObjectName, _ number: Int, _ table: ObjectTable, _ tool: Tool
    ) {
        tool.objects += 1
        table.note(number, object)
        guard object.kind == .commit else { return }
        guard let fact = CommitFact(object.bytes, known: &tool.keys) else {
            tool.problems.append(Problem(.damagedObject, "commit \(name)", "it does not read as a commit"))
            return
        }
        tool.commits.append((number, fact))
    }

    private static func loose(
        _ position: Int, _ directory: ObjectDirectory, _ table: ObjectTable, _ tool: Tool
    ) {
        let name = table.loose[position]
        do {
            let object = try LooseObject.read(directory.loosePath(name), tool.inflater)
            guard tool.hasher.name(of: object) == name else {
                tool.problems.append(
                    Problem(
                        .damagedObject, "object \(name)",
                        "its bytes give the name \(tool.hasher.name(of: object)), in \(directory.loosePath(name))"
                    ))
                return
            }
            note(object, name, table.number(loose: position), table, tool)
        } catch {
            tool.problems.append(Problem(.damagedObject, "object \(name)", Problem.words(error)))
        }
    }

    private enum SelfReference {
        /// A base, unless it is the entry itself.
        static func other(_ position: Int, _ base: Int?) -> Int? { base == position ? nil : base }
    }
}

extension CommitFact {
    /// What a commit's bytes say; its signature is checked here. Nil for what is no commit.
    init?(_ bytes: [UInt8], known: inout [VerifierKey: VerifierKey]) {
        guard let commit = RawCommit(bytes) else { return nil }
        var signature = Signature.none
        if let armour = commit.signature {
            do {
                let key = try SSHSignature.verify(armour, message: commit.payload, namespace: "git")
                if known[key] == nil { known[key] = key }
                signature = .by(known[key] ?? key)
            } catch {
                signature = .broken("\(error)")
            }
        }
        self.init(
            tree: commit.tree, parent: commit.parents.first, isMerge: commit.parents.count > 1,
            time: commit.time,
            signature: signature)
    }
}
