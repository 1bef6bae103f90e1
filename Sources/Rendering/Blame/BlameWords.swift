import Redline
import Statute

/// The words in which renderings speak of origins and of lineage.
struct BlameWords {
    let view: BlameView

    /// `a`, `b` … `z`, `aa`: the sign of an origin in one provision.
    static func sign(_ origin: Int) -> String {
        var rest = origin
        var letters: [Character] = []
        repeat {
            letters.append(Character(Unicode.Scalar(UInt8(0x61 + rest % 26))))
            rest = rest / 26 - 1
        } while rest >= 0
        return String(letters.reversed())
    }

    /// `第二十八条`; with its path where only a part was asked for.
    func title(_ blame: ProvisionBlame) -> String {
        let label = blame.provision.displayLabel
        return blame.part == blame.provision.path ? label : "\(label) (\(blame.part))"
    }

    /// `in the first version`, `inserted`, `modified when split` …
    func kind(_ origin: Origin) -> String {
        switch origin.kind {
        case .original: "in the first version"
        case .inserted: origin.isRewrite ? "new in a rewritten text" : "inserted"
        case .modified: "modified"
        case .split: "modified when split"
        case .joined: "modified when joined"
        case .regrouped: "modified when regrouped"
        case .firstSeen: "not known before"
        case .standIn: "not known"
        }
    }

    /// What has to be said of an origin beyond its kind; each a sentence.
    func notes(_ origin: Origin) -> [String] {
        var notes: [String] = []
        switch origin.kind {
        case .standIn:
            notes.append(
                "The words are not known; those of \(origin.record.basis ?? "another version") stand in.")
        case .firstSeen:
            notes.append("First seen in \(view.name(origin.version)): no earlier text can be read.")
        default: break
        }
        if origin.isRewrite {
            notes.append(
                "\(view.name(origin.version)) was rewritten: hardly any provision can be paired with an older one."
            )
        }
        notes += doubts(origin)
        for crossing in origin.crossings { notes.append(words(crossing)) }
        if origin.kind != .standIn, origin.record.fidelity != .official {
            notes.append(trust(origin.record))
        }
        return notes
    }

    /// `As reported by a named source: …`
    private func trust(_ record: Provenance.Record) -> String {
        let words = DigestWords.capital(record.fidelity.words)
        guard record.fidelity == .reported, let first = record.sources.first else { return "\(words)." }
        let rest = record.sources.count > 1 ? " and \(record.sources.count - 1) more" : ""
        return "\(words): \(first)\(rest)."
    }

    /// `May have stood in undated.draft-3 already: the text was not published.`
    private func doubts(_ origin: Origin) -> [String] {
        Dictionary(grouping: origin.doubts, by: \.ground).sorted { $0.value[0].version < $1.value[0].version }
            .map { ground, doubts in
                let names = doubts.map(\.version).sorted().map(view.name).joined(separator: ", ")
                return "May have stood in \(names) already: \(why(ground, doubts.count))."
            }
    }

    private func why(_ ground: Origin.Doubt.Ground, _ count: Int) -> String {
        switch ground {
        case .absent(let absence): Self.absence(absence)
        case .leftOut: "an extract, which may leave it out"
        case .assumed: "what is shown of it is only assumed"
        case .mostlyAssumed: "the provision is missing there, but most of that text is only assumed"
        }
    }

    static func absence(_ absence: BlameVersion.Absence) -> String {
        switch absence {
        case .notPublished: "the text was not published"
        case .notHeld: "the text is not held"
        case .otherLanguage: "the text is held in the other language only"
        case .namedInHeadnote: "a headnote names the act, its text is not held"
        }
    }

    /// `split from art_40 in 2023-04-26.revised`
    private func words(_ crossing: Origin.Crossing) -> String {
        let version = view.name(crossing.version)
        switch crossing.kind {
        case .split: return "Came from \(crossing.before) when it was split, in \(version)."
        case .joined: return "Came from \(crossing.before) when it was joined, in \(version)."
        case .regrouped: return "Came from \(crossing.before) when provisions were regrouped, in \(version)."
        case .moved: return "Moved from \(crossing.before) to \(crossing.after), in \(version)."
        }
    }

    /// `editorial change in 2013-12-28.amended: ，` for what went over the words without making them others.
    func touches(_ blame: ProvisionBlame) -> [String] {
        var found: [BlameRun.Touch: [String]] = [:]
        for run in blame.runs {
            for touch in run.touches { found[touch, default: []].append(blame.words(of: run)) }
        }
        let kinds: [BlameRun.Touch.Kind] = [.formal, .editorial]
        return kinds.flatMap { kind in
            found.filter { $0.key.kind == kind }.sorted { $0.key.version < $1.key.version }.map {
                touch, words in
                let what = kind == .formal ? "Numbers and references that follow" : "Editorial changes"
                let shown = words.prefix(3).map { "“\($0.replacing("\n", with: "¶"))”" }.joined(
                    separator: ", ")
                let rest = words.count > 3 ? " and \(words.count - 3) more" : ""
                return VisibleText.line("\(what) in \(view.name(touch.version)): \(shown)\(rest).")
            }
        }
    }

