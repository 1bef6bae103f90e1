import Statute

/// Follows the words of one provision backwards until the version that brought them.
///
/// All words that stand in one provision of one version go on together, so that each provision is read once a version.
struct OriginTrace {
    private(set) var runs: [BlameRun] = []
    private(set) var origins: [Origin] = []

    /// One scalar of the words asked for, where it stands in some version.
    private struct Stand {
        /// In the words asked for.
        var asked: Int
        /// In the provision of that version.
        var offset: Int
        var touches: Int
        var crossings: Int
    }

    private struct Found {
        var origin: Origin
        var offset: Int
        var touches: Int
    }

    private var found: [Int: Found] = [:]
    private var pending: [Int: [ProvisionPath: [Stand]]] = [:]
    private var touchLists = ListTable<BlameRun.Touch>()
    private var crossingLists = ListTable<Origin.Crossing>()

    mutating func run(_ text: ArticleText, _ range: Range<Int>, in version: Int, _ blame: inout Blame) {
        pending[version] = [
            text.path: range.map { Stand(asked: $0, offset: $0, touches: 0, crossings: 0) }
        ]
        for place in stride(from: version, through: 0, by: -1) {
            guard let provisions = pending.removeValue(forKey: place) else { continue }
            for path in provisions.keys.sorted() {
                guard let text = blame.texts[place][path] else { continue }
                follow(provisions[path] ?? [], text, place, &blame)
            }
        }
        gather(range)
    }

    /// Takes words that stand in one provision one known version further back, or settles them here.
    private mutating func follow(
        _ stands: [Stand], _ text: ArticleText, _ version: Int, _ blame: inout Blame
    ) {
        var rest = stands
        var doubts: [Origin.Doubt] = []
        for older in stride(from: version - 1, through: 0, by: -1) where !rest.isEmpty {
            if case .absent(let absence) = blame.versions[older].content {
                doubts.append(.init(version: older, ground: .absent(absence)))
                continue
            }
            guard let step = blame.step(older, version), let entry = step.entry(ofNew: text.path) else {
                continue
            }
            guard entry.links.contains(where: { $0.after == text.path }) else {
                if entry.notHeld {
                    doubts.append(.init(version: older, ground: .leftOut))
                    continue
                }
                if blame.isMostlyAssumed(older) {
                    doubts.append(.init(version: older, ground: .mostlyAssumed))
                }
                settle(rest, text, version, .init(entry.kind), step.changes.rewrite, doubts, blame)
                return
            }
            let carried = CarriedWords(entry, into: text)
            let known = carried.partners.map { partner in
                KnownLines(partner) { blame.record(older, partner, at: $0).fidelity != .assumed }
            }
            var unknown: [Stand] = []
            var new: [Stand] = []
            for stand in rest {
                guard carried.sources.indices.contains(stand.offset) else {
                    unknown.append(stand)
                    continue
                }
                if let source = carried.sources[stand.offset] {
                    if known[source.partner].holds(source.offset) {
                        pass(stand, source, carried.partners[source.partner], text, entry, older, version)
                    } else {
                        unknown.append(stand)
                    }
                } else if known.first?.holds(carried.places[stand.offset]) ?? true {
                    new.append(stand)
                } else {
                    unknown.append(stand)
                }
            }
            settle(new, text, version, .init(entry.kind), false, doubts, blame)
            rest = unknown
            if !rest.isEmpty { doubts.append(.init(version: older, ground: .assumed)) }
        }
        settle(rest, text, version, doubts.isEmpty ? .original : .firstSeen, false, doubts, blame)
    }

    private mutating func pass(
        _ stand: Stand, _ source: CarriedWords.Source, _ partner: ArticleText, _ text: ArticleText,
        _ entry: ProvisionChange, _ older: Int, _ version: Int
    ) {
        var stand = stand
        switch source.manner {
        case .kept: break
        case .formal: stand.touches = touchLists.adding(.init(version: version, kind: .formal), stand.touches)
        case .editorial:
            stand.touches = touchLists.adding(.init(version: version, kind: .editorial), stand.touches)
        case .moved:
            let (from, to) = (partner.line(at: source.offset), text.line(at: stand.offset))
            cross(&stand, .moved, from ?? partner.path, to ?? text.path, version)
        }
        if let kind = Origin.Crossing.Kind(entry), !entry.isMain(partner.path, text.path) || kind == .moved {
            cross(&stand, kind, partner.path, text.path, version)
        }
        stand.offset = source.offset
        pending[older, default: [:]][partner.path, default: []].append(stand)
    }

