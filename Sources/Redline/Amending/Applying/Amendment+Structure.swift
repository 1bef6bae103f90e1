import Statute

/// What an insertion brings.
struct NewProvisions {
    var kind: ProvisionKind
    var count: Int
    var place: Address
    var position: Modification.Place
    var numbers: [Address]
    var heading: String?
    var wording: Wording
}

extension Amendment {
    // MARK: Insertion

    mutating func insert(_ new: NewProvisions) throws(ApplicationFault) {
        let division = newDivision
        newDivision = nil
        switch new.kind {
        case .article: try insertArticles(new, into: division)
        case .paragraph: try insertParagraphs(new)
        case .item: try insertItems(new)
        case .part, .subpart, .chapter, .section: try insertDivision(new)
        default:
            throw ApplicationFault(
                .notApplicable, "new provisions of the kind \(new.kind.rawValue) are put in by hand")
        }
    }

    private mutating func insertArticles(_ new: NewProvisions, into division: Int?) throws(ApplicationFault) {
        let body = text.reader.heading(new.wording)?.rest ?? new.wording
        let articles = try cut(body, into: new.count)
        let numbers = new.numbers.map(\.article)
        var at = text.entries.count
        var depth = 1
        var isPlaced = true
        if let division,
            let index = text.entries.indices.first(where: { text.division(at: $0)?.id == division })
        {
            at = text.end(ofDivisionAt: index)
            depth = text.entries[index].depth + 1
        } else if case .article = new.place.unit {
            let anchor = try text.index(of: new.place)
            depth = text.entries[anchor].depth
            at = anchor
            if case .before = new.position {} else { at = afterBranches(anchor) }
        } else if case .division(let path) = new.place.unit {
            let index = try text.index(ofDivision: path)
            at = text.end(ofDivisionAt: index)
            depth = text.entries[index].depth + 1
            isPlaced = numbers.isEmpty
        } else {
            isPlaced = false
            if numbers.isEmpty {
                throw ApplicationFault(
                    .addressNotFound, "the decision does not say where the new article goes")
            }
        }
        var entries: [WorkingText.Entry] = []
        for (offset, article) in articles.enumerated() {
            let pin = numbers.indices.contains(offset) ? numbers[offset] : article.number
            var unit = WorkingUnit(
                id: text.newID(), paragraphs: article.paragraphs, pin: pin, isPlaced: isPlaced)
            unit.touched = [current]
            entries.append(.unit(unit, depth: depth))
        }
        text.entries.insert(contentsOf: entries, at: at)
    }

    /// Behind an article and those that are already numbered after it (第N条之一 …).
    private func afterBranches(_ anchor: Int) -> Int {
        guard let old = text.unit(at: anchor)?.old else { return anchor + 1 }
        var end = anchor + 1
        while end < text.entries.count, let unit = text.unit(at: end), unit.isArticle, unit.old == nil,
            unit.pin.map({ $0.utf8.starts(with: (old + "-").utf8) }) ?? true
        {
            end += 1
        }
        return end
    }

    private func cut(_ wording: Wording, into count: Int) throws(ApplicationFault) -> [WordingReader.Article]
    {
        let articles = text.reader.articles(wording)
        if articles.count == count { return articles }
        // Without numbers in front of them, lines are as many articles only when there are just so many lines.
        if articles.count == 1, articles[0].number == nil, wording.lines.count == count {
            return wording.lines.map { .init(number: nil, paragraphs: text.reader.paragraphs([$0])) }
        }
        throw ApplicationFault(
            .wordingUnclear, "the wording has \(articles.count) articles and \(count) are announced")
    }

    private mutating func insertParagraphs(_ new: NewProvisions) throws(ApplicationFault) {
        let index = try text.index(of: new.place)
        let paragraphs = text.reader.paragraphs(new.wording.lines)
        guard paragraphs.count == new.count else {
            throw ApplicationFault(
                .wordingUnclear,
                "the wording has \(paragraphs.count) paragraphs and \(new.count) are announced")
        }
        let pins = new.numbers.map(\.paragraph)
        try text.change(at: index) { unit throws(ApplicationFault) in
            var at = unit.paragraphs.slots.count
            if new.place.paragraph != nil, new.position != .end {
                at = try unit.paragraph(of: new.place)
                if case .after = new.position { at += 1 }
            } else if new.position == .beginning {
                at = 0
            }
            unit.paragraphs.insert(paragraphs, at: at, pins: pins)
        }
        touch(index)
    }

    private mutating func insertItems(_ new: NewProvisions) throws(ApplicationFault) {
        let index = try text.index(of: new.place)
        let reader = text.reader
        try text.change(at: index) { unit throws(ApplicationFault) in
            var place = new.place
            if place.paragraph == nil { place.paragraph = new.numbers.first?.paragraph }
            let paragraph = try unit.list(of: place)
            guard unit.paragraphs.slots.indices.contains(paragraph) else { return }
            let items = unit.paragraphs[paragraph].items
            let sample = items.slots.first { $0.element.kind == .item }?.element.label ?? ""
            let number = new.numbers.first?.item ?? items.slots.count + 1
            let added = reader.items(new.wording.lines, like: sample, first: number)
            guard added.count == new.count else {
                throw ApplicationFault(
                    .wordingUnclear, "the wording has \(added.count) items and \(new.count) are announced")
            }
            var at = items.slots.count
            if let after = new.place.item, new.position != .end {
                at = try unit.item(after, in: paragraph, new.place)
                if case .after = new.position { at += 1 }
            }
            unit.paragraphs[paragraph].items.insert(added, at: at, pins: new.numbers.map(\.item))
        }
        touch(index)
    }

