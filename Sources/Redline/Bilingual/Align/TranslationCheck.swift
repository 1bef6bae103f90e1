import Statute

/// Compares what survives translation in each pair, and names what stands in one language only.
struct TranslationCheck {
    let pairs: [BilingualPair]
    let zhAlone: [ArticleText]
    let enAlone: [ArticleText]

    /// - Parameter anchors: for each pair, those of its two provisions.
    func notes(anchors: [(zh: [Anchor], en: [Anchor])]) -> [TranslationNote] {
        if pairs.isEmpty, !zhAlone.isEmpty, !enAlone.isEmpty {
            return [
                TranslationNote(
                    .unrelated, "no provision of the two texts could be paired; are they of one version?")
            ]
        }
        let numbers = Dictionary(pairs.map { ($0.zh.number, $0.en.number) }) { first, _ in first }
        var notes = zhAlone.map { TranslationNote(.missing, "en lacks \(Self.name($0))", zh: $0.path) }
        notes += enAlone.map { TranslationNote(.missing, "zh lacks \(Self.name($0))", en: $0.path) }
        for (pair, anchors) in zip(pairs, anchors) {
            func note(_ category: TranslationNote.Category, _ message: String) {
                notes.append(
                    TranslationNote(
                        category, "\(Self.name(pair.zh)): \(message)", zh: pair.zh.path, en: pair.en.path))
            }
            if !Exactly.equal(pair.zh.number, pair.en.number) {
                note(.numbering, "stands in en as \(Self.name(pair.en))")
            }
            if let words = Self.counts(pair, .paragraph, "paragraph") { note(.paragraphs, words) }
            if let words = Self.counts(pair, .item, "item") { note(.items, words) }
            if let words = Self.quantities(pair, anchors.zh, anchors.en) {
                note(.numbers, "numbers differ: \(words)")
            }
            if let words = Self.modality(pair) { note(.modality, "modality differs: \(words)") }
            if let words = Self.references(anchors.zh, anchors.en, numbers) {
                note(.references, "references differ: \(words)")
            }
        }
        return notes
    }

    private static func name(_ text: ArticleText) -> String {
        text.label.isEmpty ? (text.heading.isEmpty ? text.path.rawValue : text.heading) : text.label
    }

    /// `zh has 3 paragraphs, en 2`; nil where the counts agree.
    private static func counts(_ pair: BilingualPair, _ kind: ProvisionKind, _ word: String) -> String? {
        func count(_ text: ArticleText) -> Int {
            // The words of the article itself are its first paragraph.
            text.lines.count { $0.kind == kind || (kind == .paragraph && $0.depth == 0) }
        }
        let (zh, en) = (count(pair.zh), count(pair.en))
        guard zh != en else { return nil }
        return "zh has \(zh) \(word)\(zh == 1 ? "" : "s"), en \(en)"
    }

    // MARK: Amounts, periods, shares, dates

    /// `zh 五十万元 (500000 CNY), en RMB 50,000 (50000 CNY)`; nil where all of them stand on both sides.
    private static func quantities(_ pair: BilingualPair, _ zh: [Anchor], _ en: [Anchor]) -> String? {
        let (zh, en) = (zh.filter(isChecked), en.filter(isChecked))
        var found: (zh: [Anchor], en: [Anchor]) = ([], [])
        for part in parts(pair) {
            let here = zh.filter { part.zh.contains($0.line) }
            let there = en.filter { part.en.contains($0.line) }
            found.zh += unique(here.filter { one in !there.contains { agree(one.key, $0.key) } })
            found.en += unique(there.filter { one in !here.contains { agree($0.key, one.key) } })
        }
        // A bare number is there to agree with, never to be missed.
        return difference(found.zh.filter(isNamed), found.en.filter(isNamed))
    }

    /// Line by line where the two are cut alike, else the whole provision at once.
    private static func parts(_ pair: BilingualPair) -> [(zh: Range<Int>, en: Range<Int>)] {
        guard pair.lines.allSatisfy({ $0.zh.count == 1 && $0.en.count == 1 }) else {
            return [(0..<pair.zh.lines.count, 0..<pair.en.lines.count)]
        }
        return pair.lines.indices.map { ($0..<($0 + 1), $0..<($0 + 1)) }
    }

