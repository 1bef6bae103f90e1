import Redline
import Statute

/// Cuts the pieces of a redline at the borders of highlights and of words carried elsewhere.
struct StretchCutter {
    private let before: [Unicode.Scalar]
    private let after: [Unicode.Scalar]
    private let beforeMarks: [Mark]
    private let afterMarks: [Mark]
    /// Ranges of the old text whose words stand in the named other new provision.
    private let movedOut: [(Range<Int>, String)]
    /// Ranges of the new text whose words come from the named other old provision.
    private let movedIn: [(Range<Int>, String)]

    init(
        before: ArticleText?, after: ArticleText?, findings: SidedFindings, movedOut: [(Range<Int>, String)],
        movedIn: [(Range<Int>, String)]
    ) {
        self.before = Array((before?.string ?? "").unicodeScalars)
        self.after = Array((after?.string ?? "").unicodeScalars)
        beforeMarks = before.map { findings.marksBefore(in: $0.path) } ?? []
        afterMarks = after.map { findings.marksAfter(in: $0.path) } ?? []
        self.movedOut = movedOut
        self.movedIn = movedIn
    }

    func stretches(_ pieces: [RedlinePiece]) -> [Stretch] {
        var out: [Stretch] = []
        for piece in pieces {
            switch piece.kind {
            case .kept: kept(piece, &out)
            case .deleted:
                one(piece.before, before, beforeMarks, movedOut, .deleted, .before, piece.edit, &out)
            case .inserted:
                one(piece.after, after, afterMarks, movedIn, .inserted, .after, piece.edit, &out)
            }
        }
        return out
    }

    private func kept(_ piece: RedlinePiece, _ out: inout [Stretch]) {
        // A highlight of the old text is shown in kept words only where the new text no longer has it.
        let offset = piece.before.lowerBound - piece.after.lowerBound
        let old = beforeMarks.filter { mark in
            !afterMarks.contains { $0.concept == mark.concept && $0.polarity == mark.polarity }
        }.map { mark in
            var moved = mark
            moved.range = (mark.range.lowerBound - offset)..<(mark.range.upperBound - offset)
            return moved
        }
        let marks = afterMarks + old
        for range in cut(piece.after, at: marks.map(\.range)) {
            append(range, after, marks, .kept, nil, &out)
        }
    }

    private func one(
        _ range: Range<Int>, _ text: [Unicode.Scalar], _ marks: [Mark], _ moved: [(Range<Int>, String)],
        _ kind: Stretch.Kind, _ side: Stretch.Side, _ edit: ReasonClass?, _ out: inout [Stretch]
    ) {
        for part in cut(range, at: marks.map(\.range) + moved.map(\.0)) {
            if let there = moved.first(where: {
                $0.0.lowerBound <= part.lowerBound && part.upperBound <= $0.0.upperBound
            }) {
                let kind = Stretch.Kind.elsewhere(label: there.1, side: side)
                if out.last?.kind == kind {
                    out[out.count - 1].text += string(text[part])
                } else {
                    out.append(Stretch(kind, string(text[part])))
                }
            } else {
                append(part, text, marks, kind, edit, &out)
            }
        }
    }

    private func append(
        _ range: Range<Int>, _ text: [Unicode.Scalar], _ marks: [Mark], _ kind: Stretch.Kind,
        _ edit: ReasonClass?, _ out: inout [Stretch]
    ) {
        let touching = marks.filter {
            $0.range.lowerBound <= range.lowerBound && range.upperBound <= $0.range.upperBound
        }
        out.append(
            Stretch(
                kind, string(text[range]), edit: edit, marks: touching,
                ending: touching.filter { $0.range.upperBound == range.upperBound }))
    }

    private func cut(_ range: Range<Int>, at ranges: [Range<Int>]) -> [Range<Int>] {
        guard !range.isEmpty else { return [] }
        let borders = ranges.flatMap { [$0.lowerBound, $0.upperBound] }
            .filter { range.lowerBound < $0 && $0 < range.upperBound }
        let points = Set([range.lowerBound, range.upperBound] + borders).sorted()
        return zip(points, points.dropFirst()).map { $0..<$1 }
    }

    private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