    private mutating func cross(
        _ stand: inout Stand, _ kind: Origin.Crossing.Kind, _ before: ProvisionPath, _ after: ProvisionPath,
        _ version: Int
    ) {
        stand.crossings = crossingLists.adding(
            .init(version: version, kind: kind, before: before, after: after), stand.crossings)
    }

    private mutating func settle(
        _ stands: [Stand], _ text: ArticleText, _ version: Int, _ kind: Origin.Kind, _ isRewrite: Bool,
        _ doubts: [Origin.Doubt], _ blame: Blame
    ) {
        guard !stands.isEmpty else { return }
        let records = KnownLines(text) { blame.record(version, text, at: $0) }
        for stand in stands {
            let record = records.value(at: stand.offset) ?? Provenance.Record(fidelity: .assumed)
            let isStandIn = record.fidelity == .assumed
            found[stand.asked] = Found(
                origin: Origin(
                    version: version, provision: text.path, label: text.label,
                    kind: isStandIn ? .standIn : kind, record: record, isRewrite: !isStandIn && isRewrite,
                    doubts: isStandIn ? [] : doubts,
                    crossings: crossingLists[stand.crossings].reversed()),
                offset: stand.offset, touches: stand.touches)
        }
    }

    // MARK: Runs

    /// Puts words of one origin that stand behind one another, here and there, into runs.
    private mutating func gather(_ range: Range<Int>) {
        var order: [Origin: Int] = [:]
        for index in range {
            if let origin = found[index]?.origin, order[origin] == nil { order[origin] = order.count }
        }
        // Oldest first; within a version as they come in the words.
        let sorted = order.sorted { ($0.key.version, $0.value) < ($1.key.version, $1.value) }
        origins = sorted.map(\.key)
        let places = Dictionary(sorted.enumerated().map { ($1.key, $0) }) { first, _ in first }
        var last: Found?
        for index in range {
            guard let here = found[index], let origin = places[here.origin] else { continue }
            let isTouched = here.touches != 0
            if let last, last.origin == here.origin, last.touches == here.touches,
                here.offset == last.offset + 1 || (isTouched && here.offset == last.offset),
                let run = runs.last
            {
                runs[runs.count - 1].range = run.range.lowerBound..<(index + 1)
                runs[runs.count - 1].was = run.was.lowerBound..<(here.offset + 1)
            } else {
                runs.append(
                    BlameRun(
                        range: index..<(index + 1), origin: origin, was: here.offset..<(here.offset + 1),
                        touches: touchLists[here.touches].reversed()))
            }
            last = here
        }
    }
}

extension Origin.Kind {
    /// How new words came in, by the entry that has them.
    init(_ kind: ChangeKind) {
        switch kind {
        case .inserted, .repealed: self = .inserted
        case .modified, .renumbered, .unchanged: self = .modified
        case .split: self = .split
        case .joined: self = .joined
        case .regrouped: self = .regrouped
        }
    }
}

extension Origin.Crossing.Kind {
    /// Nil for an entry that leaves words where they were.
    fileprivate init?(_ entry: ProvisionChange) {
        switch entry.kind {
        case .split: self = .split
        case .joined: self = .joined
        case .regrouped: self = .regrouped
        default:
            guard entry.moved else { return nil }
            self = .moved
        }
    }
}

extension ProvisionChange {
    /// Whether each of the two is the main partner of the other: then the one goes on in the other.
    fileprivate func isMain(_ before: ProvisionPath, _ after: ProvisionPath) -> Bool {
        links.first { $0.before == before }?.after == after
            && links.first { $0.after == after }?.before == before
    }
}

extension ArticleText {
    /// The path of the line that a scalar stands in.
    func line(at offset: Int) -> ProvisionPath? { spans.last { $0.range.lowerBound <= offset }?.path }
}
