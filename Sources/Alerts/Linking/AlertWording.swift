import Redline
import Statute

/// The sentences of an alert: what changed, and what would take the link out. English, from short fixed parts.
enum AlertWording {
    static func reason(_ group: ChangeGroup, bearsOn: Concept.BearsOn) -> String {
        joined([bearsOn.reason, change(group)])
    }

    /// What happened, in sentences that cite the provisions.
    static func change(_ group: ChangeGroup) -> String {
        if let definition = group.definition { return joined([reach(definition, in: group)]) }
        if group.isWholeText { return joined([wholeText(group)]) }
        return joined(group.ranked.map { change($0, in: group) })
    }

    /// How many articles a sentence names before it counts the rest.
    private static let named = 8

    private static func list(_ paths: [ProvisionPath]) -> String {
        let names = paths.prefix(named).map(name).joined(separator: ", ")
        return paths.count > named ? "\(names) and \(paths.count - named) more" : names
    }

    /// "Article 47 (new) forbids it or the demand for it (source-code disclosure); the old text nowhere did."
    private static func wholeText(_ group: ChangeGroup) -> String {
        guard let step = group.ranked.first else { return "" }
        let title = group.concept.titleInSentence
        let old = "In the old text \(list(group.before)) \(then(step.polarity)) (\(title))"
        switch step.effect {
        case .introduced:
            return
                "In the new text \(list(group.after)) \(now(step.polarity)) (\(title)); the old text nowhere did"
        case .removed: return "\(old); the new text nowhere does"
        default: return "\(old); the law was rewritten, and \(list(group.after)) of the new text does so too"
        }
    }

    /// "Article 27 (new) requires it where Article 23 (old) let an authority demand it."
    private static func change(_ step: ChangeGroup.Step, in group: ChangeGroup) -> String {
        let old =
            place(step.pair.before?.article, group.change.before) ?? place(group.before, group.change.before)
        let new =
            place(step.pair.after?.article, group.change.after) ?? place(group.after, group.change.after)
        let title = group.concept.titleInSentence
        if step.isOppositeOnly {
            let places = (old: "\(old ?? "the old text") (old)", new: "\(new ?? "the new text") (new)")
            let (had, has) = step.pair.after == nil ? (places.old, places.new) : (places.new, places.old)
            return "\(had) leaves room for the opposite of \(title) beside the duty; \(has) does not."
        }
        if group.isPenalty {
            return penalty(step.effect, title, old ?? "the old text", new ?? "the new text")
        }
        switch step.effect {
        case .introduced:
            guard let before = step.pair.before, before.polarity != .mentions else {
                return
                    "\(new ?? "The new text") (new) \(now(step.polarity)) (\(title)); the old text did not say so there."
            }
            return
                "\(new ?? "The new text") (new) \(now(step.polarity)) (\(title)) where \(old ?? "the old text") (old) \(then(before.polarity))."
        case .removed:
            let where_ =
                step.pair.after == nil && new == nil ? "has no such provision" : "no longer says so there"
            return "\(old ?? "The old text") (old) \(then(step.polarity)) (\(title)); the new text \(where_)."
        case .strengthened, .weakened:
            let words = modality(group.change).map { " (\($0))" } ?? ""
            let earlier = step.pair.before?.polarity ?? .mentions
            return
                "\(new ?? "The new text") (new) \(now(step.polarity)) (\(title)) where \(old ?? "the old text") (old) \(then(earlier))\(words)."
        case .widened:
            return
                "\(new ?? "The new text") (new) \(now(step.polarity)) (\(title)) and reaches further than \(old ?? "the old text") (old)."
        case .narrowed:
            return
                "\(new ?? "The new text") (new) \(now(step.polarity)) (\(title)) and reaches less far than \(old ?? "the old text") (old)."
        case .reworded:
            return
                "\(new ?? "The new text") (new) \(now(step.polarity)) (\(title)) in other words than \(old ?? "the old text") (old)."
        case .carried:
            return
                "\(new ?? "The new text") (new) carries on the words of \(old ?? "the old text") (old) on \(title): please confirm the link."
        }
    }

