package import Alerts
import Redline
package import Rendering
import Statute

/// Lays an assessment out as a digest: which words stand where.
package struct DigestComposer {
    private let assessment: Assessment
    private let register: Register
    private let reviews: [String: Review]
    private let corrections: [String]
    /// Where the redline page of this step is; nil for nowhere.
    private let link: String?

    package init(
        _ assessment: Assessment, register: Register, reviews: [String: Review] = [:],
        corrections: [String] = [],
        link: String? = nil
    ) {
        self.assessment = assessment
        self.register = register
        self.reviews = reviews
        self.corrections = corrections
        self.link = link
    }

    package var view: DigestView {
        let content = assessment.content
        let pair = assessment.pair
        let instrument = register.instruments.first { $0.id == pair.new.instrument }
        var view = DigestView(
            headline: headline, instrument: content.subject.title,
            chineseTitle: instrument?.titles[.zh], from: VersionPair.caption(pair.old, pair.before),
            to: VersionPair.caption(pair.new, pair.after), sections: sections(content.groups),
            claims: content.claims.map { DigestView.ClaimNote($0.claim, fact: $0.fact) },
            otherChanges: ChangeSummary(assessment).lines,
            formal: content.formalLine ?? "", unknown: content.unknownLine ?? "",
            carried: carried(content.groups),
            excluded: content.groups.flatMap { group in group.excluded.map { excluded($0, group) } },
            trust: content.fidelity.map {
                "\($0.version): \($0.provisions) \($0.provisions == 1 ? "provision" : "provisions") \($0.fidelity.rawValue)"
            },
            sources: window + content.subject.sources
                + ChangeSummary(assessment).sources.map { "reported by: \($0)" },
            footer: footer)
        view.corrections = corrections
        view.catalogue = register.catalogue.version
        return view
    }

    /// When it happened, as far as watching can tell: after missed nights the window is wide.
    private var window: [String] {
        guard let window = assessment.pair.new.record.window else { return [] }
        return [
            "The text changed at its source between \(window.after) and \(window.before) (UTC), the two nights on which it was read."
        ]
    }

    /// A suspension or a repeal says more than what its text inserts and drops.
    private var headline: String {
        let record = assessment.pair.new.record
        guard let status = record.status, status == "suspended" || status == "repealed" else {
            return assessment.content.headline
        }
        let day = (record.signed ?? record.published).map { ", \($0)" } ?? ""
        return
            "\(assessment.content.subject.title): \(status)\(day); what the older text required is \(status), not changed"
    }

    /// Each change stands under the first promise that it bears on; the others are named with it.
    private func sections(_ groups: [DigestContent.CommitmentGroup]) -> [DigestView.Section] {
        var told: Set<AlertStory.Key> = []
        return groups.compactMap { group in
            let own = (group.away + group.toward + group.depends).filter {
                told.insert(AlertStory.Key($0)).inserted
            }
            return own.isEmpty ? nil : section(group.commitment, own, groups)
        }
    }

    private func section(
        _ commitment: Commitment, _ alerts: [Alert], _ groups: [DigestContent.CommitmentGroup]
    ) -> DigestView.Section {
        DigestView.Section(
            commitment: commitment.id,
            title: commitment.titles[.en] ?? commitment.id,
            force: force(of: commitment), since: commitment.since,
            promise: "\(commitment.text) (\(commitment.who); strength: \(commitment.strength))",
            items: alerts.map { item($0, also: also($0, groups)) }, limits: limits(commitment))
    }

    private func force(of commitment: Commitment) -> Force {
        commitment.force(
            of: assessment.pair.new.instrument.country, on: VersionMark(assessment.pair.new).date)
    }

    /// A line for each further promise that the same change bears on.
    private func also(_ alert: Alert, _ groups: [DigestContent.CommitmentGroup]) -> [String] {
        let key = AlertStory.Key(alert)
        return groups.filter { $0.commitment.id != alert.commitment }.flatMap { group in
            (group.away + group.toward + group.depends).filter { AlertStory.Key($0) == key }.map { other in
                "\(AlertWords.direction(other.direction)): \(group.commitment.titles[.en] ?? group.commitment.id) "
                    + "(\(AlertWords.force(other.force)), \(group.commitment.id)). \(other.why) "
                    + "[\(ReviewWords.sentence(reviews[other.id] ?? .open))]"
            }
        }
    }

    private func item(_ alert: Alert, also: [String]) -> DigestView.Item {
        let change = change(of: alert)
        var item = DigestView.Item(
            title: title(alert, change), concept: conceptTitle(alert.concept), polarity: alert.polarity,
            effect: alert.effect, direction: alert.direction, severity: alert.severity,
            confidence: alert.confidence, fidelity: alert.fidelity, sentence: sentence(alert),
            reason: alert.reason, limits: alert.caveat, before: passages(alert, .before),
            after: passages(alert, .after), link: link)
        item.also = also
        item.review = reviews[alert.id] ?? .open
        return item
    }

    private func limits(_ commitment: Commitment) -> [String] {
        let written = commitment.limits.map { limit in
            limit.text + (limit.excludes.map { " Outside it: \($0)" } ?? "")
        }
        return written
            + (commitment.unverified.map { ["Not verified in the wording of the promise: \($0)"] } ?? [])
    }

    /// The entry of the redline that an alert speaks of.
    private func change(of alert: Alert) -> ProvisionChange? {
        assessment.comparison.changes.changes.first { change in
            change.before.contains { alert.before.contains($0.path) }
                || change.after.contains { alert.after.contains($0.path) }
        }
    }

    private func title(_ alert: Alert, _ change: ProvisionChange?) -> String {
        let before = (change?.before ?? []).filter { alert.before.contains($0.path) }.map(label)
        let after = (change?.after ?? []).filter { alert.after.contains($0.path) }.map(label)
        return "\(places(before, after)), \(change?.kind.rawValue ?? alert.effect.rawValue)"
    }

    private func places(_ before: [String], _ after: [String]) -> String {
        [before, after].filter { !$0.isEmpty }.map { $0.joined(separator: ", ") }.joined(separator: " → ")
    }

    private func label(_ provision: ArticleText) -> String {
        provision.label.isEmpty ? provision.path.rawValue : provision.label
    }

    /// “Ban on demanding source-code disclosure: introduced.”
    private func sentence(_ alert: Alert) -> String {
        let title = register.concept(alert.concept)?.titleInSentence ?? alert.concept
        let standing = Standing.phrase(alert.polarity, title, isPenalty: alert.isPenalty)
        return DigestWords.capital("\(standing): \(alert.effect.rawValue).")
    }

    private func conceptTitle(_ id: String) -> String { register.concept(id)?.titles[.en] ?? id }

    private func passages(_ alert: Alert, _ side: Alert.Evidence.Side) -> [DigestView.Passage] {
        let pair = assessment.pair
        let text = side == .before ? pair.before : pair.after
        // Two pieces of evidence from one short article would quote it twice.
        return alert.evidence.filter { $0.side == side }.reduce(into: []) { passages, evidence in
            let passage = DigestView.Passage(
                label: Citation.words(evidence.path), text: words(of: evidence, in: text.text),
                language: pair.language,
                fidelity: text.provenance.record(for: evidence.path).fidelity)
            if !passages.contains(where: { $0.text == passage.text }) { passages.append(passage) }
        }
    }

    /// The whole article where it is short: what fell out of it may stand in its next sentence.
    private func words(of evidence: Alert.Evidence, in text: StatuteText) -> String {
        let article = text.articleLevel.first { evidence.path.isWithin($0.path) }.map(ArticleText.init)
        guard let article, article.string.unicodeScalars.count <= Self.wholeArticle else {
            return evidence.text
        }
        return article.string
    }

    /// Unicode scalars up to which an article is quoted whole.
    private static let wholeArticle = 800

    /// One line for a provision, whatever number of promises its links bear on.
    private func carried(_ groups: [DigestContent.CommitmentGroup]) -> [String] {
        var lines: [(place: String, commitments: [String])] = []
        for group in groups {
            for alert in group.carried {
                let place = "\(title(alert, change(of: alert))): \(conceptTitle(alert.concept))"
                if let index = lines.firstIndex(where: { $0.place == place }) {
                    lines[index].commitments.append(group.commitment.id)
                } else {
                    lines.append((place, [group.commitment.id]))
                }
            }
        }
        return lines.map { "\($0.place); \($0.commitments.joined(separator: ", "))" }
    }

    private func excluded(_ alert: Alert, _ group: DigestContent.CommitmentGroup) -> String {
        let limit = group.commitment.limits.first { $0.id == alert.excludedBy }
        let title = title(alert, change(of: alert))
        return "\(title): \(conceptTitle(alert.concept)); outside \(group.commitment.id), "
            + (limit.map { "because of its limit “\($0.text)”" } ?? outside(alert))
    }

    private func outside(_ alert: Alert) -> String {
        switch alert.excludedBy {
        case Force.notAParty.rawValue: "which does not bind this country"
        case Force.notInForce.rawValue: "which was not in force for this country"
        default: "because the change came before the promise"
        }
    }

    private var footer: [String] {
        ["You get this because Lexwatch follows \(assessment.content.subject.title) for you."]
    }
}
