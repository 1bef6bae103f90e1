import Statute

/// An article, the preamble or a point while the text is amended.
struct WorkingUnit {
    /// Unique in its text.
    let id: Int
    var kind: ProvisionKind
    /// As it was; empty for a new one.
    var label: String
    var heading: String
    /// The number in the old text; nil for a new one.
    var old: String?
    /// The number in the new text, where the decision says it.
    var pin: String?
    var paragraphs: Slots<WorkingParagraph>
    /// In an annex, where articles are numbered anew and no address reaches.
    var isInAnnex = false
    /// It went into a place that the decision names, not only under a number.
    var isPlaced = true
    /// The instructions that worked on it, from 0.
    var touched: [Int] = []

    init(id: Int, _ provision: Provision, isInAnnex: Bool) {
        self.id = id
        kind = provision.kind
        label = provision.label
        heading = provision.heading
        old = provision.number
        self.isInAnnex = isInAnnex
        paragraphs = Slots(
            WorkingParagraph.all(of: provision).enumerated().map { ($0.element, old: $0.offset + 1) })
    }

    /// A new article.
    init(id: Int, paragraphs: [WorkingParagraph], pin: String?, isPlaced: Bool) {
        self.id = id
        kind = .article
        label = ""
        heading = ""
        self.pin = pin
        self.paragraphs = Slots(paragraphs.enumerated().map { ($0.element, old: $0.offset + 1) })
        self.isPlaced = isPlaced
    }

    var isArticle: Bool { kind == .article && !isInAnnex }
}

/// A part, chapter or section while the text is amended.
struct WorkingDivision {
    let id: Int
    var provision: Provision
    /// Its number in the old text; nil for a new one.
    var old: Int?
    var pin: Int?
}

/// A text while it is amended: headings and units in reading order, each with its depth.
struct WorkingText {
    enum Entry {
        case division(WorkingDivision, depth: Int)
        case unit(WorkingUnit, depth: Int)

        var depth: Int {
            switch self {
            case .division(_, let depth), .unit(_, let depth): depth
            }
        }
    }

    var title: String
    let language: Language
    let headnotes: [String]
    var entries: [Entry] = []
    private var nextID = 0

    init(_ text: StatuteText) {
        title = text.title
        language = text.language
        headnotes = text.headnotes
        var stack = text.root.children.reversed().map { ($0, 1, $0.kind == .annex) }
        while let (node, depth, isInAnnex) = stack.popLast() {
            if node.kind.isContainer {
                var header = node
                header.children = []
                entries.append(
                    .division(
                        WorkingDivision(id: newID(), provision: header, old: Int(node.number)), depth: depth))
                stack += node.children.reversed().map { ($0, depth + 1, isInAnnex || $0.kind == .annex) }
            } else {
                entries.append(.unit(WorkingUnit(id: newID(), node, isInAnnex: isInAnnex), depth: depth))
            }
        }
    }

    mutating func newID() -> Int {
        nextID += 1
        return nextID
    }

    var style: LabelStyle { LabelStyle(language: language) }
    var reader: WordingReader { WordingReader(language: language) }

    func unit(at index: Int) -> WorkingUnit? {
        guard case .unit(let unit, _) = entries[index] else { return nil }
        return unit
    }

    func division(at index: Int) -> WorkingDivision? {
        guard case .division(let division, _) = entries[index] else { return nil }
        return division
    }

    /// Changes the unit at `index`; does nothing at a heading.
    mutating func change<Failure: Error>(
        at index: Int, _ body: (inout WorkingUnit) throws(Failure) -> Void
    ) throws(Failure) {
        guard case .unit(var unit, let depth) = entries[index] else { return }
        try body(&unit)
        entries[index] = .unit(unit, depth: depth)
    }

    mutating func changeDivision(at index: Int, _ body: (inout WorkingDivision) -> Void) {
        guard case .division(var division, let depth) = entries[index] else { return }
        body(&division)
        entries[index] = .division(division, depth: depth)
    }

