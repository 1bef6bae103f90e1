import Redline
import Statute

/// Both texts as one row of words and paragraph ends, each with its fate.
struct TrackedStream {
    private enum Token {
        case run(TrackedParagraph.Run)
        case end(Fate, TrackedParagraph.Style, isUnverified: Bool)

        var fate: Fate {
            switch self {
            case .run(let run): run.fate
            case .end(let fate, _, _): fate
            }
        }

        var style: TrackedParagraph.Style? {
            if case .end(_, let style, _) = self { style } else { nil }
        }

        var isUnverified: Bool {
            switch self {
            case .run(let run): run.isUnverified
            case .end(_, _, let isUnverified): isUnverified
            }
        }
    }

    private let old: [TextUnit]
    private let new: [TextUnit]
    private let pairing: UnitPairing
    private let remarks: Remarks
    private var tokens: [Token] = []
    /// The remarks that were tied to words, in order.
    private(set) var said: [String] = []
    /// The remark that waits for the first words of the unit being written.
    private var waiting: Int?
    /// Whether the unit being written is only assumed on a side.
    private var isUnverified = false

    init(old: [TextUnit], new: [TextUnit], changes: [ProvisionChange], remarks: Remarks) {
        self.old = old
        self.new = new
        self.remarks = remarks
        pairing = UnitPairing(old, new, changes)
    }

    mutating func run() {
        var i = 0
        var j = 0
        for pair in pairing.pairs {
            gap(i..<pair.old, j..<pair.new)
            both(old[pair.old], new[pair.new], pair.edits)
            i = pair.old + 1
            j = pair.new + 1
        }
        gap(i..<old.count, j..<new.count)
        slide()
        closeEnd()
    }

    private mutating func gap(_ olds: Range<Int>, _ news: Range<Int>) {
        for index in olds {
            isUnverified = remarks.isUnverified(before: old[index])
            one(old[index], .deleted, remarks.before(old[index]))
        }
        for index in news {
            isUnverified = remarks.isUnverified(after: new[index])
            one(new[index], .inserted, remarks.after(new[index]))
        }
    }

    private mutating func one(_ unit: TextUnit, _ fate: Fate, _ remark: String?) {
        wait(for: remark)
        var styles = unit.styles[...]
        add(unit.label, fate, &styles, isLabel: true)
        add(unit.words, fate, &styles)
        tokens.append(.end(fate, styles.first ?? .paragraph, isUnverified: isUnverified))
        waiting = nil
    }

    private mutating func both(_ a: TextUnit, _ b: TextUnit, _ edits: [Edit]) {
        wait(for: remarks.after(b))
        isUnverified = remarks.isUnverified(after: b)
        var olds = a.styles[...]
        var news = b.styles[...]
        if a.label.utf8.elementsEqual(b.label.utf8) {
            step(a.label, &olds)
            add(b.label, .kept, &news, isLabel: true)
        } else {
            // The remark stays with what stays when the changes are accepted.
            let remark = b.label.isEmpty ? nil : waiting
            if remark != nil { waiting = nil }
            add(a.label, .deleted, &olds, isLabel: true)
            if remark != nil { waiting = remark }
            add(b.label, .inserted, &news, isLabel: true)
        }
        let before = Array(a.words.unicodeScalars)
        let after = Array(b.words.unicodeScalars)
        for piece in RedlinePiece.pieces(before, after, edits: edits) {
            switch piece.kind {
            case .kept:
                step(before[piece.before].string, &olds)
                add(after[piece.after].string, .kept, &news)
            case .deleted: add(before[piece.before].string, .deleted, &olds)
            case .inserted: add(after[piece.after].string, .inserted, &news)
            }
        }
        tokens.append(.end(.kept, news.first ?? .paragraph, isUnverified: isUnverified))
        waiting = nil
    }

    private mutating func wait(for remark: String?) {
        guard let remark else { return }
        waiting = said.count
        said.append(remark)
    }

    /// Words with one fate, cut where paragraphs end.
    private mutating func add(
        _ text: String, _ fate: Fate, _ styles: inout ArraySlice<TrackedParagraph.Style>,
        isLabel: Bool = false
    ) {
        let parts = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index > 0 {
                tokens.append(.end(fate, styles.popFirst() ?? .paragraph, isUnverified: isUnverified))
            }
            if part.isEmpty { continue }
            tokens.append(
                .run(
                    .init(
                        fate: fate, text: String(part), isLabel: isLabel, isUnverified: isUnverified,
                        remark: waiting)))
            waiting = nil
        }
    }

    /// Passes over the ends of paragraphs of the other side in words that both sides have.
    private func step(_ text: String, _ styles: inout ArraySlice<TrackedParagraph.Style>) {
        for scalar in text.unicodeScalars where scalar == "\n" { styles = styles.dropFirst() }
    }

    /// A paragraph put in behind another is marked from its own beginning to its own end, not from the end of the
    /// one before it: `A[¶B]¶` becomes `A¶[B¶]`. Both give the same texts.
    private mutating func slide() {
        var start = 0
        while start < tokens.count {
            let fate = tokens[start].fate
            var end = start
            while end < tokens.count, tokens[end].fate == fate { end += 1 }
            if fate != .kept, end < tokens.count, case .end(.kept, let after, _) = tokens[end],
                let first = tokens[start].style
            {
                let doubt = tokens[start].isUnverified
                tokens[start] = .end(.kept, fate == .inserted ? first : after, isUnverified: doubt)
                tokens[end] = .end(fate, fate == .inserted ? after : first, isUnverified: doubt)
                end += 1
            }
            start = end
        }
    }

    /// The last paragraph of a document cannot be taken out of it, so its end is kept and the one before it is marked.
    private mutating func closeEnd() {
        let lastOld = tokens.lastIndex { $0.style != nil && $0.fate != .inserted }
        let lastNew = tokens.lastIndex { $0.style != nil && $0.fate != .deleted }
        let last = tokens.count - 1
        if lastOld == last, lastNew == last, last >= 0 { return }
        let style = lastNew.flatMap { tokens[$0].style } ?? lastOld.flatMap { tokens[$0].style }
        switch (lastOld, lastNew) {
        case (let i?, let j?) where tokens[i].fate == .kept && i < j:
            tokens[i] = .end(.inserted, tokens[i].style ?? .paragraph, isUnverified: tokens[j].isUnverified)
            tokens[j] = .end(.kept, tokens[j].style ?? .paragraph, isUnverified: false)
        case (let i?, let j?) where tokens[j].fate == .kept && j < i:
            tokens[j] = .end(.deleted, tokens[j].style ?? .paragraph, isUnverified: tokens[i].isUnverified)
            tokens[i] = .end(.kept, tokens[i].style ?? .paragraph, isUnverified: false)
        default:
            for index in [lastOld, lastNew].compactMap(\.self).sorted(by: >) { tokens.remove(at: index) }
            tokens.append(.end(.kept, style ?? .paragraph, isUnverified: false))
        }
    }

    var paragraphs: [TrackedParagraph] {
        var paragraphs: [TrackedParagraph] = []
        var runs: [TrackedParagraph.Run] = []
        for token in tokens {
            switch token {
            case .run(let run): runs.append(run)
            case .end(let fate, let style, let isUnverified):
                paragraphs.append(
                    TrackedParagraph(
                        runs: runs, end: fate, isEndUnverified: isUnverified && fate != .kept, style: style))
                runs = []
            }
        }
        return paragraphs
    }
}
