import Statute

extension Amendment {
    /// The provisions at the addresses get other words.
    mutating func substitute(_ places: [Address], _ wording: Wording, restates: Bool) throws(ApplicationFault)
    {
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
            let articles = reader.articles(wording)
            let new = articles.first?.paragraphs ?? []
            if first.item != nil {
                try Self.substituteItems(&unit, places, wording, reader)
            } else if first.sentence != nil {
                guard places.count == 1 else {
                    throw ApplicationFault(.wordingUnclear, "one wording is given for several sentences")
                }
                try unit.replaceSentence(at: first, with: reader.inner(wording.lines.joined()))
            } else if first.paragraph != nil {
                let indices = try places.map { place throws(ApplicationFault) in try unit.paragraph(of: place)
                }
                guard let low = indices.min(), let high = indices.max(), high - low == indices.count - 1
                else {
                    throw ApplicationFault(.wordingUnclear, "the paragraphs do not stand side by side")
                }
                let paragraphs = reader.paragraphs(wording.lines)
                differs = restates && !Self.same(unit, low...high, paragraphs)
                unit.paragraphs.replace(low..<(high + 1), with: paragraphs)
            } else {
                guard articles.count == 1 else {
                    throw ApplicationFault(
                        .wordingUnclear,
                        "the wording has \(articles.count) articles and one is to be replaced")
                }
                differs = restates && !Self.same(unit, 0...max(unit.paragraphs.slots.count - 1, 0), new)
                unit.paragraphs = Slots(new.enumerated().map { ($0.element, old: $0.offset + 1) })
            }
        }
        touch(index)
        if differs {
            report(
                ApplicationFault(
                    .restatementDiffers,
                    "\(first.path): the single changes do not lead to the whole wording that the decision gives"
                ))
        }
    }

    private static func same(
        _ unit: WorkingUnit, _ range: ClosedRange<Int>, _ new: [WorkingParagraph]
    ) -> Bool {
        let old = unit.paragraphs.slots.indices.filter { range.contains($0) }.map {
            unit.paragraphs[$0].string
        }
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
                unit.paragraphs = Slots(
                    article.paragraphs.enumerated().map { ($0.element, old: $0.offset + 1) })
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
                throw ApplicationFault(
                    .wordingUnclear, "the wording has another number of items than are named")
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
}
