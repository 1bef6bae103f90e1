import Statute

/// Reads addresses as our renderings write them: Article 5, Article 5(2)(3), paragraph 2 of Article 5, the second
/// paragraph of Article 5, Articles 8 to 12, Section 2 of Chapter III, its first paragraph.
struct EnglishAddress {
    private static let longest = 2_000

    /// The list of addresses at the cursor; nil, with the cursor unmoved, where there is none.
    static func list(_ cursor: inout PieceCursor, context: Address?) -> [Address]? {
        var ahead = cursor
        guard var found = group(&ahead, context: context) else { return nil }
        while found.count <= longest {
            var next = ahead
            guard next.take(anyOf: [", and ", " and ", ", "]) != nil,
                // Without a context: "its first paragraph" begins the next clause and does not go on with the list.
                let more = group(&next, context: nil)
            else { break }
            found += more
            ahead = next
        }
        cursor = ahead
        return found
    }

    /// One address, or several under one word: Articles 64, 66 and 70.
    private static func group(_ cursor: inout PieceCursor, context: Address?) -> [Address]? {
        var ahead = cursor
        _ = ahead.take("the ")
        if ahead.take("title of this law") || ahead.take("title") {
            return finish(ahead, &cursor, [Address(.title)])
        }
        if ahead.take("preamble") { return finish(ahead, &cursor, [Address(.preamble)]) }
        if ahead.take("heading of ") {
            guard var places = group(&ahead, context: context), case .division? = places.first?.unit else {
                return nil
            }
            for index in places.indices { places[index].isHeading = true }
            return finish(ahead, &cursor, places)
        }
        if let parts = part(&ahead, context: context) { return finish(ahead, &cursor, parts) }
        if ahead.take("articles ") || ahead.take("article ") {
            guard let places = articles(&ahead) else { return nil }
            return finish(ahead, &cursor, places)
        }
        if let places = divisions(&ahead) { return finish(ahead, &cursor, places) }
        if let context {
            for word in ["it", "that article", "this article", "that paragraph"] where ahead.take(word) {
                if let next = ahead.scalar(), next.isLatinLetter { return nil }
                var place = context
                if word.hasSuffix("article") { place = Address(context.unit) }
                return finish(ahead, &cursor, [place])
            }
        }
        return nil
    }

    private static func finish(
        _ ahead: PieceCursor, _ cursor: inout PieceCursor, _ places: [Address]
    ) -> [Address] {
        cursor = ahead
        return places
    }

    // MARK: Articles

    /// 5(2)(3), 120-1, 8 to 12, 64, 66 and 70.
    private static func articles(_ cursor: inout PieceCursor) -> [Address]? {
        guard let first = article(&cursor) else { return nil }
        var found = [first]
        while found.count <= longest {
            var next = cursor
            if next.take(" to ") || next.take("-to-") || next.take("–") {
                guard let last = article(&next), let a = found.last?.article.flatMap({ Int($0) }),
                    let b = last.article.flatMap({ Int($0) }), last.isWholeUnit, a < b, b - a <= longest
                else { break }
                found += (a + 1...b).map { Address(.article(String($0))) }
            } else if next.take(anyOf: [", and ", " and ", ", "]) != nil {
                guard let more = article(&next) else { break }
                found.append(more)
            } else {
                break
            }
            cursor = next
        }
        // Article 5, paragraph 2
        if found.count == 1 {
            var next = cursor
            if next.take(", "), let inner = numbered(&next) {
                cursor = next
                return inner.map { merged($0, into: found[0]) }
            }
        }
        return found
    }

    private static func article(_ cursor: inout PieceCursor) -> Address? {
        var ahead = cursor
        guard let number = ahead.takeNumber() else { return nil }
        var name = String(number)
        while ahead.looks(at: "-") {
            var next = ahead
            guard next.take("-"), let branch = next.takeNumber() else { break }
            name += "-\(branch)"
            ahead = next
        }
        var address = Address(.article(name))
        address.paragraph = bracketed(&ahead)
        if address.paragraph != nil { address.item = bracketed(&ahead) }
        if address.item != nil { address.subitem = bracketed(&ahead) }
        cursor = ahead
        return address
    }

    /// (2)
    private static func bracketed(_ cursor: inout PieceCursor) -> Int? {
        var ahead = cursor
        guard ahead.take("("), let number = ahead.takeNumber(), ahead.take(")") else { return nil }
        cursor = ahead
        return number
    }

    // MARK: Parts