    /// "The definition of “network operator” in Article 78 (new) differs from that in Article 76 (old); …"
    private static func reach(_ definition: ChangeGroup.Definition, in group: ChangeGroup) -> String {
        let old = place(group.change.before.map(\.path), group.change.before)
        let new = place(group.change.after.map(\.path), group.change.after)
        let where_ = [new.map { "\($0) (new)" }, old.map { "\($0) (old)" }].compactMap(\.self)
            .joined(separator: ", ")
        let terms = definition.terms.map { term in "“\(term)”" }.joined(separator: " and ")
        let users = definition.reached.map(name).joined(separator: ", ")
        let owed = now(group.ranked.first?.polarity ?? .mentions)
        return
            "The definition of \(terms) changed (\(where_)). \(users) (new), whose words stayed, \(owed) (\(group.concept.titleInSentence)) of whomever it now covers"
    }

    private static func penalty(_ effect: Effect, _ title: String, _ old: String, _ new: String) -> String {
        switch effect {
        case .introduced:
            "\(new) (new) punishes breaches in matters of \(title); the old text did not do so there."
        case .removed:
            "\(old) (old) punished breaches in matters of \(title); the new text does not do so there."
        case .carried:
            "\(new) (new) carries on the penalty of \(old) (old) in matters of \(title): please confirm the link."
        default: "The penalty in matters of \(title) in \(new) (new) differs from that in \(old) (old)."
        }
    }

    /// What takes this link out, or would.
    static func caveat(_ bearsOn: Concept.BearsOn, _ exclusions: [Exclusion], notes: [String]) -> String {
        joined(exclusions.map(\.words) + [bearsOn.limits] + notes)
    }

    /// For what no declared word and no rule of the grammar shows alone.
    static let weightNote =
        "That the provision takes this measure, or in which way, was judged by the weight of its words, which are like those of clauses that do; read it before you rely on it."

    static func words(_ limit: Commitment.Limit) -> String {
        ended(limit.text) + (limit.excludes.map { " Outside it: \($0)" } ?? "")
    }

    /// The caveat, then every other limit of the commitment.
    static func limits(caveat: String, _ commitment: Commitment, _ exclusions: [Exclusion]) -> String {
        let told = Set(exclusions.map(\.id))
        var sentences = [caveat] + commitment.limits.filter { !told.contains($0.id) }.map(words)
        if let unverified = commitment.unverified, !unverified.isEmpty {
            sentences.append("Not verified in the wording of the commitment: \(unverified)")
        }
        return joined(sentences)
    }

    private static func modality(_ change: ProvisionChange) -> String? {
        guard let reason = change.reasons.first(where: { $0.class == .modality }), let before = reason.before,
            let after = reason.after
        else { return nil }
        return "it says “\(after.text)” where it said “\(before.text)”"
    }

    static func place(_ path: ProvisionPath?, _ provisions: [ArticleText]) -> String? {
        guard let path else { return nil }
        guard let provision = provisions.first(where: { $0.path == path }) else { return name(path) }
        if provision.kind == .article, !provision.number.isEmpty { return "Article \(provision.number)" }
        return provision.label.isEmpty ? name(path) : provision.label
    }

    private static func place(_ paths: [ProvisionPath], _ provisions: [ArticleText]) -> String? {
        paths.first.flatMap { place($0, provisions) }
    }

    static func name(_ path: ProvisionPath) -> String {
        Citation.words(path)
    }

    private static func now(_ polarity: Polarity) -> String {
        switch polarity {
        case .requires: "requires it"
        case .mayRequire: "lets an authority demand it"
        case .permits: "allows or encourages it"
        case .forbids: "forbids it or the demand for it"
        case .protects: "shields it from leak or theft"
        case .mentions: "mentions it"
        }
    }

    private static func then(_ polarity: Polarity) -> String {
        switch polarity {
        case .requires: "required it"
        case .mayRequire: "let an authority demand it"
        case .permits: "allowed or encouraged it"
        case .forbids: "forbade it or the demand for it"
        case .protects: "shielded it from leak or theft"
        case .mentions: "mentioned it"
        }
    }

    private static func joined(_ sentences: [String]) -> String {
        sentences.filter { !$0.isEmpty }.map(ended).joined(separator: " ")
    }

    private static func ended(_ sentence: String) -> String {
        switch sentence.unicodeScalars.last {
        case nil, ".", "!", "?", "。": sentence
        default: sentence + "."
        }
    }
}
