import Statute

extension EnglishInstructions {
    var atWords: Bool {
        cursor.isAtQuotation || Self.nouns.contains { cursor.looks(at: $0) }
    }

    static let nouns = ["the words ", "the word ", "the phrase ", "the sentence ", "words ", "the figure "]

    mutating func words() -> Bool {
        _ = cursor.take(anyOf: Self.nouns)
        var old = cursor.takeQuotationsPastBlanks()
        while cursor.takeAndAtQuotation() { old += cursor.takeQuotationsPastBlanks() }
        guard !old.isEmpty else { return false }
        if cursor.take(anyOf: [" in ", " of "]) != nil {
            guard let places = EnglishAddress.list(&cursor, context: context) else { return false }
            remember(places)
        }
        let places = scope ?? [.whole]
        guard cursor.take(anyOf: [" is ", " are "]) != nil else { return false }
        if cursor.take(anyOf: ["replaced by", "replaced with", "amended to read", "amended to", "changed to"])
            != nil
        {
            skipToColon()
            _ = cursor.take(anyOf: ["the words ", "the word ", "the phrase "])
            let new = cursor.takeQuotationsPastBlanks()
            guard !new.isEmpty else { return false }
            add(.words(places, old: old, new: new))
            return true
        }
        if cursor.take(anyOf: ["deleted", "removed", "repealed"]) != nil {
            if cursor.take(" from ") {
                guard let found = EnglishAddress.list(&cursor, context: context) else { return false }
                remember(found)
            }
            add(.wordRepeal(scope ?? [.whole], old))
            return true
        }
        if cursor.take(anyOf: ["inserted", "added"]) != nil { return wordInsertion(old.joined) }
        return false
    }

    mutating func wordInsertion(_ wording: Wording) -> Bool {
        var position: Modification.Place?
        if cursor.take(" at the end") {
            position = .end
        } else if cursor.take(" at the beginning") {
            position = .beginning
        } else if let word = cursor.take(anyOf: [" after ", " before "]) {
            _ = cursor.take(anyOf: Self.nouns)
            guard let anchor = cursor.takeQuotation() else { return false }
            position = word == " after " ? .after(anchor) : .before(anchor)
        }
        if cursor.take(anyOf: [" of ", " in "]) != nil {
            guard let found = EnglishAddress.list(&cursor, context: context) else { return false }
            remember(found)
        }
        guard let position, let place = scope?.first, scope?.count == 1 else { return false }
        add(.wordInsertion(place, position, wording))
        return true
    }
}

extension PieceCursor {
    /// Quotations side by side or with blanks between.
    mutating func takeQuotationsPastBlanks() -> [Wording] {
        var found: [Wording] = []
        while true {
            var ahead = self
            _ = ahead.take(" ")
            guard let wording = ahead.takeQuotation() else { return found }
            found.append(wording)
            self = ahead
        }
    }

    /// A comma, colon or blank with a quotation behind it.
    mutating func takeHeadingSign() -> Bool {
        var ahead = self
        _ = ahead.take(",")
        _ = ahead.take(" ")
        _ = ahead.take("entitled ")
        guard ahead.isAtQuotation else { return false }
        self = ahead
        return true
    }

    /// "and" between two quotations.
    mutating func takeAndAtQuotation() -> Bool {
        var ahead = self
        guard ahead.take(anyOf: [" and ", ", "]) != nil, ahead.isAtQuotation else { return false }
        self = ahead
        return true
    }
}
