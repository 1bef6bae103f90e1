package import Redline
import Statute

/// The words in which renderings speak of an amending decision.
package enum AmendmentWords {
    /// What an instruction does, as it was understood: `Article 5, paragraph 2: new wording`.
    package static func instruction(_ modification: Modification) -> String {
        switch modification {
        case .substitution(let places, _): "\(list(places)): new wording"
        case .leadIn(let place, _): "\(address(place)): new words before the list"
        case .words(let places, let old, let new):
            "\(list(places)): \(quoted(old)) becomes \(quoted(new))"
        case .insertion(let kind, let count, let at, let place, let numbers, let heading, _):
            insertion(kind, count, at, place, numbers, heading)
        case .wordInsertion(let place, let position, let wording):
            "\(address(place)): \(quoted([wording])) goes in \(words(position))"
        case .repeal(let places): "\(list(places)): repealed"
        case .wordRepeal(let places, let words): "\(list(places)): \(quoted(words)) is repealed"
        case .renumbering(let pairs):
            pairs.count > 3
                ? "\(pairs.count) renumbered: \(pair(pairs[0])) … \(pair(pairs[pairs.count - 1]))"
                : pairs.map(pair).joined(separator: ", ")
        case .join(let places, let number, _):
            "\(list(places)): joined" + (number.map { " as \(address($0))" } ?? "")
        case .split(let place, let numbers, _):
            "\(address(place)): split" + (numbers.isEmpty ? "" : " into \(list(numbers))")
        case .heading(let place, _, let new): "\(address(place)): \(quoted([new]))"
        case .order: "the articles are numbered on"
        }
    }

    private static func insertion(
        _ kind: ProvisionKind, _ count: Int, _ at: Address, _ place: Modification.Place, _ numbers: [Address],
        _ heading: String?
    ) -> String {
        var words = count == 1 ? "new \(kind.rawValue)" : "\(count) new \(kind.rawValue)s"
        if !numbers.isEmpty { words += " as \(list(numbers))" }
        if let heading { words += " “\(heading)”" }
        switch place {
        case .after: words += " behind \(address(at))"
        case .before: words += " before \(address(at))"
        case .beginning, .end: if at.unit != .whole, numbers.isEmpty { words += " in \(address(at))" }
        }
        return words
    }

    private static func pair(_ pair: Modification.Renumbering) -> String {
        "\(address(pair.old)) → \(address(pair.new))"
    }

    private static func words(_ place: Modification.Place) -> String {
        switch place {
        case .end: "at the end"
        case .beginning: "at the beginning"
        case .after(let words): "behind \(quoted([words].compactMap(\.self)))"
        case .before(let words): "before \(quoted([words].compactMap(\.self)))"
        }
    }

    private static func list(_ places: [Address]) -> String {
        places.count > 4
            ? "\(address(places[0])) … \(address(places[places.count - 1])) (\(places.count) places)"
            : places.map(address).joined(separator: ", ")
    }

    /// `Article 5, paragraph 2, item 3`.
    package static func address(_ address: Address) -> String {
        var parts: [String] = []
        switch address.unit {
        case .whole: parts.append("the whole text")
        case .title: parts.append("the title")
        case .preamble: parts.append("the preamble")
        case .article(let number): parts.append("Article \(number)")
        case .division(let path):
            parts.append(path.map { "\($0.kind.rawValue) \($0.number)" }.joined(separator: ", "))
        }
        if address.isHeading { parts.append("heading") }
        if let paragraph = address.paragraph { parts.append("paragraph \(ordinal(paragraph))") }
        if let item = address.item { parts.append("item \(ordinal(item))") }
        if let subitem = address.subitem { parts.append("subitem \(ordinal(subitem))") }
        if let sentence = address.sentence { parts.append("sentence \(ordinal(sentence))") }
        return parts.joined(separator: ", ")
    }

    private static func ordinal(_ number: Int) -> String {
        switch number {
        case -1: "last"
        case ..<0: "\(-number) from the end"
        default: String(number)
        }
    }

    private static func quoted(_ wordings: [Wording]) -> String {
        wordings.map { "“\(shortened($0.string))”" }.joined(separator: " ")
    }

    /// At most sixty scalars.
    static func shortened(_ words: String) -> String {
        let scalars = words.unicodeScalars
        return scalars.count <= 60 ? words : scalars.prefix(58).string + "…"
    }

    /// What kind of mismatch it is.
    static func mismatch(_ kind: AmendmentMismatch.Kind) -> String {
        switch kind {
        case .missing: "the decision leads to it, the published text does not have it"
        case .extra: "in the published text only; nothing in the decision leads to it"
        case .number: "another number"
        case .words: "other words"
        case .division: "another heading or another place"
        case .followingReference: "references follow the new numbers; the decision does not say so"
        case .typography: "other punctuation, width or variant characters"
        }
    }
}
