import Statute

extension Amendment {
    /// The provisions at the addresses get other words.
    mutating func substitute(_ places: [Address], _ wording: Wording, restates: Bool) throws(ApplicationFault) {
        guard let first = places.first else { return }
        if case .title = first.unit, places.count == 1 {
            text.title = text.reader.inner(wording.string)
            return
        }
        if places.count > 1, places.allSatisfy({ $0.isWholeUnit }) {
            try substituteUnits(places, wording)
            return
        }
        let index = try text.index(of: first)
        guard places.allSatisfy({ $0.unit == first.unit }) else {
            throw ApplicationFault(.wordingUnclear, "one wording is given for parts of several articles")
        }
        let reader = text.reader
        var differs = false
        try text.change(at: index) { unit throws(ApplicationFault) in
            let new = reader.articles(wording).first?.paragraphs ?? []
            if first.item != nil {
                try Self.substituteItems(&unit, places, wording, reader)
            } else if first.sentence != nil {
                throw ApplicationFault(.notApplicable, "\(first.path): a sentence is replaced by its words only")
            } else if first.paragraph != nil {
                let indices = try places.map { place throws(ApplicationFault) in try unit.paragraph(of: place) }
                guard let low = indices.min(), let high = indices.max(), high - low == indices.count - 1 else {
                    throw ApplicationFault(.wordingUnclear, "the paragraphs do not stand side by side")
                }
                let paragraphs = reader.paragraphs(wording.lines)
                differs = restates && !Self.same(unit, low...high, paragraphs)
                unit.paragraphs.replace(low..<(high + 1), with: paragraphs)
            } else {
                differs = restates && !Self.same(unit, 0...max(unit.paragraphs.slots.count - 1, 0), new)
                unit.paragraphs = Slots(new.enumerated().map { ($0.element, old: $0.offset + 1) })
            }
        }
        touch(index)
        if differs {
            report(
                ApplicationFault(
                    .restatementDiffers,
                    "\(first.path): the single changes do not lead to the whole wording that the decision gives"))
        }
    }

    private static func same(
        _ unit: WorkingUnit, _ range: ClosedRange<Int>, _ new: [WorkingParagraph]
    ) -> Bool {
        let old = unit.paragraphs.slots.indices.filter { range.contains($0) }.map { unit.paragraphs[$0].string }
        return QuotedWords.same(old.joined(), new.map(\.string).joined())
    }

    private mutating func substituteUnits(_ places: [Address], _ wording: Wording) throws(ApplicationFault) {
        let articles = text.reader.articles(wording)
        guard articles.count == places.count else {
            throw ApplicationFault(
                .wordingUnclear,
                "the wording has \(articles.count) articles and \(places.count) are to be replaced")
        }
        for (place, article) in zip(places, articles) {
            let index = try text.index(of: place)
            text.change(at: index) { (unit: inout WorkingUnit) in
                unit.paragraphs = Slots(article.paragraphs.enumerated().map { ($0.element, old: $0.offset + 1) })
            }
            touch(index)
        }
    }

    private static func substituteItems(
        _ unit: inout WorkingUnit, _ places: [Address], _ wording: Wording, _ reader: WordingReader
    ) throws(ApplicationFault) {
        guard let first = places.first, let number = first.item else { return }
        let paragraph = try unit.paragraph(of: first)
        let index = try unit.item(number, in: paragraph, first)
        let old = unit.paragraphs[paragraph].items[index]
        if let subitem = first.subitem {
            guard let found = old.children.firstIndex(where: { Int($0.number) == subitem }) else {
                throw ApplicationFault(.addressNotFound, "\(first.path): there is no such subitem")
            }
            let words = reader.withoutItemLabel(reader.inner(wording.string))
            unit.paragraphs[paragraph].items[index].children[found].text = words
            return
        }
        var new = reader.items(wording.lines, like: old.label, first: number)
        guard new.count == places.count, places.count == 1 else {
            let indices = try places.map { place throws(ApplicationFault) in
                try unit.item(place.item ?? 0, in: paragraph, place)
            }
            guard new.count == places.count, let low = indices.min(), let high = indices.max(),
                high - low == indices.count - 1
            else {
                throw ApplicationFault(.wordingUnclear, "the wording has another number of items than are named")
            }
            unit.paragraphs[paragraph].items.replace(low..<(high + 1), with: new)
            return
        }
        new[0].label = old.label
        new[0].number = old.number
        unit.paragraphs[paragraph].items.replace(index..<(index + 1), with: new)
    }

