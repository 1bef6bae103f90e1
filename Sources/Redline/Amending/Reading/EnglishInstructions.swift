import Statute

/// Reads the clauses of one block of a decision in the English of our own renderings.
struct EnglishInstructions {
    var cursor: PieceCursor
    var context: Address?
    /// The places that words are changed in, for "; the words … are replaced by …".
    var scope: [Address]?
    var drafts: [InstructionDraft] = []
    var clauseStart = 0
    var awaitsWording = false

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

    mutating func run() -> BlockReading? {
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

    mutating func skipConnectors() {
        while cursor.take(anyOf: [" ", ",", ";", ".", "and ", "moreover ", "accordingly"]) != nil {}
    }

    mutating func add(_ modification: Modification) {
        drafts.append(
            InstructionDraft(modification: modification, law: nil, span: cursor.span(from: clauseStart)))
    }

    // MARK: Clauses

    mutating func clause() -> Bool {
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

    mutating func remember(_ places: [Address]) {
        context = places.first
        scope = places
    }

    /// is, are, becomes, become.
    mutating func takeVerb() -> String? {
        cursor.take(anyOf: ["is ", "are ", "becomes ", "become "])
    }

    mutating func predicate(_ places: [Address], _ verb: String) -> Bool {
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
        if cursor.take(anyOf: [
            "amended to read", "amended as follows", "amended to", "replaced by", "replaced with",
        ]) != nil {
            return substitution(places)
        }
        return false
    }

    mutating func substitution(_ places: [Address]) -> Bool {
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

    mutating func renumbering(_ places: [Address]) -> Bool {
        guard let new = EnglishAddress.list(&cursor, context: places.first), new.count == places.count else {
            return false
        }
        add(.renumbering(zip(places, new).map { .init(old: $0, new: $1) }))
        return true
    }

    mutating func join(_ places: [Address]) -> Bool {
        var number: Address?
        _ = cursor.take(" into one article")
        _ = cursor.take(",")
        if cursor.take(anyOf: [" into ", " and become ", " and becomes ", " as ", " to become "]) != nil {
            number = EnglishAddress.list(&cursor, context: nil)?.first
            guard number != nil else { return false }
        }
        _ = cursor.take(anyOf: [
            ", amended to read", " and amended to read", ", which reads", " reading", ", reading",
        ])
        skipToColon()
        let wording = cursor.takeQuotationsPastBlanks().joined
        guard places.count > 1, !wording.isEmpty else { return false }
        add(.join(places, number: number, wording))
        return true
    }

    mutating func split(_ places: [Address]) -> Bool {
        if let count = Self.counts[cursor.word()], count > 1 {
            cursor.index += cursor.word().utf8.count
            guard cursor.take(" articles"), cursor.take(anyOf: [", ", " as ", ": "]) != nil || cursor.isAtEnd
            else {
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

    // MARK: Order and signs

    mutating func order() -> Bool {
        let forms = [
            "the order of the articles is adjusted accordingly",
            "the order of articles is adjusted accordingly",
            "the order of the other articles is adjusted accordingly",
            "the numbering of the articles is adjusted accordingly",
            "the articles are renumbered accordingly",
            "the other articles are renumbered accordingly",
            "the remaining articles are renumbered accordingly",
            "the articles that follow are renumbered accordingly",
        ]
        guard cursor.take(anyOf: forms) != nil else { return false }
        add(.order)
        return true
    }

    @discardableResult
    mutating func skipToColon() -> Bool {
        _ = cursor.take(anyOf: [" as follows", " the following"])
        let found = cursor.take(":")
        _ = cursor.take(" ")
        return found
    }
}
