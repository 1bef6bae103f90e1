import Statute

/// One go at a store: looks, makes one pack of the small ones, proves it, and only then takes away what it replaces.
///
/// At every moment each object that was there is in a pack that is on disk and was read back from there by its hash,
/// or still where it was. A run that is killed leaves a second copy, never none, and the next one goes on from there.
struct Upkeep {
    let repository: Repository
    let options: UpkeepOptions
    /// Called before each step that a reader or a power cut could come between. Tests do.
    var willStep: (String) throws(StoreError) -> Void = { _ in }

    private var objects: String { repository.path + "/objects" }

    func run() throws(StoreError) -> UpkeepReport {
        var report = UpkeepReport()
        report.before = StoreFigures(of: repository.path)
        report.left = try adopt()
        let stock = try Stock(objects)
        var walk = try StoreWalk(repository) { stock.room[$0] != nil }
        var found: [StoreWalk.Found] = []
        // Whatever is missing ends it here: a damaged store is to be restored, and not to be tidied up.
        try walk.run { found.append($0) }

        let strays = try Strays(stock: stock, reached: walk.seen, repository: repository)
        report.strays = strays.commits
        report.strayObjects = strays.objects.count
        report.strayBytes = strays.bytes
        report.dropped = options.dropsUnreachable && !strays.objects.isEmpty
        if report.dropped, let logged = strays.commits.first(where: \.isLogged) {
            throw .refused(
                subject: "\(repository.path) \(logged.id)",
                reason:
                    "no branch holds this commit any more, but the log of evidence names it: a branch was set back"
            )
        }

        let plan = try RepackPlan(stock, isFull: options.isFull || report.dropped)
        report.stayed = plan.staying.map(\.name)
        var made: PackFiles?
        if !plan.isIdle, !options.isDry {
            let wanted = plan.objects(without: report.dropped ? strays.objects : [], order: found)
            made = try replace(plan, wanted)
            report.packed = wanted.count
        }
        report.made = made?.name
        report.pruned += try prune(plan, stock, made: made)

        let now = options.isDry ? stock : try Stock(objects)
        count(found, now, branches: walk.branches.map(\.name), &report)
        report.longestChain =
            try now.packs.map { pack throws(StoreError) in try PackChains.longest(pack) }.max() ?? 0
        if options.isDry {
            report.graph = walk.commits.count
        } else {
            try willStep("commit-graph")
            report.graph = try GraphFile(objects: objects).write(walk.commits) ? walk.commits.count : nil
        }
        report.after = options.isDry ? report.before : StoreFigures(of: repository.path)
        return report
    }

    // MARK: Steps

    /// Makes the new pack and proves everything that it, and the packs that stay, are relied on for.
    private func replace(_ plan: RepackPlan, _ wanted: [(key: ObjectID, like: LikeName)])
        throws(StoreError) -> PackFiles?
    {
        let maker = PackMaker(repository: repository)
        var published: PackFiles?
        if !wanted.isEmpty {
            try willStep("make")
            let made = try maker.make(wanted, room: plan.room)
            try willStep("prove")
            try PackProof(pack: made).check(Set(wanted.map(\.key)))
            try willStep("publish")
            published = try maker.publish(made)
        }
        // What is in a pack that stays and in one that goes must be right in the one that stays.
        let doubles = plan.doubles
        for pack in plan.staying {
            let mine = try Set(pack.entries().map(\.key)).intersection(doubles)
            if !mine.isEmpty { try PackProof(pack: pack).check(mine) }
        }
        return published
    }

    /// Takes away what the new pack holds, too, and what others left half-way.
    private func prune(_ plan: RepackPlan, _ stock: Stock, made: PackFiles?) throws(StoreError)
        -> [UpkeepReport.Pruned]
    {
        var gone = PrunedFiles(store: repository.path, isDry: options.isDry, willStep: willStep)
        let name = made?.name ?? (options.isDry ? "the pack to be made" : "a larger pack")
        if !plan.isIdle {
            // It names packs that are about to go, and stock git would look for them.
            let index = objects + "/pack/multi-pack-index"
            if !plan.folding.isEmpty { try gone.remove(index, "derived from packs that are replaced") }
            for pack in plan.folding where pack.name != made?.name {
                for ending in PackFiles.endings {
                    try gone.remove(
                        "\(pack.folder)/\(pack.name).\(ending)", "every object of it is in \(name)")
                }
            }
            for object in stock.loose { try gone.remove(object.path, "in \(name)") }
        }
        for path in Orphans.indexes(in: objects + "/pack", known: stock.room) {
            try gone.remove(path, "an index without its pack; every object that it names is there")
        }
        for path in Orphans.temporaries(in: objects) { try gone.remove(path, "left by a git that died") }
        return gone.files
    }

    /// Takes in packs that lost their index.
    ///
    /// - Returns: Those that could not be read.
    private func adopt() throws(StoreError) -> [String] {
        var left: [String] = []
        for pack in Orphans.packs(in: objects + "/pack") {
            let name = "objects/pack/\(pack.split(separator: "/").last ?? "")"
            if options.isDry {
                left.append("\(name): a pack without its index; it would be given one")
            } else if try !PackAdoption(maker: PackMaker(repository: repository)).adopt(pack) {
                left.append("\(name): a pack without its index, and not whole; it was left alone")
            }
        }
        return left
    }

    // MARK: Counting

    private func count(
        _ found: [StoreWalk.Found], _ stock: Stock, branches: [String], _ report: inout UpkeepReport
    ) {
        report.branches = branches.map { UpkeepReport.Branch(name: $0) }
        var nights: [String: UpkeepReport.Night] = [:]
        var days: [Int64: String] = [:]
        var newest: Int64 = 0
        let derived = branches.firstIndex(of: StoreWalk.timelines)
        for object in found {
            let bytes = stock.room[object.key] ?? 0
            report.branches[object.branch].objects += 1
            report.branches[object.branch].bytes += bytes
            if object.kind == .commit { report.branches[object.branch].commits += 1 }
            guard object.branch != derived, object.time > 0 else { continue }
            // A night is a day in Beijing, eight hours ahead.
            let number = (object.time + 28_800) / 86_400
            newest = max(newest, number)
            let day = days[number] ?? CalendarDate(unixTime: number * 86_400).description
            days[number] = day
            nights[day, default: UpkeepReport.Night(day: day)].bytes += bytes
            if object.kind == .commit { nights[day]?.commits += 1 }
        }
        // HEAD and the like lead to nothing that the branches before them do not.
        report.branches.removeAll { $0.objects == 0 }
        let first = CalendarDate(unixTime: max(0, newest - Int64(UpkeepReport.span) + 1) * 86_400).description
        report.nights = nights.values.filter { $0.day >= first }.sorted { $0.day < $1.day }
    }
}
