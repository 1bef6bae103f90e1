package import Statute

/// What the instructions of a decision make of the old text.
package struct AmendedText: Sendable, Hashable {
    package var text: StatuteText
    package var problems: [AmendmentProblem]
    /// Number of each old article that is still there → its number in the new text.
    package var numbers: [String: String]
    /// Number of an article in the new text → the instructions that worked on it, from 0.
    package var sources: [String: [Int]]

    package init(
        text: StatuteText, problems: [AmendmentProblem], numbers: [String: String], sources: [String: [Int]]
    ) {
        self.text = text
        self.problems = problems
        self.numbers = numbers
        self.sources = sources
    }
}

extension StatuteText {
    /// The text with the instructions applied, as far as they can be; what could not be done is a problem.
    ///
    /// Addresses mean the old text's numbers, and the numbers that the decision gives mean the new text's. Articles
    /// are numbered on only where the decision orders it (条文顺序作相应调整), where a new number is taken, or where it
    /// says so one by one. References inside the text stay as they are unless an instruction changes them.
    /// Total: any text and any instructions give a result.
    package func amended(by instructions: [Instruction]) -> AmendedText {
        var amendment = Amendment(self)
        return amendment.run(instructions)
    }
}

/// One application.
struct Amendment {
    var text: WorkingText
    var problems: [AmendmentProblem] = []
    /// The instruction at work, from 0.
    var current = 0
    /// The division that the instruction before put in, for the articles that follow it there.
    var newDivision: Int?
    private var ordersNumbers = false

    init(_ old: StatuteText) { text = WorkingText(old) }

    mutating func run(_ instructions: [Instruction]) -> AmendedText {
        for (index, instruction) in instructions.enumerated() {
            current = index
            do {
                try apply(instruction)
            } catch {
                report(error)
            }
        }
        let numbering = ArticleNumbering(text, ordersNumbers: ordersNumbers)
        let (numbers, sources) = renumber(numbering)
        return AmendedText(text: text.finished, problems: problems, numbers: numbers, sources: sources)
    }

    mutating func report(_ fault: ApplicationFault) {
        problems.append(AmendmentProblem(fault.kind, instruction: current, fault.message))
    }

    mutating func touch(_ index: Int) {
        let current = current
        text.change(at: index) { (unit: inout WorkingUnit) in
            if unit.touched.last != current { unit.touched.append(current) }
        }
    }

    private mutating func apply(_ instruction: Instruction) throws(ApplicationFault) {
        switch instruction.modification {
        case .substitution(let places, let wording):
            try substitute(places, wording, restates: instruction.restates)
        case .leadIn(let place, let wording): try replaceLeadIn(place, wording)
        case .words(let places, let old, let new): try replaceWords(places, old, new)
        case .wordInsertion(let place, let position, let wording): try insertWords(place, position, wording)
        case .wordRepeal(let places, let words):
            for wording in words { try replaceWords(places, [wording], []) }
        case .insertion(let kind, let count, let place, let position, let numbers, let heading, let wording):
            let new = NewProvisions(
                kind: kind, count: count, place: place, position: position, numbers: numbers,
                heading: heading,
                wording: wording)
            try insert(new)
        case .repeal(let places):
            for place in places { try repeal(place) }
        case .renumbering(let pairs):
            for pair in pairs { try renumber(pair) }
        case .join(let places, let number, let wording): try join(places, number, wording)
        case .split(let place, let numbers, let wording): try split(place, numbers, wording)
        case .heading(let place, let old, let new): try replaceHeading(place, old, new)
        case .order: ordersNumbers = true
        }
    }

    // MARK: Numbers in the end

    private mutating func renumber(
        _ numbering: ArticleNumbering
    ) -> (numbers: [String: String], sources: [String: [Int]]) {
        for fault in numbering.faults { report(fault) }
        var numbers: [String: String] = [:]
        var sources: [String: [Int]] = [:]
        let sample = text.articleIndices.compactMap { text.unit(at: $0)?.label }.first { !$0.isEmpty } ?? ""
        var moved = text
        moved.arrange(numbering.order)
        for place in moved.ambiguousPlaces {
            report(
                ApplicationFault(
                    .ambiguousPlace,
                    "article \(numbering.numbers[place] ?? "") stands between two divisions: it was put at the end of the first"
                ))
        }
        text = moved
        for index in text.articleIndices {
            let style = text.style
            text.change(at: index) { (unit: inout WorkingUnit) in
                guard let number = numbering.numbers[unit.id] else { return }
                if let old = unit.old { numbers[old] = number }
                if !unit.touched.isEmpty { sources[number, default: []] += unit.touched }
                if unit.old != number { unit.label = style.article(number, like: sample) }
            }
        }
        text.numberDivisions()
        return (numbers, sources)
    }
}
