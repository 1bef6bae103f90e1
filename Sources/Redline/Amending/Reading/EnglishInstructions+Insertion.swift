import Statute

extension EnglishInstructions {
    static let counts = ["a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6]

    /// a new article …, two paragraphs …
    var isInsertion: Bool {
        var ahead = cursor
        return Self.takeSubject(&ahead) != nil
    }

    static func takeSubject(_ cursor: inout PieceCursor) -> (count: Int, kind: ProvisionKind)? {
        var ahead = cursor
        let word = ahead.word()
        guard let count = counts[word] else { return nil }
        ahead.index += word.utf8.count
        guard ahead.take(" ") else { return nil }
        _ = ahead.take("new ")
        _ = ahead.take("further ")
        let noun = ahead.word()
        let kind: ProvisionKind
        switch noun {
        case "article", "articles": kind = .article
        case "paragraph", "paragraphs": kind = .paragraph
        case "item", "items": kind = .item
        case "subitem", "subitems": kind = .subitem
        case "chapter": kind = .chapter
        case "section": kind = .section
        case "part": kind = .part
        default: return nil
        }
        ahead.index += noun.utf8.count
        cursor = ahead
        return (count, kind)
    }

    mutating func insertion() -> Bool {
        guard let (count, kind) = Self.takeSubject(&cursor) else { return false }
        guard cursor.take(anyOf: [" is added", " are added", " is inserted", " are inserted"]) != nil else {
            return false
        }
        var place = context ?? .whole
        if kind == .article || kind.isContainer { place = .whole }
        var position = Modification.Place.end
        var numbers: [Address] = []
        var heading: String?
        while true {
            if cursor.take(anyOf: [" to ", " in "]) != nil {
                guard let found = EnglishAddress.list(&cursor, context: context)?.first else { return false }
                place = found
            } else if cursor.take(" after ") {
                guard let found = EnglishAddress.list(&cursor, context: context)?.first else { return false }
                place = found
                position = .after(nil)
            } else if cursor.take(" before ") {
                guard let found = EnglishAddress.list(&cursor, context: context)?.first else { return false }
                place = found
                position = .before(nil)
            } else if numbers.isEmpty, cursor.take(" as ") {
                guard let found = EnglishAddress.list(&cursor, context: place) else { return false }
                numbers = found
            } else if kind.isContainer, heading == nil, cursor.takeHeadingSign(),
                let words = cursor.takeQuotation()
            {
                heading = words.string
            } else {
                break
            }
        }
        _ = cursor.take(anyOf: [", reading", ", which reads", ", which read", " reading"])
        let hasColon = skipToColon()
        let wording = cursor.takeQuotationsPastBlanks().joined
        if wording.isEmpty, !kind.isContainer || hasColon {
            guard hasColon, cursor.isAtEnd else { return false }
            awaitsWording = true
        }
        guard numbers.isEmpty || numbers.count == count else { return false }
        context = kind == .article ? numbers.first ?? context : place
        if place.unit == .whole, kind != .article, !kind.isContainer { place = numbers.first ?? place }
        if position == .end { place = place.holding(kind) }
        add(.insertion(kind, count: count, at: place, position, numbers: numbers, heading: heading, wording))
        return true
    }
}