    private static func isChecked(_ anchor: Anchor) -> Bool {
        switch anchor.key {
        case .quantity, .date, .bare: true
        case .reference, .name, .term: false
        }
    }

    private static func isNamed(_ anchor: Anchor) -> Bool {
        switch anchor.key {
        // “once”, “one of”, 一年一次: a single one is said in too many ways.
        case .quantity(let value, let unit): value > 1 || unit == "CNY" || unit == "percent"
        case .date: true
        case .bare, .reference, .name, .term: false
        }
    }

    private static func unique(_ anchors: [Anchor]) -> [Anchor] {
        var seen: Set<Anchor.Key> = []
        return anchors.filter { seen.insert($0.key).inserted }
    }

    /// Equal, or the same number where one language names no unit; a date where one says less than the other.
    private static func agree(_ a: Anchor.Key, _ b: Anchor.Key) -> Bool {
        switch (a, b) {
        case (.quantity(let first, let unit), .quantity(let second, let other)):
            first == second && (unit == other || Set([unit, other]) == ["day", "working-day"])
        case (.quantity(let first, _), .bare(let second)), (.bare(let first), .quantity(let second, _)):
            first == second
        case (.date(let y1, let m1, let d1), .date(let y2, let m2, let d2)):
            [(y1, y2), (m1, m2), (d1, d2)].allSatisfy { $0 == $1 || $0 == 0 || $1 == 0 }
        default: a == b
        }
    }

    private static func difference(_ zh: [Anchor], _ en: [Anchor]) -> String? {
        guard !zh.isEmpty || !en.isEmpty else { return nil }
        func words(_ anchors: [Anchor]) -> String {
            anchors.isEmpty ? "none" : anchors.map(printed).joined(separator: ", ")
        }
        return "zh \(words(zh)), en \(words(en))"
    }

    private static func printed(_ anchor: Anchor) -> String {
        guard case .quantity(let value, let unit) = anchor.key else { return anchor.printed }
        return "\(anchor.printed) (\(value) \(unit))"
    }

    // MARK: Duties, bans, permissions

    /// Line by line, and only where the two are cut alike.
    private static func modality(_ pair: BilingualPair) -> String? {
        let parts = parts(pair)
        guard parts.count == pair.zh.lines.count else { return nil }
        let found = parts.compactMap { part in
            ModalityCheck.difference(
                zh: pair.zh.lines[part.zh].map(\.text).joined(),
                en: pair.en.lines[part.en].map(\.text).joined())
        }
        return found.isEmpty ? nil : found.joined(separator: "; ")
    }

    // MARK: References

    /// A reference agrees when it names the same number, or the article that is paired with the one named.
    private static func references(_ zh: [Anchor], _ en: [Anchor], _ numbers: [String: String]) -> String? {
        func named(_ anchors: [Anchor]) -> [(number: String, printed: String)] {
            var seen: Set<Anchor.Key> = []
            return anchors.compactMap { anchor in
                guard case .reference(let article, let branch) = anchor.key,
                    seen.insert(anchor.key).inserted
                else { return nil }
                return (branch == 0 ? "\(article)" : "\(article)-\(branch)", anchor.printed)
            }
        }
        let (a, b) = (named(zh), named(en))
        let english = Set(b.map(\.number))
        let expected = Set(a.flatMap { [$0.number, numbers[$0.number] ?? $0.number] })
        let onlyZh = a.filter { !english.contains($0.number) && !english.contains(numbers[$0.number] ?? "") }
        let onlyEn = b.filter { !expected.contains($0.number) }
        guard !onlyZh.isEmpty || !onlyEn.isEmpty else { return nil }
        func words(_ list: [(number: String, printed: String)]) -> String {
            list.isEmpty ? "none" : list.map(\.printed).joined(separator: ", ")
        }
        return "zh \(words(onlyZh)), en \(words(onlyEn))"
    }
}
