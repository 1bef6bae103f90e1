package import Statute

/// Finds the provision that somebody names: by path (`art_28`, `art_28__para_2`), by number (`28`, `120-1`), as printed
/// (第二十八条第二款, 第二十一条第（三）项) or in English (Article 28, Article 21(3), Art. 28, paragraph 2).
package struct ProvisionQuery: Sendable, Hashable {
    package let words: String

    package init(_ words: String) { self.words = words }

    /// The path that is meant in a text; nil where it has none.
    package func path(in text: StatuteText) -> ProvisionPath? {
        let provisions = text.articleLevel
        var paths: Set<ProvisionPath> = []
        for provision in provisions {
            paths.insert(provision.path)
            for line in ArticleText(provision).lines { paths.insert(line.path) }
        }
        let exact = ProvisionPath(words)
        if !words.isEmpty, paths.contains(exact) { return exact }
        let scalars = Self.folded(words)
        if let named = provisions.first(where: { Self.isNamed($0, scalars) }) { return named.path }
        guard let address = NamedPlace(scalars) else { return nil }
        guard var place = Self.unit(address.article, provisions) else { return nil }
        for part in address.parts {
            guard let next = Self.part(part, of: place, in: paths) else { return nil }
            place = next
        }
        return place
    }

    /// The article of that number; where a text has no such article, the one provision that bears it.
    private static func unit(_ number: String, _ provisions: [Provision]) -> ProvisionPath? {
        let article = ProvisionPath("art_\(number)")
        if provisions.contains(where: { $0.path == article }) { return article }
        let bearing = provisions.filter { $0.number.utf8.elementsEqual(number.utf8) && !$0.label.isEmpty }
        return bearing.count == 1 ? bearing[0].path : nil
    }

    /// Its printed number or its heading, or what it is called where it has neither.
    private static func isNamed(_ provision: Provision, _ wanted: [UInt32]) -> Bool {
        if wanted.isEmpty { return false }
        if folded(provision.label) == wanted || folded(provision.heading) == wanted { return true }
        guard provision.kind == .preamble else { return false }
        return wanted == folded("preamble") || wanted == folded("序言")
    }

    /// A step down; where a provision has one paragraph only, its items may be named without it.
    private static func part(_ part: NamedPlace.Part, of place: ProvisionPath, in paths: Set<ProvisionPath>)
        -> ProvisionPath?
    {
        let (kinds, number): ([ProvisionKind], String) =
            switch part {
            case .paragraph(let number): ([.paragraph], number)
            case .item(let number): ([.item], number)
            case .subitem(let number): ([.subitem], number)
            case .bracketed(let number): ([.paragraph, .item, .subitem], number)
            }
        for kind in kinds {
            let below = place.appending(kind, number)
            if paths.contains(below) { return below }
        }
        // Not written out: 第二十一条第（三）项 of the one paragraph that has items.
        if case .paragraph("1") = part { return place }
        let deeper = kinds.flatMap { kind in
            paths.filter { path in
                path.isWithin(place)
                    && path.rawValue.utf8.reversed().starts(
                        with: "__\(kind.token)_\(number)".utf8.reversed())
            }
        }
        return deeper.count == 1 ? deeper[0] : nil
    }

    /// Without width, case, blanks at the ends and a full stop behind.
    private static func folded(_ words: String) -> [UInt32] {
        var scalars = words.unicodeScalars.map { Fold.standard($0.value) }.filter { $0 != Fold.ignored }
        while scalars.first == Fold.blank { scalars.removeFirst() }
        while let last = scalars.last, last == Fold.blank || last == 0x2E { scalars.removeLast() }
        return scalars.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    }
}

/// A place in a text by numbers, read from folded scalars; nil where anything is left over.
private struct NamedPlace {
    enum Part {
        case paragraph(String)
        case item(String)
        case subitem(String)
        /// (2): whatever stands below under that number.
        case bracketed(String)
    }

    /// In normal form: `28`, `120-1`.
    private(set) var article = ""
    private(set) var parts: [Part] = []

    private let scalars: [UInt32]
    private var index = 0

    init?(_ scalars: [UInt32]) {
        self.scalars = scalars
        guard let article = takeArticle() else { return nil }
        self.article = article
        while index < scalars.count {
            guard let part = takePart() else { return nil }
            parts.append(part)
        }
    }

    private mutating func takeArticle() -> String? {
        let isOrdinal = take("第")
        if !isOrdinal { _ = take("articles") || take("article") || take("art") }
        skip()
        guard var number = takeNumber() else { return nil }
        if isOrdinal, !take("条") { return nil }
        if !isOrdinal { _ = take("条") }
        while take("之") || take("-") {
            guard let inserted = takeNumber() else { return nil }
            number += "-\(inserted)"
        }
        return number
    }

    private mutating func takePart() -> Part? {
        skip()
        if take("paragraph ") || take("para ") { return takeNumber().map { .paragraph($0) } }
        if take("item ") || take("point ") {
            return (takeBracketed() ?? takeNumber()).map { .item($0) }
        }
        if take("第") {
            guard let number = takeBracketed() ?? takeNumber() else { return nil }
            if take("款") { return .paragraph(number) }
            if take("项") { return .item(number) }
            return take("目") ? .subitem(number) : nil
        }
        return takeBracketed().map { .bracketed($0) }
    }

    private mutating func takeBracketed() -> String? {
        let start = index
        if take("("), let inner = takeNumber() ?? takeLetters(), take(")") { return inner }
        index = start
        return nil
    }

    private mutating func takeNumber() -> String? {
        guard index < scalars.count else { return nil }
        let (value, end): (Int?, Int)
        if (0x30...0x39).contains(scalars[index]) {
            var (number, next): (Int?, Int) = (0, index)
            while next < scalars.count, (0x30...0x39).contains(scalars[next]) {
                number = number.flatMap { known in
                    let (scaled, over) = known.multipliedReportingOverflow(by: 10)
                    return over || scaled > Int.max - 9 ? nil : scaled + Int(scalars[next] - 0x30)
                }
                next += 1
            }
            (value, end) = (number, next)
        } else {
            let start = index
            let chinese = scalars.withUnsafeBufferPointer { NumeralReader.chinese($0, at: start) }
            guard let found = chinese else { return nil }
            (value, end) = found
        }
        guard let value else { return nil }
        index = end
        return String(value)
    }

    private mutating func takeLetters() -> String? {
        var letters = String.UnicodeScalarView()
        while index < scalars.count, (0x61...0x7A).contains(scalars[index]), letters.count < 8,
            let letter = Unicode.Scalar(scalars[index])
        {
            letters.append(letter)
            index += 1
        }
        return letters.isEmpty ? nil : String(letters)
    }

    /// Blanks, commas and stops between the words.
    private mutating func skip() {
        while index < scalars.count, [0x20, 0x2C, 0x2E, 0x3001].contains(scalars[index]) { index += 1 }
    }

    private mutating func take(_ word: String) -> Bool {
        var next = index
        for wanted in word.unicodeScalars {
            guard next < scalars.count, scalars[next] == wanted.value else { return false }
            next += 1
        }
        index = next
        return true
    }
}
