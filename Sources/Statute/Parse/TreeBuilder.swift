/// Puts containers and units together into one tree.
struct TreeBuilder {
    private struct Container {
        var provision: Provision
        var rank: Int?
        var level: Int
        var line: Int
        /// Lines of the finished nodes below, in tree order.
        var lines: [Int] = []
    }

    private var stack: [Container]
    private(set) var unit: UnitBuilder?
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var hasStructure = false
    /// The number of the last point that was a provision of its own.
    private var lastPoint = 0

    init() {
        stack = [Container(provision: Provision(kind: .body), rank: nil, level: 0, line: 1)]
        // What stands before the first provision is the preamble.
        unit = UnitBuilder(kind: .preamble, line: 1)
    }

    /// The number of the last container of this kind in the innermost place where one could stand.
    func lastNumber(of kind: ProvisionKind) -> Int {
        let parents = stack.prefix { ($0.rank ?? -1) < (Self.rank(kind) ?? 0) }
        if stack.count > parents.count, stack[parents.count].provision.kind == kind {
            return Int(stack[parents.count].provision.number) ?? 0
        }
        let siblings = parents.last?.provision.children ?? []
        return siblings.last { $0.kind == kind }.flatMap { Int($0.number) } ?? 0
    }

    // MARK: Containers

    mutating func open(_ heading: Heading, line: Int) {
        if heading.isPreamble, stack.count == 1, !hasStructure, unit?.isEmpty ?? true,
            unit?.heading.isEmpty ?? true
        {
            unit = UnitBuilder(kind: .preamble, line: line)
            unit?.heading = heading.words.string
            return
        }
        close()
        hasStructure = true
        var kind = ProvisionKind.hcontainer
        if let label = heading.label, case .division(let division) = label.kind { kind = division }
        let rank = Self.rank(kind)
        let level = heading.level > 0 ? heading.level : (rank ?? 0) + 2
        let cut = stack.indices.dropFirst().first { index in
            let above = stack[index]
            guard let rank, let aboveRank = above.rank else { return above.level >= level }
            return aboveRank >= rank
        }
        if let cut { closeContainers(from: cut) }
        let number =
            heading.label?.number.isEmpty == false
            ? heading.label?.number ?? ""
            : String(stack[stack.count - 1].provision.children.count { $0.kind == kind } + 1)
        stack.append(
            Container(
                provision: Provision(
                    kind: kind, number: number, label: heading.labelWords, heading: heading.words.string),
                rank: rank, level: level, line: line))
    }

    /// Annexes stand beside everything; parts, subparts, chapters and sections nest in this order.
    private static func rank(_ kind: ProvisionKind) -> Int? {
        switch kind {
        case .annex: 0
        case .part: 1
        case .subpart: 2
        case .chapter: 3
        case .section: 4
        default: nil
        }
    }

    // MARK: Units

    mutating func openUnit(_ new: UnitBuilder) {
        close()
        if new.kind != .paragraph { hasStructure = true }
        unit = new
    }

    mutating func addParagraph(_ text: Scalars, line: Int) {
        if unit == nil || unit?.kind == .paragraph {
            openUnit(UnitBuilder(kind: .paragraph, line: line))
        }
        unit?.addParagraph(text, line: line)
    }

    mutating func addItem(_ label: Label, _ style: Label.Style, _ line: Scalars, number: Int) {
        if startsUnit(style) {
            var new = UnitBuilder(kind: .item, line: number)
            new.number = label.number
            new.label = line.prefix(label.length).string
            new.style = style
            openUnit(new)
            checkPointSequence(label, line: number)
            let words = line.dropFirst(label.length).trimmed
            if !words.isEmpty { unit?.addParagraph(words, line: number) }
        } else {
            unit?.addItem(label, style, line, number: number)
        }
    }

    /// 一、 opens a provision of its own unless it stands in an article; other labels do so only where no unit is
    /// open, and then go on doing so.
    private func startsUnit(_ style: Label.Style) -> Bool {
        guard let unit else { return true }
        if unit.kind == .article { return false }
        if unit.kind == .preamble, !unit.heading.isEmpty { return false }
        if style == .ideographComma { return true }
        return unit.style == style
    }

    /// Points may be numbered through the whole text or anew below each heading.
    private mutating func checkPointSequence(_ label: Label, line: Int) {
        guard let value = label.ordinal.first else { return }
        if value != 1, value != lastPoint + 1 {
            diagnostics.append(
                Diagnostic(
                    .itemNumberGap, "point \(value) where number \(lastPoint + 1) would follow", line: line))
        }
        lastPoint = value
    }

    // MARK: Closing

    /// Finishes the open unit.
    private mutating func close() {
        guard let unit else { return }
        self.unit = nil
        diagnostics.append(contentsOf: unit.diagnostics)
        if let line = unit.lacksList {
            diagnostics.append(
                Diagnostic(.missingList, "a list is announced (下列 / following) and none comes", line: line))
        }
        if unit.kind == .preamble, unit.isEmpty, unit.heading.isEmpty { return }
        var finished = unit.finished()
        if unit.kind == .paragraph {
            finished.provision.number = String(
                stack[stack.count - 1].provision.children.count { $0.kind == .paragraph } + 1)
        }
        stack[stack.count - 1].provision.children.append(finished.provision)
        stack[stack.count - 1].lines.append(contentsOf: finished.lines)
    }

    private mutating func closeContainers(from index: Int) {
        while stack.count > index, stack.count > 1 {
            let done = stack.removeLast()
            stack[stack.count - 1].provision.children.append(done.provision)
            stack[stack.count - 1].lines.append(done.line)
            stack[stack.count - 1].lines.append(contentsOf: done.lines)
        }
    }

    /// The whole tree without paths, and the line of each node below the root in tree order.
    mutating func finished() -> (root: Provision, lines: [Int]) {
        if !hasStructure, let unit, unit.kind == .preamble, unit.heading.isEmpty {
            // No numbered provision anywhere: the paragraphs themselves are the provisions.
            self.unit = nil
            diagnostics.append(contentsOf: unit.diagnostics)
            let (preamble, lines) = unit.finished()
            var paragraphs = preamble.children
            var rest = Array(lines.dropFirst())
            if paragraphs.first?.kind != .paragraph, !unit.isEmpty {
                paragraphs = [
                    Provision(kind: .paragraph, number: "1", text: preamble.text, children: preamble.children)
                ]
                rest.insert(lines[0], at: 0)
            }
            stack[0].provision.children.append(contentsOf: paragraphs)
            stack[0].lines.append(contentsOf: rest)
        }
        close()
        closeContainers(from: 1)
        return (stack[0].provision, stack[0].lines)
    }
}