    /// The end of what stands below the heading at `index`.
    func end(ofDivisionAt index: Int) -> Int {
        let depth = entries[index].depth
        var end = index + 1
        while end < entries.count, entries[end].depth > depth { end += 1 }
        return end
    }

    /// The articles' places in reading order.
    var articleIndices: [Int] { entries.indices.filter { unit(at: $0)?.isArticle == true } }

    // MARK: Addresses

    /// The unit that an address begins with.
    func index(of address: Address) throws(ApplicationFault) -> Int {
        switch address.unit {
        case .article(let number):
            let old = articleIndices.filter { unit(at: $0)?.old == number }
            if old.count == 1 { return old[0] }
            if old.count > 1 {
                throw ApplicationFault(.ambiguousAddress, "\(old.count) articles have the number \(number)")
            }
            let new = articleIndices.filter { index in
                guard let unit = unit(at: index) else { return false }
                return unit.old == nil && unit.pin == number
            }
            guard let found = new.first else {
                throw ApplicationFault(.addressNotFound, "the old text has no article \(number)")
            }
            return found
        case .preamble:
            guard let found = entries.indices.first(where: { unit(at: $0)?.kind == .preamble }) else {
                throw ApplicationFault(.addressNotFound, "the old text has no preamble")
            }
            return found
        case .whole, .title, .division:
            throw ApplicationFault(.notApplicable, "\(address.path): this cannot be done to it")
        }
    }

    /// The heading that an address names. Chapters that are named alone are looked for everywhere.
    func index(ofDivision path: [Address.Division]) throws(ApplicationFault) -> Int {
        guard let last = path.last else { throw ApplicationFault(.addressNotFound, "no division is named") }
        var ranges = [entries.startIndex..<entries.endIndex]
        for step in path.dropLast() {
            ranges = ranges.flatMap { places(of: step, in: $0) }.map { ($0 + 1)..<end(ofDivisionAt: $0) }
        }
        let found = ranges.flatMap { places(of: last, in: $0) }
        if found.count == 1 { return found[0] }
        let name = Address(.division(path)).path
        throw found.isEmpty
            ? ApplicationFault(.addressNotFound, "the old text has no \(name)")
            : ApplicationFault(.ambiguousAddress, "\(found.count) divisions are called \(name)")
    }

    private func places(of step: Address.Division, in range: Range<Int>) -> [Int] {
        let all = range.filter { division(at: $0)?.provision.kind == step.kind }
        let old = all.filter { division(at: $0)?.old == step.number }
        return old.isEmpty
            ? all.filter { division(at: $0)?.old == nil && division(at: $0)?.pin == step.number } : old
    }

    // MARK: The result

    /// The text that it has become.
    var finished: StatuteText {
        var stack: [Provision] = [Provision(kind: .body)]
        func close(to depth: Int) {
            while stack.count > max(depth, 1) {
                let done = stack.removeLast()
                stack[stack.count - 1].children.append(done)
            }
        }
        for entry in entries {
            close(to: entry.depth)
            switch entry {
            case .division(let division, _): stack.append(division.provision)
            case .unit(let unit, _): stack[stack.count - 1].children.append(provision(unit))
            }
        }
        close(to: 1)
        let text = StatuteText(title: title, language: language, headnotes: headnotes, root: stack[0])
        // Written and read back, every provision has its path and its canonical place.
        return CanonicalText.parse(CanonicalText(text).string, language: language).text
    }

    private func provision(_ unit: WorkingUnit) -> Provision {
        var node = Provision(
            kind: unit.kind, number: unit.old ?? "", label: unit.label, heading: unit.heading)
        let paragraphs = unit.paragraphs.resolved.map { $0.finished(style) }
        if paragraphs.count == 1 {
            node.text = paragraphs[0].text
            node.children = paragraphs[0].items
        } else {
            node.children = paragraphs.enumerated().map { index, paragraph in
                Provision(
                    kind: .paragraph, number: String(index + 1), text: paragraph.text,
                    children: paragraph.items)
            }
        }
        return node
    }
}
