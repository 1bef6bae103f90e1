package import Statute

extension AmendingDecision {
    /// Reads an amending decision or the amendments to a code or to the Constitution.
    ///
    /// Total: every line that is not blank is in exactly one part, and a line that no rule reads is ``Part/Role/unread``
    /// with a diagnostic. Nothing is guessed and nothing is skipped.
    /// - Parameters:
    ///   - source: decoded text with any line ends, plain or as LawRefBook writes it.
    ///   - language: told apart by its characters when not given.
    package static func read(_ source: String, language: Language? = nil) -> AmendingDecision {
        var reader = DecisionReader(Array(source.unicodeScalars), language: language)
        return reader.run()
    }
}

/// One pass over the blocks of a decision.
struct DecisionReader {
    private let source: [Unicode.Scalar]
    private let language: Language
    private var scanner: BlockScanner
    private var parts: [AmendingDecision.Part] = []
    private var diagnostics: [Diagnostic] = []
    private var title = ""
    /// The law of the heading that stands above (一、修改《…》).
    private var target: String?
    private var context: Address?
    /// The number of the last point, for the blocks below that have none.
    private var point = ""
    /// A point or an instruction has been seen: what comes now is no head any more.
    private var isPastHead = false
    /// The line on which the comment that ends a file's head stands; -1 where there is none.
    private let endOfHead: Int

    init(_ source: [Unicode.Scalar], language: Language?) {
        self.source = source
        self.language = language ?? Self.guess(source)
        scanner = BlockScanner(source, language: self.language)
        endOfHead =
            scanner.lines.firstIndex { line in
                let words = source[line.range]
                return Self.isComment(words) && words.string.contains("INFO END")
            } ?? -1
    }

    /// Chinese where any of the first letters are ideographs in number.
    private static func guess(_ source: [Unicode.Scalar]) -> Language {
        let start = source.prefix(20_000)
        let ideographs = start.count { $0.isIdeograph }
        let letters = start.count { $0.isLatinLetter }
        return ideographs > 0 && ideographs * 9 >= letters ? .zh : .en
    }

    mutating func run() -> AmendingDecision {
        while let block = scanner.block() { read(block) }
        diagnostics.sort { $0.line < $1.line }
        return AmendingDecision(title: title, language: language, parts: parts, diagnostics: diagnostics)
    }

    // MARK: Blocks

    private mutating func read(_ block: Block) {
        for quotation in block.quotations where !quotation.isClosed {
            diagnostics.append(
                Diagnostic(
                    .quotationNotClosed,
                    "a quotation is opened here and never closed: it is read to the end of its point",
                    line: line(of: quotation.span.lowerBound, in: block)))
        }
        if let role = head(block) {
            add(role, block)
            return
        }
        if let reading = reading(of: block) {
            accept(reading, block)
        } else if let closing = closing(block) {
            add(closing, block)
        } else if let law = DecisionPhrases.target(of: block) {
            isPastHead = true
            target = law
            context = nil
            add(.target(law), block)
        } else if !isPastHead || DecisionPhrases.opensInnerList(source[block.span], language),
            DecisionPhrases.opensList(source[block.span], language)
        {
            isPastHead = isPastHead || block.label != nil
            add(.preliminary, block)
        } else {
            if block.label != nil { isPastHead = true }
            add(.unread, block)
            diagnostics.append(
                Diagnostic(
                    .unreadInstruction,
                    "no rule reads these words as a whole, and nothing of them is applied: \(beginning(of: block))",
                    line: number(block.lines.lowerBound)))
        }
    }

    /// Title, headnotes and comments; nil for everything else.
    private mutating func head(_ block: Block) -> AmendingDecision.Part.Role? {
        let words = source[block.span]
        if Self.isComment(words) { return .headnote }
        if words.first == ">" { return isPastHead ? nil : .headnote }
        guard block.quotations.isEmpty else { return nil }
        if title.isEmpty, !isPastHead, block.label == nil, words.count <= 200 {
            let name = words.drop { $0 == "#" || $0.isBlank }
            if words.first == "#" || !DecisionPhrases.opensList(words, language) && !canBeInstruction(block) {
                title = name.string
                return name.isEmpty ? .headnote : .title
            }
        }
        if block.lines.lowerBound < endOfHead { return .headnote }
        if !isPastHead, block.label == nil, DecisionPhrases.isHeadnote(words, language) { return .headnote }
        return nil
    }

    private func canBeInstruction(_ block: Block) -> Bool { reading(of: block) != nil }

