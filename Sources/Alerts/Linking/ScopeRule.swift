import Redline
import Statute

/// Whether a statement that kept its polarity reaches further than before, or less far.
///
/// Only what the words show counts; when they show nothing, or both, the statement is merely reworded.
enum ScopeRule {
    static func scope(_ before: Finding, _ after: Finding, in change: ProvisionChange) -> Effect? {
        var signs: [Effect] = []
        if let sign = byActor(before.actor, after.actor) { signs.append(sign) }
        if let sign = byQuantifier(before.evidence, after.evidence) { signs.append(sign) }
        for reason in change.reasons {
            if let sign = byReason(reason, before, after) { signs.append(sign) }
        }
        guard let first = signs.first, signs.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    /// More actors joined to the old ones; not a modifier put before them, which narrows.
    private static func byActor(_ before: String?, _ after: String?) -> Effect? {
        guard let before, let after, before != after else { return nil }
        let old = Array(before.unicodeScalars)
        let new = Array(after.unicodeScalars)
        if joins(new) > joins(old), contains(new, old) { return .widened }
        if joins(new) < joins(old), contains(old, new) { return .narrowed }
        if joins(new) == joins(old), new.count > old.count, new.suffix(old.count).elementsEqual(old) {
            return .narrowed
        }
        if joins(new) == joins(old), old.count > new.count, old.suffix(new.count).elementsEqual(new) {
            return .widened
        }
        return nil
    }

    /// A typed reason of the redline, when its words stand in the very clause.
    private static func byReason(_ reason: Reason, _ before: Finding, _ after: Finding) -> Effect? {
        switch reason.class {
        case .scope, .actor, .definition: break
        case .modality, .amount, .deadline, .threshold, .penalty, .crossReference, .text, .typography:
            return nil
        }
        let here =
            stands(reason.before, in: before.evidence) || stands(reason.after, in: after.evidence)
        guard here else { return nil }
        switch reason.direction {
        case .tightened: return .widened
        case .loosened: return .narrowed
        case .neither, .unclear: return nil
        }
    }

    private static func byQuantifier(_ before: String, _ after: String) -> Effect? {
        let wideDelta = count(wide, after) - count(wide, before)
        let narrowDelta = count(narrow, after) - count(narrow, before)
        if wideDelta > 0, narrowDelta <= 0 { return .widened }
        if narrowDelta > 0, wideDelta <= 0 { return .narrowed }
        if wideDelta < 0, narrowDelta == 0 { return .narrowed }
        if narrowDelta < 0, wideDelta == 0 { return .widened }
        return nil
    }

    private static let wide = [
        PhraseSet(.zh, "任何|所有|一切|全部|各类"), PhraseSet(.en, "any|all|every|each|whatever"),
    ]
    private static let narrow = [
        PhraseSet(.zh, "仅|只限于|仅限于|特定|部分|除外"),
        PhraseSet(.en, "only|certain|specific|except|other than|solely"),
    ]
    private static let joiners = [PhraseSet(.zh, "和|、|以及|及|或者|与"), PhraseSet(.en, "and|or")]

    private static func count(_ sets: [PhraseSet], _ text: String) -> Int {
        let scalars = WordPattern.folded(Array(text.unicodeScalars), .en)
        return sets.reduce(0) { $0 + $1.all(in: scalars, scalars.indices).count }
    }

    private static func joins(_ scalars: [Unicode.Scalar]) -> Int { count(joiners, scalars.asString) }

    private static func stands(_ value: ReasonValue?, in evidence: String) -> Bool {
        guard let value, !value.text.isEmpty else { return false }
        return contains(Array(evidence.unicodeScalars), Array(value.text.unicodeScalars))
    }

    static func contains(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
        guard !part.isEmpty, text.count >= part.count else { return part.isEmpty }
        return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