    /// paragraph 2 of Article 5; the second paragraph of it; its first paragraph; item (3).
    private static func part(_ cursor: inout PieceCursor, context: Address?) -> [Address]? {
        var ahead = cursor
        let isOwn = ahead.take("its ")
        guard let parts = ordinal(&ahead) ?? numbered(&ahead) else { return nil }
        if ahead.take(" of ") || ahead.take(" in ") {
            guard let whole = group(&ahead, context: context), whole.count == 1 else { return nil }
            cursor = ahead
            return parts.map { merged($0, into: whole[0]) }
        }
        guard let context else { return nil }
        cursor = ahead
        _ = isOwn
        return parts.map { part in
            var base = Address(context.unit)
            if part.paragraph == nil { base.paragraph = context.paragraph }
            return merged(part, into: base)
        }
    }

    private static func merged(_ part: Address, into whole: Address) -> Address {
        var address = whole
        if let paragraph = part.paragraph { address.paragraph = paragraph }
        if let item = part.item { address.item = item }
        if let subitem = part.subitem { address.subitem = subitem }
        if let sentence = part.sentence { address.sentence = sentence }
        return address
    }

    /// the second paragraph, last sentence
    private static func ordinal(_ cursor: inout PieceCursor) -> [Address]? {
        var ahead = cursor
        let word = ahead.word()
        guard let number = ordinals[word] else { return nil }
        ahead.index += word.utf8.count
        guard ahead.take(" "), let kind = kind(&ahead) else { return nil }
        cursor = ahead
        return [address(kind, number)]
    }

    /// paragraphs 2 and 3, item (3)
    private static func numbered(_ cursor: inout PieceCursor) -> [Address]? {
        var ahead = cursor
        guard let kind = kind(&ahead), ahead.take(" ") else { return nil }
        func number() -> Int? { bracketed(&ahead) ?? ahead.takeNumber() }
        guard let first = number() else { return nil }
        var found = [address(kind, first)]
        while found.count <= longest {
            let before = ahead
            if ahead.take(" to "), let last = number(), let from = value(found[found.count - 1], kind),
                from < last,
                last - from <= longest
            {
                found += (from + 1...last).map { address(kind, $0) }
                continue
            }
            ahead = before
            guard ahead.take(anyOf: [" and ", ", and ", ", "]) != nil, let more = number() else {
                ahead = before
                break
            }
            found.append(address(kind, more))
        }
        cursor = ahead
        return found
    }

    private static func kind(_ cursor: inout PieceCursor) -> ProvisionKind? {
        switch cursor.take(anyOf: [
            "paragraphs", "paragraph", "subitem", "items", "item", "points", "point", "sentence",
        ]) {
        case "paragraphs", "paragraph": .paragraph
        case "items", "item", "points", "point": .item
        case "subitem": .subitem
        // A sentence has no kind of its own: the words of a body.
        case "sentence": .body
        default: nil
        }
    }

    private static func address(_ kind: ProvisionKind, _ number: Int) -> Address {
        var address = Address(.whole)
        switch kind {
        case .paragraph: address.paragraph = number
        case .item: address.item = number
        case .subitem: address.subitem = number
        default: address.sentence = number
        }
        return address
    }

    private static func value(_ address: Address, _ kind: ProvisionKind) -> Int? {
        switch kind {
        case .paragraph: address.paragraph
        case .item: address.item
        case .subitem: address.subitem
        default: address.sentence
        }
    }

    private static let ordinals = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "last": -1,
    ]

    // MARK: Divisions

    /// Section 2 of Chapter III
    private static func divisions(_ cursor: inout PieceCursor) -> [Address]? {
        var ahead = cursor
        var found: [Address.Division] = []
        repeat {
            let kind: ProvisionKind
            switch ahead.take(anyOf: ["chapter ", "section ", "part ", "subpart "]) {
            case "chapter ": kind = .chapter
            case "section ": kind = .section
            case "part ": kind = .part
            case "subpart ": kind = .subpart
            default: return nil
            }
            guard let number = romanOrArabic(&ahead) else { return nil }
            found.insert(Address.Division(kind: kind, number: number), at: 0)
        } while ahead.take(" of ") || ahead.take(" in ")
        cursor = ahead
        return [Address(.division(found))]
    }

    private static func romanOrArabic(_ cursor: inout PieceCursor) -> Int? {
        if let number = cursor.takeNumber() { return number }
        let letters = cursor.word()
        guard let number = SmallNumeral.roman(letters) else { return nil }
        cursor.index += letters.utf8.count
        return number
    }
}
