package import Evidence
import Foundation
import GitStore
import Statute

/// Looks at a repository as somebody would who trusts nothing but a key: reads its files and no secret, changes nothing,
/// and works on a store, a mirror or a clone.
package struct Verification {
    /// From where on the log is looked at.
    package enum Since: Sendable {
        case entry(Int)
        /// A checkpoint that was verified before; the log must still begin with it.
        case checkpoint(String)
    }

    package var path: String
    package var since: Since?
    /// Checkpoints that came from elsewhere, with what they are called.
    package var against: [(name: String, note: String)] = []
    /// Keys that came from elsewhere; none: the store's own word is taken.
    package var keys: [VerifierKey] = []
    package var requiresSignatures = false
    /// Unix seconds.
    package var now: Int64
    /// Hours after which the newest checkpoint is too old.
    package var freshness = 36
    /// PEM certificates of those whose time stamps count; nil: stamps are not looked at.
    package var stampAuthority: String?

    package init(path: String, now: Int64) {
        self.path = path
        self.now = now
    }

    /// - Throws: ``StoreError`` where there is no repository.
    package func run() throws -> VerifyReport {
        let folder = try repository()
        var report = VerifyReport(path: path)
        report.add(FolderAudit(folder).problems)
        let references = ReferenceAudit(folder)
        report.add(references.problems)
        for branch in StoreBranch.allCases {
            if let tip = references.tip(branch) { report.tips.append((branch.rawValue, "\(tip)")) }
        }
        let directory = ObjectDirectory(folder)
        var table: ObjectTable?
        if since == nil {
            let audit = ObjectAudit.run(directory)
            report.add(audit.problems)
            report.objects = audit.objects
            table = audit.table
        } else {
            report.add(directory.faults.map { Problem(fault: $0) })
        }
        let known = table
        let make: @Sendable () -> Facts = { Facts(directory, known) }
        let facts = make()
        let trust = Trust(given: keys, isRequired: requiresSignatures)
        let log = try self.log(references, trust, facts, make, &report)
        branches(references, log, trust, facts, make, &report)
        let timelines = TimelineAudit.run(
            since == nil ? references.timelines : [], trust: trust, keys: log?.keys ?? KeyHistory(),
            make: make)
        report.add(timelines.problems)
        report.timelineCommits = timelines.commits
        if timelines.unsigned > 0, log?.keys.current != nil {
            report.remarks.append(
                "\(timelines.unsigned) of \(timelines.commits) commits on timelines are unsigned: they are derived, and lexwatch rebuild makes them again"
            )
        }
        for (name, tip) in references.names.sorted(by: { $0.key < $1.key })
        where name.hasPrefix("refs/lexwatch/") {
            if !facts.reader.has(tip) {
                report.add([Problem(.missingObject, name, "it points at \(tip), which is not there")])
            }
        }
        return report
    }

    // MARK: Steps

    /// The folder that holds `objects`: the path itself or its `.git`.
    private func repository() throws -> String {
        var trimmed = path
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        for folder in [trimmed, trimmed + "/.git"] {
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: folder + "/objects", isDirectory: &isFolder),
                isFolder.boolValue
            {
                return folder
            }
        }
        guard FileManager.default.fileExists(atPath: trimmed) else { throw StoreError.absent(path: path) }
        throw StoreError.foreign(path: path, found: "nothing that holds git's objects")
    }

    private func log(
        _ references: ReferenceAudit, _ trust: Trust, _ facts: Facts, _ make: @escaping @Sendable () -> Facts,
        _ report: inout VerifyReport
    ) throws -> LogAudit? {
        var outside: [(name: String, checkpoint: Checkpoint, signed: SignedNote?)] = []
        var asked = against
        if case .checkpoint(let note)? = since { asked.append(("the checkpoint given with --since", note)) }
        for (name, note) in asked {
            do {
                let (checkpoint, signed) = try LogHead.parsed(note, place: name)
                outside.append((name, checkpoint, signed))
            } catch {
                throw StoreError.refused(subject: name, reason: Problem.words(error))
            }
        }
        guard let tip = references.tip(.log) else {
            report.add([
                Problem(
                    .noLog, "refs/heads/log",
                    "nothing is logged: what was dropped or rewritten cannot be seen")
            ])
            for (name, checkpoint, _) in outside {
                report.add([
                    Problem(.rollback, "log", "it is gone; \(name) has \(checkpoint.size) entries of it")
                ])
            }
            if !keys.isEmpty || requiresSignatures {
                report.add([
                    Problem(.unsignedCheckpoint, "log", "there is no checkpoint to be signed", weight: .fault)
                ])
            }
            return nil
        }
        var start = 0
        switch since {
        case .entry(let number)?: start = number
        case .checkpoint?: start = outside.last?.checkpoint.size ?? 0
        case nil: break
        }
        let audit: LogAudit
        do {
            audit = try LogAudit(
                tip, from: start, asked: outside.map(\.checkpoint.size), trust: trust, facts: facts,
                make: make)
        } catch {
            report.add([Problem(found: error, "log")])
            return nil
        }
        report.add(audit.problems)
        let checkpoint = audit.head.checkpoint
        report.origin = checkpoint.origin
        report.size = checkpoint.size
        report.root = checkpoint.root.hex
        report.checkpoint = audit.head.note
        report.checkpointTime = audit.steps.last?.time
        report.since = since == nil ? nil : audit.start
        report.entries = audit.entries.count
        report.keys = audit.keys.records.map(\.key.fingerprint)
        trusted(audit, trust, &report)
        for (name, other, signed) in outside {
            compare(name, other, signed, audit, trust, facts, &report)
        }
        if let stampAuthority {
            let stamps = StampAudit.run(audit.head, anchors: stampAuthority)
            report.add(stamps.problems)
            report.remarks += stamps.remarks
        }
        if let time = report.checkpointTime, now - time > Int64(freshness) * 3_600 {
            report.add([
                Problem(
                    .freeze, "log checkpoint",
                    "it is of \(UTC.text(time)), \((now - time) / 3_600) hours ago, and more than \(freshness) is too old"
                )
            ])
        }
        return audit
    }

    /// Whose word all this is.
    private func trusted(_ audit: LogAudit, _ trust: Trust, _ report: inout VerifyReport) {
        guard let current = audit.keys.current else {
            let isWarned = keys.isEmpty && !requiresSignatures
            let wasSigned = audit.steps.contains { (try? SignedNote(parsing: $0.note)) != nil }
            report.add([
                Problem(
                    .unsignedCheckpoint, "log checkpoint",
                    wasSigned
                        ? "it has no signature, and an earlier one had"
                        : "nothing is signed: whoever can write the store can make all of it anew",
                    weight: isWarned && !wasSigned ? .warning : .fault)
            ])
            return
        }
        if keys.isEmpty {
            report.remarks.append(
                "the key is the store's own word: \(current.key.fingerprint); compare it with one from elsewhere, or give that with --key"
            )
        } else if !trust.vouches(for: audit.keys) {
            report.add([
                Problem(
                    .wrongKey, "log keys",
                    "the store's keys are \(audit.keys.records.map(\.key.fingerprint).joined(separator: ", ")), and none of them was given"
                )
            ])
        }
        if current.from > 0, audit.keys.records.first?.from ?? 0 > 0, let first = audit.keys.records.first {
            report.remarks.append("the first \(first.from) entries are from before there was a key")
        }
    }

    /// The log against a checkpoint that came from elsewhere: it must begin with it.
    private func compare(
        _ name: String, _ other: Checkpoint, _ signed: SignedNote?, _ audit: LogAudit, _ trust: Trust,
        _ facts: Facts, _ report: inout VerifyReport
    ) {
        let own = audit.head.checkpoint
        if let signed {
            let known = keys + audit.keys.records.map(\.key)
            if !known.contains(where: { signed.verifies(with: $0) && trust.knows($0, audit.keys) }) {
                report.add([Problem(.wrongKey, name, "no key of this store has signed it")])
                return
            }
        } else if !audit.keys.records.isEmpty || !keys.isEmpty {
            report.add([Problem(.unsignedCheckpoint, name, "it has no signature", weight: .fault)])
            return
        }
        guard other.origin == own.origin else {
            report.add([Problem(.fork, name, "it is of the log \(other.origin), and this is \(own.origin)")])
            return
        }
        guard other.size <= own.size else {
            report.add([
                Problem(
                    .rollback, "log",
                    "it has \(own.size) entries, and \(name) has \(other.size): the newest \(other.size - own.size) are gone"
                )
            ])
            return
        }
        var root = audit.roots[other.size]
        if root == nil, other.size < audit.start, let peaks = try? audit.head.tiles.peaks(of: other.size) {
            root = MerkleFrontier(size: other.size, peaks: peaks)?.root
        }
        if other.size == 0 { root = LogHashing.empty }
        guard root != other.root else { return }
        report.add([
            Problem(
                .fork, "log",
                "its first \(other.size) entries are not those of \(name): one of the two histories was made anew"
            )
        ])
    }

    private func branches(
        _ references: ReferenceAudit, _ log: LogAudit?, _ trust: Trust, _ facts: Facts,
        _ make: @escaping @Sendable () -> Facts, _ report: inout VerifyReport
    ) {
        let keys = log?.keys ?? KeyHistory()
        var logged: [StoreBranch: [BranchAudit.Logged]] = [:]
        if let log {
            report.add(order(log, trust, facts))
            for (place, entry) in log.entries.enumerated() {
                guard let entry, logged[entry.head.branch]?.last?.commit != entry.head.commit else {
                    continue
                }
                logged[entry.head.branch, default: []].append(
                    BranchAudit.Logged(commit: entry.head.commit, index: log.start + place))
            }
        }
        var unlogged: [(StoreBranch, ObjectName)] = []
        for branch in LogHead.branches {
            let own = logged[branch] ?? []
            var base: ObjectName?
            if let log, log.start > 0 {
                base =
                    own.first.flatMap { try? facts.commit($0.commit).parent }
                    ?? (own.isEmpty ? log.head.tips[branch] : nil)
            }
            let audit = BranchAudit(
                branch, tip: references.tip(branch), logged: own, base: base, isWhole: (log?.start ?? 0) == 0,
                facts: facts)
            report.add(audit.problems)
            if log != nil, let first = audit.unlogged.first {
                report.add([
                    Problem(
                        .unlogged, branch.reference,
                        "its newest \(audit.unlogged.count == 1 ? "commit is" : "\(audit.unlogged.count) commits are") not in the log, \(first) the first"
                    )
                ])
            }
            unlogged += audit.unlogged.map { (branch, $0) }
        }
        // What no entry vouches for is looked at all the same.
        let size = log?.head.checkpoint.size ?? 0
        let work = unlogged
        let tools = Workers.run((work.count + 255) / 256, make: { Gathering(make()) }) { tool, piece in
            let audit = CommitAudit(facts: tool.facts)
            for (branch, name) in work[(piece * 256)..<min(piece * 256 + 256, work.count)] {
                _ = audit.logged(name, on: branch, &tool.problems)
                audit.judge(
                    name, "\(branch.rawValue) \(name)", trust.accepted(at: size, keys), &tool.problems)
            }
        }
        report.add(tools.flatMap(\.problems))
    }

    private final class Gathering {
        let facts: Facts
        var problems: [Problem] = []
        init(_ facts: Facts) { self.facts = facts }
    }

    /// Signatures and times of logged commits, and that each is told of once and whole.
    private func order(_ log: LogAudit, _ trust: Trust, _ facts: Facts) -> [Problem] {
        var problems: [Problem] = []
        let audit = CommitAudit(facts: facts)
        var latest: Int64 = .min
        var known: Int64 = .min
        var boundaries = Self.boundaries(log.steps)[...]
        var seen: Set<ObjectName> = []
        var before: LogAudit.Entry?
        for (place, entry) in log.entries.enumerated() {
            let index = log.start + place
            while let next = boundaries.first, next <= index {
                known = latest
                boundaries.removeFirst()
            }
            guard let entry else { continue }
            let isSame = before?.head == entry.head
            let follows = isSame ? entry.part == (before?.part ?? 0) + 1 : entry.part == 0
            if entry.parts > 0, !follows, place > 0 || log.start == 0 {
                problems.append(
                    Problem(.mixed, "log entry \(index)", "it is not the next part of \(entry.head.commit)"))
            }
            if let last = before, !isSame, last.parts > 0, last.part + 1 != last.parts {
                problems.append(
                    Problem(.mixed, "log entry \(index - 1)", "\(last.head.commit) is not told of to its end")
                )
            }
            before = entry
            if isSame { continue }
            let name = "log entry \(index), \(entry.head.branch.rawValue) \(entry.head.commit)"
            if !seen.insert(entry.head.commit).inserted {
                problems.append(Problem(.mixed, name, "the commit is logged a second time"))
            }
            audit.judge(entry.head.commit, name, trust.accepted(at: index, log.keys), &problems)
            guard let time = entry.time else { continue }
            if known != .min, time + CommitAudit.leeway < known {
                problems.append(
                    Problem(
                        .backDated, name,
                        "its time \(UTC.text(time)) is before \(UTC.text(known)), by when the log had gone on"
                    ))
            }
            latest = max(latest, time)
        }
        return problems
    }

    /// Sizes at which one catch-up ended and another began: those of one moment are one.
    private static func boundaries(_ steps: [LogAudit.Step]) -> [Int] {
        zip(steps, steps.dropFirst()).filter { $0.time != $1.time }.map { $0.0.size }
    }
}