    /// The words before the list; the colon stays.
    mutating func replaceLeadIn(_ place: Address, _ wording: Wording) throws(ApplicationFault) {
        let index = try text.index(of: place)
        let words = text.reader.inner(wording.string)
        try text.change(at: index) { unit throws(ApplicationFault) in
            let paragraph = try unit.list(of: place)
            guard unit.paragraphs.slots.indices.contains(paragraph) else { return }
            let old = unit.paragraphs[paragraph].text.unicodeScalars.last
            let needsColon = (old == "：" || old == ":") && words.unicodeScalars.last != old
            unit.paragraphs[paragraph].text = needsColon ? words + String(old ?? "：") : words
        }
        touch(index)
    }

    // MARK: Quoted words

    /// Quoted words become others, or nothing, in every place named.
    mutating func replaceWords(_ places: [Address], _ old: [Wording], _ new: [Wording]) throws(ApplicationFault) {
        let reader = text.reader
        let oldLines = old.flatMap(\.lines)
        let newLines = new.flatMap(\.lines).map { reader.inner($0) }
        guard !oldLines.isEmpty else { return }
        for place in places {
            if oldLines.count == newLines.count || newLines.isEmpty {
                for (offset, line) in oldLines.enumerated() {
                    let words = newLines.isEmpty ? "" : newLines[offset]
                    do {
                        try replace(line, with: words, in: place)
                    } catch {
                        report(error)
                    }
                }
            } else {
                try replaceParagraphs(oldLines, with: newLines, in: place)
            }
        }
    }

    private mutating func replace(
        _ old: String, with new: String, in place: Address
    ) throws(ApplicationFault) {
        var (old, new) = (old, new)
        if place.item != nil {
            // “（六）监督…”: the number of the item is quoted with its words.
            old = text.reader.withoutItemLabel(old)
            new = text.reader.withoutItemLabel(new)
        }
        var count = 0
        let change = { (words: String) -> String? in
            let ranges = QuotedWords.ranges(of: old, in: words)
            count += ranges.count
            return ranges.isEmpty ? nil : QuotedWords.replacing(ranges, in: words, with: new)
        }
        switch place.unit {
        case .title:
            if let words = change(text.title) { text.title = words }
        case .whole, .division:
            for index in try scope(of: place) {
                let before = count
                try text.change(at: index) { unit throws(ApplicationFault) in
                    try unit.changeWords(in: Address(.whole), change)
                }
                if count > before { touch(index) }
            }
        case .article, .preamble:
            let index = try text.index(of: place)
            try text.change(at: index) { unit throws(ApplicationFault) in
                try unit.changeWords(in: place, change)
            }
            if count > 0 { touch(index) }
        }
        if count == 0 {
            throw ApplicationFault(
                .wordsNotFound, "\(place.path): these words do not stand there: \(Self.beginning(of: old))")
        }
        if count > 1 {
            report(
                ApplicationFault(
                    .severalPlaces, "\(place.path): changed in \(count) places: \(Self.beginning(of: old))"))
        }
    }

    private func scope(of place: Address) throws(ApplicationFault) -> [Int] {
        guard case .division(let path) = place.unit else { return text.articleIndices }
        let index = try text.index(ofDivision: path)
        return (index..<text.end(ofDivisionAt: index)).filter { text.unit(at: $0) != nil }
    }

