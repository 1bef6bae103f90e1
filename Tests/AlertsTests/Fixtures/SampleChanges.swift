import Alerts
import Redline
import Statute

/// Two short texts and the redline between them, made by hand: article by article, in pairs.
struct SampleChange {
    /// One entry: the old and the new words of an article, with its numbers.
    struct Entry {
        var old: (number: String, text: String)?
        var new: (number: String, text: String)?
        var kind: ChangeKind
        var significance: Significance = .substantive
        var reasons: [Reason] = []
        var fidelityBefore: Fidelity = .official
        var fidelityAfter: Fidelity = .official

        static func modified(
            _ old: String, _ new: String, number: String = "1", to: String? = nil, reasons: [Reason] = [],
            significance: Significance = .substantive
        ) -> Entry {
            Entry(
                old: (number, old), new: (to ?? number, new), kind: .modified, significance: significance,
                reasons: reasons)
        }

        static func inserted(_ text: String, number: String = "1") -> Entry {
            Entry(old: nil, new: (number, text), kind: .inserted)
        }

        static func repealed(_ text: String, number: String = "1") -> Entry {
            Entry(old: (number, text), new: nil, kind: .repealed)
        }

        static func renumbered(_ text: String, from: String, to: String) -> Entry {
            Entry(old: (from, text), new: (to, text), kind: .renumbered, significance: .formal)
        }

        func assumed() -> Entry {
            var entry = self
            entry.fidelityAfter = .assumed
            return entry
        }
    }

    var entries: [Entry]
    var language: Language = .zh

    private static func article(_ number: String, _ text: String) -> Provision {
        Provision(
            kind: .article, number: number, label: "第\(number)条", text: text,
            path: ProvisionPath("art_\(number)"))
    }

    private func text(_ articles: [Provision]) -> StatuteText {
        StatuteText(
            title: "", language: language, headnotes: [], root: Provision(kind: .body, children: articles))
    }

    var before: StatuteText { text(entries.compactMap { $0.old.map { Self.article($0.number, $0.text) } }) }
    var after: StatuteText { text(entries.compactMap { $0.new.map { Self.article($0.number, $0.text) } }) }

    var changes: ChangeSet {
        let changes = entries.map { entry in
            let old = entry.old.map { ArticleText(Self.article($0.number, $0.text)) }
            let new = entry.new.map { ArticleText(Self.article($0.number, $0.text)) }
            var links: [ProvisionLink] = []
            if let old, let new {
                links = [
                    ProvisionLink(
                        before: old.path, after: new.path, similarity: 0.8, ground: .wording, edits: [])
                ]
            }
            return ProvisionChange(
                kind: entry.kind, before: old.map { [$0] } ?? [], after: new.map { [$0] } ?? [], links: links,
                moved: false, significance: entry.significance, reasons: entry.reasons,
                fidelityBefore: old == nil ? nil : entry.fidelityBefore,
                fidelityAfter: new == nil ? nil : entry.fidelityAfter)
        }
        func side(_ text: StatuteText) -> ChangeSet.Side {
            ChangeSet.Side(title: "", language: language, articles: text.articleLevel.count)
        }
        return ChangeSet(
            old: side(before), new: side(after), rewrite: false, changes: changes,
            oldFrame: Frame(of: before),
            newFrame: Frame(of: after))
    }

    func alerts(
        concepts: [Concept] = SampleConcepts.all, agreements: [Agreement] = [SampleAgreement.outcome],
        instrument: String = "cn/sample", from: String = "2016-01-01", to: String = "2020-01-01"
    ) -> [Alert] {
        let scanner = ConceptScanner(concepts: concepts)
        return AlertLinker(concepts: concepts, agreements: agreements).alerts(
            for: changes, instrument: instrument, from: VersionMark(name: "\(from).adopted", date: from),
            to: VersionMark(name: "\(to).revised", date: to), before: scanner.findings(in: before),
            after: scanner.findings(in: after))
    }
}

enum SampleAgreement {
    static let outcome = Agreement(
        id: "outcome", titles: [.en: "Outcome"], parties: ["us", "cn"], date: "2015-09-25",
        kind: "joint-outcome",
        enforcement: "none", limits: ["There is no mechanism of enforcement."],
        commitments: [
            commitment(
                "xo-eco-6-no-forced-tech-transfer", "economic", confidence: "mixed",
                limits: [
                    ("generally-applicable", "It speaks of generally applicable measures"),
                    ("condition-of-doing-business", "The transfer is a condition of doing business"),
                ],
                unverified: "The last words are recalled"),
            commitment(
                "xo-eco-4-ict-security-regs", "economic", confidence: "sourced",
                limits: [("commercial-sectors", "Only measures in commercial sectors")], unverified: nil),
            commitment("xo-cyb-4-no-ip-theft", "cyber", confidence: "sourced", limits: [], unverified: nil),
        ])

    private static func commitment(
        _ id: String, _ part: String, confidence: String, limits: [(String, String)], unverified: String?
    ) -> Commitment {
        Commitment(
            id: id, part: part, titles: [.en: id], who: "both", text: "", strength: "commit",
            force: ["cn", "us"].map { ForcePeriod(party: $0, from: "2015-09-25", force: .political) },
            since: "2015-09-25",
            limits: limits.map {
                Commitment.Limit(
                    id: $0.0, text: $0.1, excludes: nil,
                    takesOut: $0.0 == "generally-applicable" ? [] : [.publicBodies])
            }, steps: [],
            confidence: confidence, unverified: unverified, sources: [])
    }
}
