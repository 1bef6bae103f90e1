/// Phrases looked for at a place or in a range, without a meaning of their own.
struct Signs: Sendable {
    private struct Phrase: Sendable {
        var ids: [UInt32]
        /// It only hides the signs that stand inside it: 等级 hides 等.
        var isMask: Bool
    }

    /// The longest first.
    private let phrases: [Phrase]
    /// The phrases that begin with a token, as places in ``phrases``, and those that end with one.
    private let beginning: [UInt32: [Int]]
    private let ending: [UInt32: [Int]]

    init(_ words: [String], masks: [String] = []) {
        let all =
            words.map { Phrase(ids: Tokenizer.identities(of: $0), isMask: false) }
            + masks.map { Phrase(ids: Tokenizer.identities(of: $0), isMask: true) }
        phrases = all.filter { !$0.ids.isEmpty }.sorted { $0.ids.count > $1.ids.count }
        beginning = Dictionary(grouping: phrases.indices) { [phrases] in phrases[$0].ids[0] }
        ending = Dictionary(grouping: phrases.indices) { [phrases] in
            phrases[$0].ids[phrases[$0].ids.count - 1]
        }
    }

    /// Ranges of the signs that stand in `range`, from the left, the longest first, in order.
    func found(in range: Range<Int>, of reading: Reading) -> [Range<Int>] {
        let place = range.clamped(to: reading.passage.tokens.indices)
        var found: [Range<Int>] = []
        var index = place.lowerBound
        while index < place.upperBound {
            guard let phrase = phrase(at: index, reading), index + phrase.ids.count <= place.upperBound else {
                index += 1
                continue
            }
            if !phrase.isMask { found.append(index..<(index + phrase.ids.count)) }
            index += phrase.ids.count
        }
        return found
    }

    func stand(in range: Range<Int>, of reading: Reading) -> Bool { !found(in: range, of: reading).isEmpty }

    /// How long the longest sign that ends just before `index` is; 0 where none does.
    func ending(at index: Int, _ reading: Reading, from floor: Int = 0) -> Int {
        guard let candidates = ending[reading.id(index - 1)] else { return 0 }
        for candidate in candidates where !phrases[candidate].isMask {
            let count = phrases[candidate].ids.count
            if index - count >= floor, stands(candidate, at: index - count, reading) { return count }
        }
        return 0
    }

    /// How long the longest sign that starts at `index` is; 0 where none does.
    func starting(at index: Int, _ reading: Reading) -> Int {
        guard let phrase = phrase(at: index, reading), !phrase.isMask else { return 0 }
        return phrase.ids.count
    }

    /// The longest phrase, mask or sign, that starts at `index`.
    private func phrase(at index: Int, _ reading: Reading) -> Phrase? {
        guard let candidates = beginning[reading.id(index)] else { return nil }
        for candidate in candidates where stands(candidate, at: index, reading) { return phrases[candidate] }
        return nil
    }

    private func stands(_ phrase: Int, at start: Int, _ reading: Reading) -> Bool {
        let ids = phrases[phrase].ids
        let tokens = reading.passage.tokens
        guard start >= 0, start + ids.count <= tokens.count else { return false }
        for offset in ids.indices where tokens[start + offset].id != ids[offset] { return false }
        return true
    }
}
