package import Statute

extension ChangeSet {
    /// The new text, made from the old one: its words with the edits of each link applied, and what was inserted.
    ///
    /// - Returns: nil when `text` is not the old text of this change set.
    package func applied(to text: StatuteText) -> StatuteText? {
        guard Frame(of: text).text.isIdentical(to: oldFrame.text) else { return nil }
        var olds: [ProvisionPath: ArticleText] = [:]
        for provision in text.articleLevel { olds[provision.path] = ArticleText(provision) }
        var units: [ProvisionPath: [Provision]] = [:]
        for change in changes {
            for before in change.before {
                guard let found = olds[before.path], found.isIdentical(to: before) else { return nil }
            }
            for after in change.after {
                let link = change.links.first { $0.after == after.path }
                guard let link, let source = olds[link.before] else {
                    units[after.path, default: []].append(after.provision)
                    continue
                }
                let words = link.applied(to: source, taking: after)
                units[after.path, default: []].append(after.filled(with: words).provision)
            }
        }
        var result = newFrame.text
        var slots = units.mapValues { $0[...] }
        Self.fill(&result.root, &slots)
        return result
    }

    /// The change set that leads back.
    package var inverted: ChangeSet {
        let order = EntryOrder(
            oldPaths: newFrame.text.articleLevel.map(\.path), newPaths: oldFrame.text.articleLevel.map(\.path)
        )
        return ChangeSet(
            old: new, new: old, rewrite: rewrite,
            changes: Relations.added(to: order.ordered(changes.map(\.inverted))),
            oldFrame: newFrame, newFrame: oldFrame)
    }

    /// Puts each provision into its slot of a frame.
    private static func fill(_ node: inout Provision, _ units: inout [ProvisionPath: ArraySlice<Provision>]) {
        if node.kind.isContainer {
            for index in node.children.indices { fill(&node.children[index], &units) }
        } else if let unit = units[node.path]?.popFirst() {
            node.text = unit.text
            node.children = unit.children
        }
    }
}

extension ProvisionLink {
    /// The words of `source` with the edits made, the new words of each taken from `target`.
    fileprivate func applied(to source: ArticleText, taking target: ArticleText) -> [Unicode.Scalar] {
        let old = Array(source.string.unicodeScalars)
        let new = Array(target.string.unicodeScalars)
        var words: [Unicode.Scalar] = []
        var next = 0
        for edit in edits where edit.before.lowerBound >= next && edit.before.upperBound <= old.count {
            words += old[next..<edit.before.lowerBound]
            words += new[edit.after.clamped(to: 0..<new.count)]
            next = edit.before.upperBound
        }
        return words + old[next...]
    }
}

extension ArticleText {
    /// The same lines with other words, cut where the lines of this article end.
    fileprivate func filled(with words: [Unicode.Scalar]) -> ArticleText {
        var provision = provision
        var next = 0
        func take(_ count: Int) -> String {
            let range = min(next, words.count)..<min(next + count, words.count)
            next = range.upperBound
            return words[range].string
        }
        func fill(_ node: inout Provision, depth: Int) {
            if depth > 0 || !node.text.isEmpty {
                if depth > 0 {
                    let separator = Line.separator(label: node.label, text: node.text)
                    node.label = take(node.label.unicodeScalars.count)
                    next += separator.unicodeScalars.count
                }
                node.text = take(node.text.unicodeScalars.count)
                next += 1
            }
            for index in node.children.indices { fill(&node.children[index], depth: depth + 1) }
        }
        fill(&provision, depth: 0)
        return ArticleText(provision)
    }
}

extension ProvisionChange {
    /// The same change seen from the new text.
    fileprivate var inverted: ProvisionChange {
        var change = self
        switch kind {
        case .inserted: change.kind = .repealed
        case .repealed: change.kind = .inserted
        case .split: change.kind = .joined
        case .joined: change.kind = .split
        case .modified, .renumbered, .regrouped, .unchanged: break
        }
        swap(&change.before, &change.after)
        swap(&change.fidelityBefore, &change.fidelityAfter)
        change.links = links.map { link in
            ProvisionLink(
                before: link.after, after: link.before, similarity: link.similarity, ground: link.ground,
                edits: link.edits.map { Edit(before: $0.after, after: $0.before, class: $0.class) },
                parts: link.parts.map(\.inverted).sorted { $0.oldLine < $1.oldLine })
        }
        change.reasons = reasons.map { reason in
            Reason(
                reason.class, before: reason.after, after: reason.before,
                direction: reason.direction.opposite,
                bearers: Bearers(before: reason.bearers.after, after: reason.bearers.before))
        }
        return change
    }
}

extension Direction {
    fileprivate var opposite: Direction {
        switch self {
        case .tightened: .loosened
        case .loosened: .tightened
        case .neither, .unclear: self
        }
    }
}
