import GitStore
import Statute

/// Reads every capture again that a version was made from, and writes nothing: what differs is known before anything is
/// done about it. Holds one version at a time.
struct RebuildSurvey {
    private(set) var report = RebuildReport()
    /// The texts that read otherwise, by version and language tag, with why.
    private(set) var differing: [VersionKey: [String: String]] = [:]
    /// Instruments of which a version cannot be read; nothing is derived from them.
    private(set) var damaged: Set<InstrumentID> = []

    private struct Loss {
        var key: VersionKey
        var tag: String
        var kind: TextDrift.Loss
    }
    private var losses: [Loss] = []

    /// - Parameter takesLosses: upgrades that only lose words are made whatever their number.
    init(
        _ order: RebuildOrder, of store: GitStore, at tip: ObjectID?, _ remake: VersionRemake,
        takesLosses: Bool
    ) throws {
        for entry in order.entries {
            guard let stored = try store.version(entry.key, at: tip) else { continue }
            report.versions += 1
            guard let record = try? VersionRecord(stored.metadata) else {
                report.unreadable.append(line(entry.key, "", nil, "version.json cannot be read"))
                damaged.insert(entry.key.instrument)
                continue
            }
            for tag in record.texts.keys.sorted() { try look(at: tag, stored, record, remake) }
            for tag in stored.texts.keys.sorted() where record.texts[tag] == nil {
                report.missing.append(
                    line(entry.key, tag, nil, "version.json does not say from what it was made"))
            }
        }
        if !takesLosses { brake() }
    }

    private mutating func look(
        at tag: String, _ stored: StoredVersion, _ record: VersionRecord, _ remake: VersionRemake
    ) throws {
        report.texts += 1
        let capture = record.texts[tag]?.capture
        switch try remake.outcome(stored, record, tag) {
        case .same: report.same += 1
        case .missing(let why): report.missing.append(line(stored.key, tag, capture, why))
        case .unreadable(let why): report.unreadable.append(line(stored.key, tag, capture, why))
        case .differs(let difference):
            differing[stored.key, default: [:]][tag] = difference.reason
            report.upgraded.append(
                RebuildReport.Upgrade(
                    line: line(stored.key, tag, capture, difference.reason),
                    articles: difference.changed.paths.count, first: difference.changed.paths.first))
            if difference.drift.isDeletionsOnly, let kind = difference.drift.loss {
                losses.append(Loss(key: stored.key, tag: tag, kind: kind))
            }
        }
    }

    /// Several laws that lose the same kind of thing and gain nothing: a program that reads worse looks just so.
    private mutating func brake() {
        for kind in TextDrift.Loss.allCases {
            let lost = losses.filter { $0.kind == kind }
            let laws = Set(lost.map(\.key.instrument)).count
            guard laws >= NightBrake.laws else { continue }
            for loss in lost {
                differing[loss.key]?[loss.tag] = nil
                if differing[loss.key]?.isEmpty == true { differing[loss.key] = nil }
                let name = (loss.key.description, loss.tag)
                guard
                    let place = report.upgraded.firstIndex(where: {
                        ($0.line.version, $0.line.language) == name
                    })
                else { continue }
                var upgrade = report.upgraded.remove(at: place)
                upgrade.line.reason =
                    "\(laws) laws would lose \(kind.rawValue) and gain nothing: the program may read worse, not better"
                report.held.append(upgrade)
            }
        }
    }

    private func line(_ key: VersionKey, _ tag: String, _ capture: String?, _ reason: String)
        -> RebuildReport.Line
    {
        RebuildReport.Line(version: key.description, language: tag, capture: capture ?? "", reason: reason)
    }
}