    private func reading(of block: Block) -> BlockReading? {
        let above = block.label == nil ? context : nil
        return switch language {
        case .zh: ChineseInstructions.read(block, source: source, context: above)
        case .en: EnglishInstructions.read(block, source: source, context: above)
        }
    }

    private mutating func accept(_ reading: BlockReading, _ block: Block) {
        isPastHead = true
        if let label = block.label { point = label.words }
        context = reading.context
        var block = block
        var drafts = reading.drafts
        if reading.awaitsWording {
            guard let wording = plainWording(below: &block), let last = drafts.popLast() else {
                add(.unread, block)
                diagnostics.append(
                    Diagnostic(
                        .unreadInstruction, "new words are announced here and none come",
                        line: number(block.lines.lowerBound)))
                return
            }
            drafts.append(last.filled(with: wording))
        }
        add(.instructions(drafts.map { instruction($0, block) }), block)
    }

    private func instruction(_ draft: InstructionDraft, _ block: Block) -> Instruction {
        Instruction(
            number: point, law: draft.law ?? target, modification: draft.modification,
            restates: draft.restates,
            span: draft.span, line: line(of: draft.span.lowerBound, in: block))
    }

    /// The lines below that are quoted without marks (内容如下：), up to the next point, closing or instruction.
    private mutating func plainWording(below block: inout Block) -> Wording? {
        let style = block.label?.style
        let language = language
        let next = (block.label?.value ?? 0) + 1
        let taken = scanner.plainLines { words in
            if let label = PointLabel.leading(words), label.style == style, label.value == next {
                return true
            }
            if DecisionPhrases.isClosing(words, language) { return true }
            return PointLabel.leading(words) == nil && words.first == "第"
                && InstructionBeginning.matches(words, language)
        }
        guard let first = taken.first, let last = taken.last else { return nil }
        block.lines = block.lines.lowerBound...last
        let lines = scanner.lines
        block.span = block.span.lowerBound..<lines[last].range.upperBound
        return Wording(
            lines: taken.map { source[lines[$0].range].string },
            span: lines[first].range.lowerBound..<lines[last].range.upperBound)
    }

    /// Commencement and republication, with the order that they may give for the numbers.
    private func closing(_ block: Block) -> AmendingDecision.Part.Role? {
        let words = source[block.span.dropFirst(block.label?.length ?? 0)]
        guard block.quotations.isEmpty, DecisionPhrases.isClosing(words, language) else { return nil }
        guard DecisionPhrases.ordersNumbers(words, language) else { return .closing([]) }
        return .closing([
            Instruction(
                number: block.label?.words ?? "", law: target, modification: .order, span: block.span,
                line: number(block.lines.lowerBound))
        ])
    }

    // MARK: Lines

    private mutating func add(_ role: AmendingDecision.Part.Role, _ block: Block) {
        parts.append(
            AmendingDecision.Part(
                role: role, lines: number(block.lines.lowerBound)...number(block.lines.upperBound),
                span: block.span))
    }

    private func number(_ index: Int) -> Int { scanner.lines[index].number }

    /// The line of a scalar of the block.
    private func line(of offset: Int, in block: Block) -> Int {
        let found = block.lines.last { scanner.lines[$0].range.lowerBound <= offset }
        return number(found ?? block.lines.lowerBound)
    }

    private func beginning(of block: Block) -> String {
        let words = source[block.span].prefix(40).map { $0.isBlank || $0.isInvisible ? " " : $0 }
        return words.string + (block.span.count > 40 ? "…" : "")
    }

    private static func isComment(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
        words.starts(with: "<!--".unicodeScalars) && words.reversed().starts(with: ">--".unicodeScalars)
    }
}

extension InstructionDraft {
    /// The same with the words that it announces.
    fileprivate func filled(with wording: Wording) -> InstructionDraft {
        var draft = self
        switch modification {
        case .substitution(let places, _): draft.modification = .substitution(places, wording)
        case .heading(let place, let old, _): draft.modification = .heading(place, old: old, new: wording)
        case .insertion(let kind, let count, let place, let position, let numbers, let heading, _):
            draft.modification = .insertion(
                kind, count: count, at: place, position, numbers: numbers, heading: heading, wording)
        case .leadIn, .words, .wordInsertion, .repeal, .wordRepeal, .renumbering, .join, .split, .order: break
        }
        draft.span = span.lowerBound..<max(span.upperBound, wording.span.upperBound)
        return draft
    }
}
