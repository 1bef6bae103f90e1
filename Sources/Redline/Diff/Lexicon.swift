/// Words and phrases of the law that stay whole in a redline, some with a meaning that the classifier knows.
struct Lexicon: Sendable {
    /// One phrase as token identities.
    struct Phrase: Sendable {
        var ids: [UInt32]
        var meaning: Meaning
    }

    /// What is known of a phrase.
    enum Meaning: Sendable, Hashable {
        case plain
        /// Somebody who has duties or rights.
        case actor
        case modal(Modality)
        /// A formula that stands in many laws and says nothing of whether two articles belong together.
        case formula
    }

    /// An occurrence: tokens and meaning.
    struct Hit: Sendable {
        var range: Range<Int>
        var meaning: Meaning
    }

    /// Phrases by their first token, the longest first.
    private let phrases: [UInt32: [Phrase]]
    /// Which slots of first tokens are taken: most tokens begin no phrase and are told so without hashing.
    private let begins: [Bool]

    private static func slot(_ id: UInt32) -> Int { Int((id ^ (id >> 12)) & 0xFFF) }

    init(_ entries: [(text: String, meaning: Meaning)]) {
        var phrases: [UInt32: [Phrase]] = [:]
        for entry in entries {
            let scalars = entry.text.unicodeScalars.map { Fold.standard($0.value) }
            let ids = Tokenizer.tokens(of: scalars, labels: []).tokens.map(\.id)
            // The first meaning given to a phrase holds.
            guard let first = ids.first, !phrases[first, default: []].contains(where: { $0.ids == ids })
            else {
                continue
            }
            phrases[first, default: []].append(Phrase(ids: ids, meaning: entry.meaning))
        }
        var begins = [Bool](repeating: false, count: 0x1000)
        for first in phrases.keys { begins[Self.slot(first)] = true }
        self.begins = begins
        self.phrases = phrases.mapValues { $0.sorted { $0.ids.count > $1.ids.count } }
    }

    /// The phrases that stand in `tokens`, from the left, longest first, not overlapping.
    func hits(in tokens: [Token]) -> [Hit] {
        var hits: [Hit] = []
        var index = 0
        while index < tokens.count {
            if let phrase = match(tokens, at: index) {
                hits.append(Hit(range: index..<(index + phrase.ids.count), meaning: phrase.meaning))
                index += phrase.ids.count
            } else {
                index += 1
            }
        }
        return hits
    }

    private func match(_ tokens: [Token], at index: Int) -> Phrase? {
        guard begins[Self.slot(tokens[index].id)], let candidates = phrases[tokens[index].id] else {
            return nil
        }
        for phrase in candidates where index + phrase.ids.count <= tokens.count {
            var same = true
            for offset in 1..<max(phrase.ids.count, 1) where tokens[index + offset].id != phrase.ids[offset] {
                same = false
                break
            }
            if same { return phrase }
        }
        return nil
    }
}
