package import Redline
import Statute

/// A heading, a headnote or the title that differs between two texts. One side is nil where it stands in one only.
package struct FrameChange: Sendable, Hashable {
    package enum Place: String, Sendable, Hashable { case title, headnote, heading }

    package var before: String?
    package var after: String?
    package var place: Place

    package init(before: String?, after: String?, place: Place = .heading) {
        self.before = before
        self.after = after
        self.place = place
    }

    /// Beyond this many comparisons headings are not compared: no real law comes near it.
    private static let mostComparisons = 4_000_000

    /// Title first, then headnotes, then headings of containers in order. Equal headings under another number are not told.
    package static func all(in changes: ChangeSet) -> [FrameChange] {
        var found: [FrameChange] = []
        let old = changes.oldFrame.text
        let new = changes.newFrame.text
        if !old.title.utf8.elementsEqual(new.title.utf8) {
            found.append(FrameChange(before: old.title, after: new.title, place: .title))
        }
        found += missing(old.headnotes, in: new.headnotes).map {
            Self(before: $0, after: nil, place: .headnote)
        }
        found += missing(new.headnotes, in: old.headnotes).map {
            Self(before: nil, after: $0, place: .headnote)
        }
        // An extract has no heading of a chapter from which it has no article.
        return found
            + headings(containers(old.root), containers(new.root)).filter {
                !($0.before == nil && changes.old.extract != nil)
                    && !($0.after == nil && changes.new.extract != nil)
            }
    }

    private static func missing(_ lines: [String], in others: [String]) -> [String] {
        let known = Set(others.map { Array($0.utf8) })
        return lines.filter { !known.contains(Array($0.utf8)) }
    }

    private static func containers(_ root: Provision) -> [Provision] {
        var found: [Provision] = []
        var stack = Array(root.children.reversed())
        while let node = stack.popLast() {
            guard node.kind.isContainer else { continue }
            found.append(node)
            stack.append(contentsOf: node.children.reversed())
        }
        return found
    }

    private static func headings(_ old: [Provision], _ new: [Provision]) -> [FrameChange] {
        let (comparisons, overflow) = (old.count + 1).multipliedReportingOverflow(by: new.count + 1)
        guard !overflow, comparisons < mostComparisons else { return [] }
        let width = new.count + 1
        var lengths = [Int](repeating: 0, count: (old.count + 1) * width)
        for i in old.indices.reversed() {
            for j in new.indices.reversed() {
                lengths[i * width + j] =
                    same(old[i], new[j])
                    ? lengths[(i + 1) * width + j + 1] + 1
                    : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var found: [FrameChange] = []
        var i = 0
        var j = 0
        while i < old.count || j < new.count {
            if i < old.count, j < new.count, same(old[i], new[j]) {
                i += 1
                j += 1
            } else if i < old.count, j < new.count, old[i].path == new[j].path {
                found.append(FrameChange(before: words(old[i]), after: words(new[j])))
                i += 1
                j += 1
            } else if j == new.count
                || (i < old.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
            {
                found.append(FrameChange(before: words(old[i]), after: nil))
                i += 1
            } else {
                found.append(FrameChange(before: nil, after: words(new[j])))
                j += 1
            }
        }
        return found
    }

    /// Blanks in headings are typesetting (总则, 总 则) and told nowhere.
    private static func same(_ a: Provision, _ b: Provision) -> Bool {
        a.kind == b.kind
            && a.heading.unicodeScalars.filter { !$0.isBlank }
                .elementsEqual(b.heading.unicodeScalars.filter { !$0.isBlank })
    }

    private static func words(_ node: Provision) -> String {
        [node.label, node.heading].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
