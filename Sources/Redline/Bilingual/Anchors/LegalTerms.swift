/// Chinese legal terms and the English words that stand for them, to tell which provisions belong together.
///
/// A sign only, never a translation: a term counts as present when any of its English forms is. `*` at the end of a
/// form stands for any further letters.
struct LegalTerms: Sendable {
    static let standard = LegalTerms()

    private struct Form: Sendable {
        var letters: [UInt32]
        var isStem: Bool
        var term: Int
    }

    private var chinese: [UInt32: [Form]] = [:]
    private var english: [UInt32: [Form]] = [:]

    private init() {
        for (term, entry) in Self.table.enumerated() {
            let signs = Array(entry.zh.unicodeScalars).map(\.value)
            if let first = signs.first {
                chinese[first, default: []].append(Form(letters: signs, isStem: true, term: term))
            }
            for words in entry.en {
                var letters = Array(words.unicodeScalars).map(\.value)
                let isStem = letters.last == 0x2A
                if isStem { letters.removeLast() }
                if let first = letters.first {
                    english[first, default: []].append(Form(letters: letters, isStem: isStem, term: term))
                }
            }
        }
    }

    /// The terms in Chinese text, each with the place of its first sign.
    func inChinese(_ text: [UInt32]) -> [(term: Int, at: Int)] {
        var found: [(Int, Int)] = []
        for index in text.indices {
            guard let forms = chinese[text[index]] else { continue }
            for form in forms where Self.stands(form.letters, in: text, at: index) {
                found.append((form.term, index))
            }
        }
        return found
    }

    /// The terms in English text, whatever the case of its letters.
    func inEnglish(_ text: [UInt32]) -> [(term: Int, at: Int)] {
        let lower = text.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        var found: [(Int, Int)] = []
        for index in lower.indices where index == 0 || !Self.isLetter(lower[index - 1]) {
            guard let forms = english[lower[index]] else { continue }
            for form in forms where Self.stands(form.letters, in: lower, at: index) {
                let end = index + form.letters.count
                if form.isStem || end == lower.count || !Self.isLetter(lower[end]) {
                    found.append((form.term, index))
                }
            }
        }
        return found
    }

    private static func stands(_ letters: [UInt32], in text: [UInt32], at start: Int) -> Bool {
        guard start + letters.count <= text.count else { return false }
        for offset in letters.indices where text[start + offset] != letters[offset] { return false }
        return true
    }

    private static func isLetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }
}
