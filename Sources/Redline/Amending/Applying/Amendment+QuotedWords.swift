import Statute

extension Amendment {
    /// Quoted words become others, or nothing, in every place named.
    mutating func replaceWords(_ places: [Address], _ old: [Wording], _ new: [Wording])
        throws(ApplicationFault)
    {
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
        _ new: String, after: Bool, _ anchor: String, in place: Address, _ unit: inout WorkingUnit,
        _ count: inout Int
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
                .ambiguousWords,
                "\(place.path): these words stand there \(found) times: \(beginning(of: anchor))")
        }
        try unit.changeWords(in: place) { words in
            guard let range = QuotedWords.ranges(of: anchor, in: words).first else { return nil }
            let at = after ? range.upperBound : range.lowerBound
            return QuotedWords.replacing([at..<at], in: words, with: new)
        }
    }
}
