import Statute

/// A passage seen from one trigger: what the grammars of both languages ask of it.
protocol SentenceView: Sendable {
    var passage: Passage { get }
    var use: TriggerUse { get }
    var text: [Unicode.Scalar] { get }
    var modals: [Modal] { get }
    /// The stretch between commas in which the trigger stands.
    var clause: Range<Int> { get }
}

extension SentenceView {
    var trigger: Range<Int> { use.range }

    /// The modal that stands nearest before the trigger.
    var modalBefore: Modal? { modals.last { $0.range.upperBound <= trigger.lowerBound } }

    /// The modal before the trigger, or the first one after it in its sentence.
    var governor: Modal? { modalBefore ?? modals.first { $0.range.lowerBound >= trigger.upperBound } }

    func modals(in range: Range<Int>) -> [Modal] {
        modals.filter { $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound }
    }

    func holds(_ words: PhraseSet, _ range: Range<Int>) -> Bool { words.isFound(in: text, range) }

    var rest: Range<Int> { span(trigger.upperBound, text.count) }
}
