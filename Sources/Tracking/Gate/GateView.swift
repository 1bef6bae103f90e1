import Material
import Statute

/// An input with what every check needs counted once.
struct GateView {
    let input: GateInput
    let shape: StatuteShape
    let before: StatuteShape?
    let drift: TextDrift?
    let head: PageHead
    /// Whether the page can be told to hold a law at all, whatever its words are.
    let holdsStatute: Bool

    init(_ input: GateInput) {
        self.input = input
        shape = StatuteShape(input.text)
        before = input.previous.map { StatuteShape($0) }
        head = PageHead(input)
        if let previous = input.previous, let before {
            drift = TextDrift(from: previous, shape: before, to: input.text, shape: shape)
        } else {
            drift = nil
        }
        holdsStatute = Self.holdsStatute(input, shape, before, drift, head)
    }

    /// Titles that are right: the declared ones, and the one that was accepted before.
    var titles: [LawTitle] { Self.titles(input) }

    private static func titles(_ input: GateInput) -> [LawTitle] {
        (input.subject.titles + [input.previous?.title ?? ""]).map { LawTitle($0) }.filter { !$0.key.isEmpty }
    }

    private static func holdsStatute(
        _ input: GateInput, _ shape: StatuteShape, _ before: StatuteShape?, _ drift: TextDrift?,
        _ head: PageHead
    ) -> Bool {
        if shape.longestRun >= 3 { return true }
        // Laws without articles, and laws of one or two.
        if let before, let drift, before.characters > 0, drift.charactersLost * 2 <= before.characters {
            return drift.charactersGained * 2 <= before.characters
        }
        let wanted = titles(input)
        guard head.own.isOne(of: wanted) || head.lines.contains(where: { $0.isOne(of: wanted) }) else {
            return false
        }
        let least = shape.articles.isEmpty ? 200 : shape.articles.count == 1 ? 80 : 40
        return shape.characters >= least
            && Ending.closesSentence(shape.lastLine)
    }
}
