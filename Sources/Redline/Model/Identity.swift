import Statute

// Identity byte for byte, where `==` would take composed and decomposed characters for equal.

extension StatuteText {
    func isIdentical(to other: StatuteText) -> Bool {
        Exactly.equal(title, other.title) && language == other.language
            && headnotes.elementsEqual(other.headnotes, by: Exactly.equal) && root.isIdentical(to: other.root)
    }
}

extension Provision {
    /// Iterative, because the input decides how deep a tree is.
    func isIdentical(to other: Provision) -> Bool {
        var stack = [(self, other)]
        while let (a, b) = stack.popLast() {
            let same =
                a.kind == b.kind && a.children.count == b.children.count && Exactly.equal(a.number, b.number)
                && Exactly.equal(a.label, b.label) && Exactly.equal(a.heading, b.heading)
                && Exactly.equal(a.text, b.text) && Exactly.equal(a.path.rawValue, b.path.rawValue)
            if !same { return false }
            for index in a.children.indices { stack.append((a.children[index], b.children[index])) }
        }
        return true
    }
}

extension ArticleText {
    func isIdentical(to other: ArticleText) -> Bool {
        kind == other.kind && lines.count == other.lines.count && Exactly.equal(number, other.number)
            && Exactly.equal(label, other.label) && Exactly.equal(heading, other.heading)
            && Exactly.equal(path.rawValue, other.path.rawValue)
            && zip(lines, other.lines).allSatisfy { $0.isIdentical(to: $1) }
    }
}

extension ArticleText.Line {
    func isIdentical(to other: ArticleText.Line) -> Bool {
        kind == other.kind && depth == other.depth && Exactly.equal(number, other.number)
            && Exactly.equal(label, other.label) && Exactly.equal(text, other.text)
            && Exactly.equal(path.rawValue, other.path.rawValue)
    }
}
