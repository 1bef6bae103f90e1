import Statute

/// Reads the clauses of one block of a decision in the English of our own renderings.
struct EnglishInstructions {
    private var cursor: PieceCursor
    private var context: Address?
    /// The places that words are changed in, for "; the words … are replaced by …".
    private var scope: [Address]?
    private var drafts: [InstructionDraft] = []
    private var clauseStart = 0
    private var awaitsWording = false

    private init(_ cursor: PieceCursor, context: Address?) {
        self.cursor = cursor
        self.context = context
    }

    /// The instructions of a block; nil where a part of it says something that no rule knows.
    static func read(_ block: Block, source: [Unicode.Scalar], context: Address?) -> BlockReading? {
        var reader = EnglishInstructions(
            PieceCursor(block, source: source, ignoresCase: true), context: context)
        return reader.run()
    }

    private mutating func run() -> BlockReading? {
        while true {
            skipConnectors()
            if cursor.isAtEnd { break }
            if awaitsWording { return nil }
            clauseStart = cursor.index
            guard clause() else { return nil }
        }
        guard !drafts.isEmpty else { return nil }
        return BlockReading(drafts: drafts, awaitsWording: awaitsWording, context: context)
    }

    private mutating func skipConnectors() {
        while cursor.take(anyOf: [" ", ",", ";", ".", "and ", "moreover ", "accordingly"]) != nil {}
    }

    private mutating func add(_ modification: Modification) {
        drafts.append(
            InstructionDraft(modification: modification, law: nil, span: cursor.span(from: clauseStart)))
    }

    // MARK: Clauses

    private mutating func clause() -> Bool {
        if order() { return true }
        if isInsertion { return insertion() }
        if cursor.take("in ") {
            guard let places = EnglishAddress.list(&cursor, context: context) else { return false }
            remember(places)
            _ = cursor.take(",")
            _ = cursor.take(" ")
            return words()
        }
        if atWords { return words() }
        // and is amended to read: the subject is that of the clause before.
        if let context, let verb = takeVerb() { return predicate([context], verb) }
        if let context, cursor.take("amended to read") { return substitution([context]) }
        guard let places = EnglishAddress.list(&cursor, context: context) else { return false }
        remember(places)
        _ = cursor.take(" ")
        guard let verb = takeVerb() else { return false }
        return predicate(places, verb)
    }

    private mutating func remember(_ places: [Address]) {
        context = places.first
        scope = places
    }

    /// is, are, becomes, become.
    private mutating func takeVerb() -> String? {
        cursor.take(anyOf: ["is ", "are ", "becomes ", "become "])
    }

    private mutating func predicate(_ places: [Address], _ verb: String) -> Bool {
        if verb.hasPrefix("become") { return renumbering(places) }
        _ = cursor.take("hereby ")
        if cursor.take("renumbered ") {
            _ = cursor.take("as ")
            return renumbering(places)
        }
        if cursor.take(anyOf: ["deleted", "repealed", "removed"]) != nil {
            add(.repeal(places))
            return true
        }
        if cursor.take("merged") { return join(places) }
        if cursor.take(anyOf: ["divided into ", "split into "]) != nil { return split(places) }
        if cursor.take(anyOf: ["amended to read", "amended as follows", "amended to", "replaced by", "replaced with"]) != nil {
            return substitution(places)
        }
        return false
    }

    private mutating func substitution(_ places: [Address]) -> Bool {
        skipToColon()
        let wording = cursor.takeQuotationsPastBlanks().joined
        if wording.isEmpty {
            guard cursor.isAtEnd else { return false }
            awaitsWording = true
        }
        if let only = places.first, only.isHeading {
            add(.heading(only, old: nil, new: wording))
        } else {
            add(.substitution(places, wording))
        }
        return true
    }

    private mutating func renumbering(_ places: [Address]) -> Bool {
        guard let new = EnglishAddress.list(&cursor, context: places.first), new.count == places.count else {
            return false
        }
        add(.renumbering(zip(places, new).map { .init(old: $0, new: $1) }))
        return true
    }