    static func beginning(of words: String) -> String {
        let scalars = words.unicodeScalars
        return "“" + scalars.prefix(30).string + (scalars.count > 30 ? "…" : "") + "”"
    }

    /// “甲。”“乙。”修改为“丙。”“丁。”“戊。”: whole paragraphs that stand together, or one paragraph's part that becomes
    /// several.
    private mutating func replaceParagraphs(
        _ old: [String], with new: [String], in place: Address
    ) throws(ApplicationFault) {
        let index = try text.index(of: place)
        let reader = text.reader
        try text.change(at: index) { unit throws(ApplicationFault) in
            let texts = unit.paragraphs.slots.indices.map { unit.paragraphs[$0].string }
            let starts = texts.indices.filter { start in
                start + old.count <= texts.count
                    && zip(texts[start...], old).allSatisfy { QuotedWords.same($0, $1) }
            }
            guard let start = starts.first else {
                throw ApplicationFault(
                    .wordsNotFound, "\(place.path): no paragraphs say this: \(Self.beginning(of: old[0]))")
            }
            unit.paragraphs.replace(start..<(start + old.count), with: reader.paragraphs(new))
        }
        touch(index)
    }

    /// Words go in at the beginning or the end of a provision, before or behind other words.
    mutating func insertWords(
        _ place: Address, _ position: Modification.Place, _ wording: Wording
    ) throws(ApplicationFault) {
        let index = try text.index(of: place)
        let new = text.reader.inner(wording.lines.joined())
        var count = 0
        if case .after(let anchor?) = position, !anchor.isEmpty {
            try text.change(at: index) { unit throws(ApplicationFault) in
                try Self.insert(new, after: true, anchor.string, in: place, &unit, &count)
            }
        } else if case .before(let anchor?) = position, !anchor.isEmpty {
            try text.change(at: index) { unit throws(ApplicationFault) in
                try Self.insert(new, after: false, anchor.string, in: place, &unit, &count)
            }
        } else {
            let atEnd = position != .beginning
            try text.change(at: index) { unit throws(ApplicationFault) in
                let last = max(unit.paragraphs.slots.count - 1, 0)
                let named = place.paragraph != nil || place.item != nil
                let paragraph = named ? try unit.paragraph(of: place) : atEnd ? last : 0
                guard unit.paragraphs.slots.indices.contains(paragraph) else { return }
                if let number = place.item {
                    let item = try unit.item(number, in: paragraph, place)
                    let words = unit.paragraphs[paragraph].items[item].text
                    unit.paragraphs[paragraph].items[item].text = atEnd ? words + new : new + words
                } else {
                    let words = unit.paragraphs[paragraph].text
                    unit.paragraphs[paragraph].text = atEnd ? words + new : new + words
                }
            }
        }
        touch(index)
    }

    private static func insert(
        _ new: String, after: Bool, _ anchor: String, in place: Address, _ unit: inout WorkingUnit, _ count: inout Int
    ) throws(ApplicationFault) {
        var found = 0
        var probe = unit
        try probe.changeWords(in: place) { words in
            found += QuotedWords.ranges(of: anchor, in: words).count
            return nil
        }
        count = found
        if found == 0 {
            throw ApplicationFault(
                .wordsNotFound, "\(place.path): these words do not stand there: \(beginning(of: anchor))")
        }
        if found > 1 {
            throw ApplicationFault(
                .ambiguousWords, "\(place.path): these words stand there \(found) times: \(beginning(of: anchor))")
        }
        try unit.changeWords(in: place) { words in
            guard let range = QuotedWords.ranges(of: anchor, in: words).first else { return nil }
            let at = after ? range.upperBound : range.lowerBound
            return QuotedWords.replacing([at..<at], in: words, with: new)
        }
    }
}

extension WorkingParagraph {
    /// All its words, as they follow each other, without the items' numbers.
    var string: String {
        var words = text
        var stack = Array(items.slots.map(\.element).reversed())
        while let node = stack.popLast() {
            words += node.text
            stack += node.children.reversed()
        }
        return words
    }
}