    private mutating func insertDivision(_ new: NewProvisions) throws(ApplicationFault) {
        var header = Provision(kind: new.kind)
        var body = new.wording
        if let (words, rest) = text.reader.heading(new.wording) {
            header.heading = words
            body = rest
        }
        if let heading = new.heading { header.heading = text.reader.inner(heading) }
        guard new.count == 1 else {
            throw ApplicationFault(.notApplicable, "several new divisions at once are put in by hand")
        }
        var number: Int?
        if case .division(let path)? = new.numbers.first?.unit { number = path.last?.number }
        let (at, depth) = try place(ofDivision: new, number)
        let id = text.newID()
        let division = WorkingDivision(id: id, provision: header, old: nil, pin: number)
        text.entries.insert(.division(division, depth: depth), at: at)
        newDivision = id
        guard !body.isEmpty else { return }
        let articles = text.reader.articles(body)
        for (offset, article) in articles.enumerated() {
            var unit = WorkingUnit(
                id: text.newID(), paragraphs: article.paragraphs, pin: article.number, isPlaced: true)
            unit.touched = [current]
            text.entries.insert(.unit(unit, depth: depth + 1), at: at + 1 + offset)
        }
    }

    /// Before the one that has the number now, else behind the last one of its kind.
    private func place(
        ofDivision new: NewProvisions, _ number: Int?
    ) throws(ApplicationFault) -> (index: Int, depth: Int) {
        var range = text.entries.startIndex..<text.entries.endIndex
        var depth = 1
        if case .division(let path) = new.place.unit {
            let index = try text.index(ofDivision: path)
            switch new.position {
            case .after: return (text.end(ofDivisionAt: index), text.entries[index].depth)
            case .before: return (index, text.entries[index].depth)
            case .beginning, .end: break
            }
            range = (index + 1)..<text.end(ofDivisionAt: index)
            depth = text.entries[index].depth + 1
        }
        let siblings = range.filter { text.division(at: $0)?.provision.kind == new.kind }
        if let number, let index = siblings.first(where: { text.division(at: $0)?.old == number }) {
            return (index, text.entries[index].depth)
        }
        if let last = siblings.last { return (text.end(ofDivisionAt: last), text.entries[last].depth) }
        return (range.upperBound, depth)
    }

    // MARK: Repeal, join, split

    mutating func repeal(_ place: Address) throws(ApplicationFault) {
        if case .division(let path) = place.unit {
            guard !place.isHeading else {
                throw ApplicationFault(.notApplicable, "\(place.path): a heading is repealed by hand")
            }
            let index = try text.index(ofDivision: path)
            text.entries.removeSubrange(index..<text.end(ofDivisionAt: index))
            return
        }
        let index = try text.index(of: place)
        if place.isWholeUnit {
            text.entries.remove(at: index)
            return
        }
        try text.change(at: index) { unit throws(ApplicationFault) in
            let paragraph = try unit.paragraph(of: place)
            guard let number = place.item else {
                guard place.sentence == nil else {
                    try unit.replaceSentence(at: place, with: "")
                    return
                }
                guard unit.paragraphs.slots.count > 1 else {
                    throw ApplicationFault(
                        .ambiguousAddress,
                        "\(place.path): the article has no other paragraph; is it repealed itself?")
                }
                unit.paragraphs.remove(at: paragraph)
                return
            }
            let item = try unit.item(number, in: paragraph, place)
            guard place.subitem == nil else {
                throw ApplicationFault(.notApplicable, "\(place.path): a subitem is repealed by hand")
            }
            unit.paragraphs[paragraph].items.remove(at: item)
        }
        touch(index)
    }

    mutating func join(_ places: [Address], _ number: Address?, _ wording: Wording) throws(ApplicationFault) {
        guard places.allSatisfy(\.isWholeUnit), let first = places.first else {
            throw ApplicationFault(.notApplicable, "parts of articles are merged by hand")
        }
        let indices = try places.map { place throws(ApplicationFault) in try text.index(of: place) }
        try substitute([first], wording, restates: false)
        for index in Set(indices.dropFirst()).sorted(by: >) where index != indices[0] {
            text.entries.remove(at: index)
        }
        guard let number else { return }
        try renumber(.init(old: first, new: number))
    }

    mutating func split(_ place: Address, _ numbers: [Address], _ wording: Wording) throws(ApplicationFault) {
        let articles = text.reader.articles(wording)
        guard place.isWholeUnit, articles.count > 1, numbers.isEmpty || numbers.count == articles.count else {
            throw ApplicationFault(
                .wordingUnclear, "the wording has \(articles.count) articles and another number is announced")
        }
        let index = try text.index(of: place)
        let depth = text.entries[index].depth
        let pins = articles.indices.map { numbers.isEmpty ? articles[$0].number : numbers[$0].article }
        text.change(at: index) { (unit: inout WorkingUnit) in
            unit.paragraphs = Slots(
                articles[0].paragraphs.enumerated().map { ($0.element, old: $0.offset + 1) })
            unit.pin = pins[0]
        }
        touch(index)
        for (offset, article) in articles.enumerated().dropFirst() {
            var unit = WorkingUnit(
                id: text.newID(), paragraphs: article.paragraphs, pin: pins[offset], isPlaced: true)
            unit.touched = [current]
            text.entries.insert(.unit(unit, depth: depth), at: index + offset)
        }
    }
}
