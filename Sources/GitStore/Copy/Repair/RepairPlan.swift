/// Where the references of a mended store stand, and what it must hold for them. Decided before anything is written.
struct RepairPlan {
    private(set) var tips: [String: ObjectID] = [:]
    private(set) var moves: [RepairReport.Move] = []
    private(set) var dropped: [String] = []
    /// Everything that can be reached from the tips.
    private(set) var objects: [ObjectID: PackKind] = [:]

    private let survey: Survey
    private let copy: ObjectFolder
    private let theirs: [String: ObjectID]
    private let name: String
    private var children: [ObjectID: [ObjectID]] = [:]

    /// - Throws: ``CopyError`` of kind `fork`, or `damaged` for what the copy does not have either.
    init(_ survey: Survey, copy: ObjectFolder, tips theirs: [String: ObjectID], name: String)
        throws(CopyError)
    {
        self.survey = survey
        self.copy = copy
        self.theirs = theirs
        self.name = name
        for (commit, parents) in survey.commits {
            for parent in parents { children[parent, default: []].append(commit) }
        }
        for branch in StoreBranch.allCases {
            let reference = branch.reference
            guard let tip = try decide(reference) else { continue }
            if let lacking = reach(tip) {
                throw CopyError(
                    .damaged,
                    "\(survey.path): \(reference) needs \(lacking), which is lost here, and \(name) does not have it; try another copy"
                )
            }
            set(reference, tip)
        }
        keepDerived()
    }

    // MARK: Append-only branches

    private func decide(_ reference: String) throws(CopyError) -> ObjectID? {
        let (ours, theirs) = (survey.references.tips[reference], theirs[reference])
        guard let theirs else {
            if survey.references.faults[reference] != nil {
                throw CopyError(
                    .damaged,
                    "\(survey.path): \(reference) is damaged, and \(name) has no such branch; try another copy"
                )
            }
            return ours
        }
        guard let ours else { return farthest(from: theirs) }
        if ours == theirs { return ours }
        var seen: Set<ObjectID> = []
        var next: ObjectID? = ours
        while let id = next, id != theirs, seen.insert(id).inserted {
            guard let parents = parents(id) else {
                if id == ours, !survey.objects.claims(ours) { return farthest(from: theirs) }
                throw CopyError(
                    .damaged,
                    "\(survey.path): commit \(id) of \(reference) is lost here, and \(name), which stands at \(theirs), does not have it; try another copy"
                )
            }
            next = parents.first
        }
        if next == theirs { return ours }
        var behind: ObjectID? = theirs
        var theirLine: Set<ObjectID> = []
        while let id = behind, id != ours, theirLine.insert(id).inserted { behind = parents(id)?.first }
        if behind == ours { return theirs }
        throw CopyError(
            .fork,
            "\(name): \(reference) stands at \(theirs), which is another history than that of \(survey.path) (\(ours)); nothing was changed"
        )
    }

    private func parents(_ id: ObjectID) -> [ObjectID]? {
        if let known = survey.commits[id] { return known }
        guard let found = copy.read(id), found.kind == .commit else { return nil }
        return ObjectLinks(.commit, found.bytes)?.commits
    }

    /// Where a branch stood whose reference is lost: at the end of the only line of commits of ours that goes on from the
    /// copy's. Where there is none, or more than one, the copy's.
    private func farthest(from start: ObjectID) -> ObjectID {
        var ends: [ObjectID] = [start]
        var layer = [start]
        while !layer.isEmpty, ends.count < survey.commits.count + 2 {
            layer = layer.flatMap { children[$0] ?? [] }
            if !layer.isEmpty { ends = layer }
        }
        guard ends.count == 1, let end = ends.first, end != start else { return start }
        var trial = self
        return trial.reach(end) == nil ? end : start
    }

    private mutating func set(_ reference: String, _ tip: ObjectID) {
        tips[reference] = tip
        let old = survey.references.tips[reference]
        if old != tip { moves.append(.init(reference: reference, old: old, new: tip)) }
    }

    // MARK: What is derived

    private mutating func keepDerived() {
        let (ours, faults) = (survey.references.tips, survey.references.faults)
        var areOurs = true
        let names = Set(ours.keys).union(theirs.keys).union(faults.keys)
            .filter { $0.hasPrefix(StoreLayout.timelines) }
        for reference in names.sorted() {
            if let tip = ours[reference], reach(tip) == nil {
                tips[reference] = tip
            } else if let tip = theirs[reference], reach(tip) == nil {
                set(reference, tip)
                areOurs = false
            } else {
                dropped.append(reference)
                areOurs = false
            }
        }
        for (reference, tip) in ours.sorted(by: { $0.key < $1.key })
        where tips[reference] == nil && !reference.hasPrefix(StoreLayout.timelines)
            && !StoreBranch.allCases.contains(where: { $0.reference == reference })
        {
            // What says when the timelines were made holds for those timelines only; a replacement hides history.
            let isStale = reference == StoreLayout.timelinesBase && !areOurs
            if !isStale, !reference.hasPrefix("refs/replace/"), reach(tip) == nil {
                tips[reference] = tip
            } else {
                dropped.append(reference)
            }
        }
    }

    // MARK: What can be reached

    /// Adds everything below a commit.
    ///
    /// - Returns: an object that is nowhere; nothing is added then.
    private mutating func reach(_ tip: ObjectID) -> ObjectID? {
        guard objects[tip] == nil else { return nil }
        var added: [ObjectID] = []
        var open: [(id: ObjectID, kind: PackKind)] = [(tip, .commit)]
        while let next = open.popLast() {
            guard objects[next.id] == nil else { continue }
            if next.kind == .blob {
                guard
                    survey.objects.isInSoundPack(next.id) || survey.objects.read(next.id)?.kind == .blob
                        || copy.read(next.id)?.kind == .blob
                else { return undo(added, next.id) }
            } else {
                let found = survey.objects.read(next.id) ?? copy.read(next.id)
                guard let found, found.kind == next.kind, let links = ObjectLinks(found.kind, found.bytes)
                else {
                    return undo(added, next.id)
                }
                open += links.all
            }
            objects[next.id] = next.kind
            added.append(next.id)
        }
        return nil
    }

    private mutating func undo(_ added: [ObjectID], _ lacking: ObjectID) -> ObjectID {
        for id in added { objects[id] = nil }
        return lacking
    }
}
