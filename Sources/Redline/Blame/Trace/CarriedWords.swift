import Statute

/// For each Unicode scalar of a new provision, where it stood in the old text.
///
/// Takes time in proportion to the words of the new provision and of its partners.
struct CarriedWords: Sendable {
    enum Manner: Sendable {
        /// The same scalar.
        case kept
        /// Part of a number or reference that follows a renumbering.
        case formal
        /// Another form of what stood there.
        case editorial
        /// The same scalar, in a line that changed places within the provision.
        case moved
    }

    struct Source: Sendable {
        /// Index into ``CarriedWords/partners``.
        var partner: Int
        /// Unicode scalars of the partner.
        var offset: Int
        var manner: Manner
    }

    /// The old provisions that the new one is linked with, the main one first.
    let partners: [ArticleText]
    /// Nil for words that are new.
    private(set) var sources: [Source?]
    /// For words that are new: where in the main partner they were put in.
    private(set) var places: [Int]

    /// - Parameter text: one of the new provisions of the entry.
    init(_ entry: ProvisionChange, into text: ArticleText) {
        let scalars = Array(text.string.unicodeScalars)
        let links = entry.links.filter { $0.after == text.path }
        var partners: [ArticleText] = []
        sources = [Source?](repeating: nil, count: scalars.count)
        places = [Int](repeating: 0, count: scalars.count)
        // Where two partners carry the same word, the one that carries more words around it gave it.
        var best = [Int](repeating: 0, count: scalars.count)
        for link in links {
            guard let old = entry.before.first(where: { $0.path == link.before }) else { continue }
            let reading = LinkReading(link, entry, old: old, new: scalars)
            for (index, found) in reading.sources.enumerated() {
                guard let found, reading.lengths[index] > best[index] else { continue }
                best[index] = reading.lengths[index]
                sources[index] = Source(partner: partners.count, offset: found.offset, manner: found.manner)
            }
            if partners.isEmpty { places = reading.places }
            partners.append(old)
        }
        self.partners = partners
        for (index, link) in links.enumerated() where index < partners.count {
            takeMovedLines(link, from: partners[index], at: index, into: text)
        }
    }

    /// Lines that stand elsewhere in the provision, word for word but for the point at their end, and that the row of words
    /// leaves out.
    private mutating func takeMovedLines(
        _ link: ProvisionLink, from old: ArticleText, at partner: Int, into text: ArticleText
    ) {
        guard link.parts.contains(where: \.moved) else { return }
        let (before, after) = (MovableLine.all(of: old), MovableLine.all(of: text))
        for part in link.parts where part.moved {
            guard before.indices.contains(part.oldLine), after.indices.contains(part.newLine),
                !before[part.oldLine].core.isEmpty, before[part.oldLine].core == after[part.newLine].core
            else { continue }
            let (from, to) = (before[part.oldLine], after[part.newLine])
            // The line feeds around it go with it.
            let range = max(to.span.lowerBound - 1, 0)..<min(to.span.upperBound + 1, sources.count)
            for index in range where sources[index] == nil {
                let (offset, manner) = from.place(of: index, in: to)
                sources[index] = Source(partner: partner, offset: offset, manner: manner)
            }
        }
    }
}

/// A line of a provision, as it may stand elsewhere in another version.
private struct MovableLine {
    /// Unicode scalars of the provision, label included.
    let span: Range<Int>
    /// Where its words begin, behind the label.
    let start: Int
    /// The words without the point at their end.
    let core: [Unicode.Scalar]

    static func all(of text: ArticleText) -> [MovableLine] {
        zip(text.lines, text.spans).map { line, span in
            let words = Array(line.text.unicodeScalars)
            let points: Set<Unicode.Scalar> = ["；", "。", "，", ";", ".", ","]
            let hasPoint = words.last.map(points.contains) ?? false
            return MovableLine(
                span: span.range, start: span.range.upperBound - words.count,
                core: hasPoint ? words.dropLast() : words)
        }
    }

    /// Where a scalar of the moved line stood here.
    func place(of index: Int, in moved: MovableLine) -> (offset: Int, manner: CarriedWords.Manner) {
        let word = index - moved.start
        if word >= moved.core.count { return (span.upperBound - 1, .editorial) }
        if word >= 0 { return (start + word, .moved) }
        return (min(span.lowerBound + max(index - moved.span.lowerBound, 0), span.upperBound - 1), .formal)
    }
}

/// What one link says of each scalar of the new provision.
private struct LinkReading {
    var sources: [(offset: Int, manner: CarriedWords.Manner)?]
    /// How many scalars in a row are carried over around each, 0 for new ones.
    var lengths: [Int]
    var places: [Int]

    init(_ link: ProvisionLink, _ entry: ProvisionChange, old: ArticleText, new: [Unicode.Scalar]) {
        let olds = Array(old.string.unicodeScalars)
        sources = Array(repeating: nil, count: new.count)
        lengths = Array(repeating: 0, count: new.count)
        places = Array(repeating: 0, count: new.count)
        var (next, other) = (0, 0)
        var runStart = 0
        for edit in link.edits {
            let before = edit.before.clamped(to: 0..<olds.count)
            let after = edit.after.clamped(to: 0..<new.count)
            guard before.lowerBound >= next, after.lowerBound >= other else { continue }
            keep(next..<before.lowerBound, other..<after.lowerBound)
            if let manner = FollowingEdit.manner(of: edit, in: entry, olds, new), !olds.isEmpty {
                for (step, index) in after.enumerated() {
                    // Word by word from the front; what was put in goes with what stands before it.
                    let offset =
                        before.isEmpty
                        ? max(before.lowerBound - 1, 0)
                        : before.lowerBound + min(step, before.count - 1)
                    sources[index] = (min(offset, olds.count - 1), manner)
                }
            } else {
                for index in after { places[index] = before.lowerBound }
                close(runStart..<after.lowerBound)
                runStart = after.upperBound
            }
            (next, other) = (before.upperBound, after.upperBound)
        }
        keep(next..<olds.count, other..<new.count)
        close(runStart..<new.count)
    }

    private mutating func keep(_ before: Range<Int>, _ after: Range<Int>) {
        for step in 0..<min(before.count, after.count) {
            sources[after.lowerBound + step] = (before.lowerBound + step, .kept)
        }
    }

    private mutating func close(_ run: Range<Int>) {
        for index in run { lengths[index] = run.count }
    }
}