    /// Where more versions can be followed in the other language.
    var languageHint: String? {
        let count = view.versions.count { $0.absence == .otherLanguage }
        guard count > 0 else { return nil }
        let other: Language = view.language == .zh ? .en : .zh
        return "\(count == 1 ? "1 version is" : "\(count) versions are") held in \(other.rawValue) only: "
            + "--language \(other.rawValue) follows \(count == 1 ? "it" : "them")"
    }

    /// What the blame cannot say, above everything: the provision is only assumed, or stands alone.
    func warnings(_ blame: ProvisionBlame) -> [String] {
        let kinds = Set(blame.runs.map { blame.origins[$0.origin].kind })
        if kinds == [.standIn] {
            return ["Not known: nothing is said of these words, which stand in for others."]
        }
        return kinds.contains(.standIn) ? ["Some of these words only stand in for what is not known."] : []
    }

    // MARK: Versions

    /// `signed 2016-11-07 · published 2016-11-07 · effective 2017-06-01`
    func dates(_ version: BlameView.Version) -> String {
        let dates = [
            ("signed", version.signed), ("published", version.published), ("effective", version.effective),
        ].compactMap { what, date in date.map { "\(what) \($0)" } }
        return dates.isEmpty ? "no date is known" : dates.joined(separator: " · ")
    }

    /// Who made the version in law.
    func enactment(_ version: BlameView.Version) -> String? {
        let body = version.body.map { version.isDraft ? "a draft; the law is for \($0) to make" : $0 }
        let act = version.act.map { words in
            version.actSource.map { "\(words) (headnote of \($0))" } ?? words
        }
        let words = [body, act].compactMap { $0 }
        return words.isEmpty ? nil : VisibleText.line(words.joined(separator: "; "))
    }

    /// How we know of it: capture and commit, which say nothing of who made the law.
    func holding(_ version: BlameView.Version) -> String? {
        guard let holding = version.holding else { return nil }
        var words =
            "known here since \(holding.known), captured \(holding.captured) from \(holding.capture), SHA-256 \(holding.sha256.prefix(16))…"
        if let commit = version.commit {
            words += ", commit \(commit.id.prefix(12)) by \(commit.author) at \(commit.time)"
        }
        return VisibleText.line(words)
    }

    // MARK: Lineage

    func state(_ row: LineageRow) -> String {
        switch row.state {
        case .stands: row.provision?.displayLabel ?? "stands"
        case .missing: "–"
        case .repealed: "–"
        case .leftOut: "not held"
        case .absent: "not held"
        }
    }

    func kind(_ row: LineageRow) -> String {
        switch row.state {
        case .absent(let absence): return Self.absence(absence)
        case .leftOut: return "an extract, which may leave it out"
        case .missing: return "does not stand there"
        case .repealed, .stands: break
        }
        var words = row.kind.map { row.isMoved ? "\($0.rawValue), moved" : $0.rawValue } ?? ""
        if row.kind == nil {
            words =
                row.fidelity == .assumed
                ? "only assumed" : row.version == firstHeld ? "first text held" : "not known before"
        }
        if !row.others.isEmpty {
            let verb = row.kind == .split ? "also" : row.kind == .joined ? "with" : "also"
            words += " (\(verb) \(row.others.map(\.displayLabel).joined(separator: ", ")))"
        }
        if let since = row.since, since != row.version - 1 { words += ", since \(view.name(since))" }
        return words
    }

    private var firstHeld: Int? { view.versions.firstIndex { $0.absence == nil } }

    /// Significance and reasons.
    func weight(_ row: LineageRow) -> String {
        var seen: Set<String> = []
        let reasons = row.reasons.compactMap(ChangeWords.reason).filter { seen.insert($0).inserted }
        var words = row.significance.map { [$0.rawValue] } ?? []
        if row.kind == .inserted || row.kind == .repealed || row.kind == .unchanged { return words.joined() }
        words += reasons.prefix(3)
        if reasons.count > 3 { words.append("and \(reasons.count - 3) more") }
        return words.joined(separator: " · ")
    }

    /// `2015-07-06.draft-1 第二十三条 → 2016-11-07.adopted 第二十八条`: where the number changed.
    func line(_ rows: [LineageRow]) -> String {
        var parts: [String] = []
        var last = ""
        for row in rows {
            guard row.state == .stands, let label = row.provision?.displayLabel else {
                if row.state == .repealed { parts.append("repealed by \(view.name(row.version))") }
                continue
            }
            if label != last { parts.append("\(view.name(row.version)) \(label)") }
            last = label
        }
        return parts.joined(separator: " → ")
    }
}