    private mutating func join(_ places: [Address]) -> Bool {
        var number: Address?
        _ = cursor.take(" into one article")
        _ = cursor.take(",")
        if cursor.take(anyOf: [" into ", " and become ", " and becomes ", " as ", " to become "]) != nil {
            number = EnglishAddress.list(&cursor, context: nil)?.first
            guard number != nil else { return false }
        }
        _ = cursor.take(anyOf: [", amended to read", " and amended to read", ", which reads", " reading", ", reading"])
        skipToColon()
        let wording = cursor.takeQuotationsPastBlanks().joined
        guard places.count > 1, !wording.isEmpty else { return false }
        add(.join(places, number: number, wording))
        return true
    }

    private mutating func split(_ places: [Address]) -> Bool {
        if let count = Self.counts[cursor.word()], count > 1 {
            cursor.index += cursor.word().utf8.count
            guard cursor.take(" articles"), cursor.take(anyOf: [", ", " as ", ": "]) != nil || cursor.isAtEnd else {
                return false
            }
        }
        let numbers = EnglishAddress.list(&cursor, context: nil) ?? []
        _ = cursor.take(anyOf: [", which read", ", amended to read", ", reading", " reading"])
        skipToColon()
        let wording = cursor.takeQuotationsPastBlanks().joined
        guard let place = places.first, places.count == 1, !wording.isEmpty else { return false }
        add(.split(place, numbers: numbers, wording))
        return true
    }

    // MARK: Insertion

    private static let counts = ["a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6]

    /// a new article …, two paragraphs …
    private var isInsertion: Bool {
        var ahead = cursor
        return Self.takeSubject(&ahead) != nil
    }

    private static func takeSubject(_ cursor: inout PieceCursor) -> (count: Int, kind: ProvisionKind)? {
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

    private mutating func insertion() -> Bool {
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
            } else if kind.isContainer, heading == nil, cursor.takeHeadingSign(), let words = cursor.takeQuotation() {
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

    // MARK: Words

    private var atWords: Bool {
        cursor.isAtQuotation || Self.nouns.contains { cursor.looks(at: $0) }
    }

    private static let nouns = ["the words ", "the word ", "the phrase ", "the sentence ", "words ", "the figure "]

    private mutating func words() -> Bool {
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
        if cursor.take(anyOf: ["replaced by", "replaced with", "amended to read", "amended to", "changed to"]) != nil {
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

    private mutating func wordInsertion(_ wording: Wording) -> Bool {
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

    // MARK: Order and signs

    private mutating func order() -> Bool {
        let forms = [
            "the order of the articles is adjusted accordingly", "the order of articles is adjusted accordingly",
            "the order of the other articles is adjusted accordingly",
            "the numbering of the articles is adjusted accordingly", "the articles are renumbered accordingly",
            "the other articles are renumbered accordingly", "the remaining articles are renumbered accordingly",
            "the articles that follow are renumbered accordingly",
        ]
        guard cursor.take(anyOf: forms) != nil else { return false }
        add(.order)
        return true
    }

    @discardableResult
    private mutating func skipToColon() -> Bool {
        _ = cursor.take(anyOf: [" as follows", " the following"])
        let found = cursor.take(":")
        _ = cursor.take(" ")
        return found
    }
}

extension PieceCursor {
    /// Quotations side by side or with blanks between.
    fileprivate mutating func takeQuotationsPastBlanks() -> [Wording] {
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
    fileprivate mutating func takeHeadingSign() -> Bool {
        var ahead = self
        _ = ahead.take(",")
        _ = ahead.take(" ")
        _ = ahead.take("entitled ")
        guard ahead.isAtQuotation else { return false }
        self = ahead
        return true
    }

    /// "and" between two quotations.
    fileprivate mutating func takeAndAtQuotation() -> Bool {
        var ahead = self
        guard ahead.take(anyOf: [" and ", ", "]) != nil, ahead.isAtQuotation else { return false }
        self = ahead
        return true
    }
}
