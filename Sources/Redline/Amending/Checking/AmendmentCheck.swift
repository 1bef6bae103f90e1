package import Statute

/// Where the text that a decision makes of the old one and the text as it was published do not agree.
package struct AmendmentMismatch: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The decision leads to this provision, and the published text does not have it.
        case missing
        /// The published text has this provision, and nothing in the decision leads to it.
        case extra
        /// Same provision, another number.
        case number
        /// Same provision, other words.
        case words
        /// Parts, chapters or sections: another heading, another place, or none at all.
        case division
        /// Only references differ, and they follow the new numbers, which the decision does not say of them.
        case followingReference = "following-reference"
        /// Only punctuation, width or variant characters differ.
        case typography

        /// Whether the two texts say something else. The others are remarks.
        package var needsPerson: Bool {
            switch self {
            case .missing, .extra, .number, .words, .division: true
            case .followingReference, .typography: false
            }
        }
    }

    /// Words of the one text and words of the other in the same place.
    package struct Difference: Sendable, Hashable {
        package var decided: String
        package var published: String

        package init(decided: String, published: String) {
            self.decided = decided
            self.published = published
        }
    }

    package var kind: Kind
    /// The provision as the decision makes it: its label; nil where there is none.
    package var decided: String?
    /// The provision as it was published: its label.
    package var published: String?
    package var path: ProvisionPath
    package var differences: [Difference]
    /// The instructions that worked on it, from 0; empty for what the decision leaves alone.
    package var instructions: [Int]
    /// How far the published provision may be trusted.
    package var fidelity: Fidelity?

    package init(
        kind: Kind, decided: String?, published: String?, path: ProvisionPath, differences: [Difference],
        instructions: [Int], fidelity: Fidelity?
    ) {
        self.kind = kind
        self.decided = decided
        self.published = published
        self.path = path
        self.differences = differences
        self.instructions = instructions
        self.fidelity = fidelity
    }
}

extension AmendedText {
    /// Every provision in which this text and the published one do not agree, in the order of the published text.
    ///
    /// Title and headnotes are not compared: the published text tells its amendment there.
    package func mismatches(with published: StatuteText, provenance: Provenance = .official)
        -> [AmendmentMismatch]
    {
        let changes = ChangeSet.between(text, published, provenance: (.official, provenance)).changes
        return paired(changes.flatMap { mismatches(in: $0) }) + divisionMismatches(with: published)
    }

    /// One article that is missing and one too many under the same number are one article with other words: a short one
    /// that was changed shares too little for a redline to link it.
    private func paired(_ found: [AmendmentMismatch]) -> [AmendmentMismatch] {
        var missing: [ProvisionPath: AmendmentMismatch] = [:]
        for mismatch in found where mismatch.kind == .missing { missing[mismatch.path] = mismatch }
        var pairs: Set<ProvisionPath> = []
        let merged = found.map { mismatch -> AmendmentMismatch in
            guard mismatch.kind == .extra, let other = missing[mismatch.path] else { return mismatch }
            pairs.insert(mismatch.path)
            var both = mismatch
            both.kind = .words
            both.decided = other.decided
            both.instructions = other.instructions
            both.differences = [
                Self.trimmed(
                    other.differences.first?.decided ?? "", mismatch.differences.first?.published ?? "")
            ]
            return both
        }
        return merged.filter { !($0.kind == .missing && pairs.contains($0.path)) }
    }

    /// Two texts without what they begin and end with in common.
    private static func trimmed(_ decided: String, _ published: String) -> AmendmentMismatch.Difference {
        let (a, b) = (Array(decided.unicodeScalars), Array(published.unicodeScalars))
        let start = zip(a, b).prefix { $0 == $1 }.count
        let rest = min(a.count, b.count) - start
        let end = zip(a.reversed(), b.reversed()).prefix(rest).prefix { $0 == $1 }.count
        return .init(
            decided: a[start..<(a.count - end)].string, published: b[start..<(b.count - end)].string)
    }

    private func mismatches(in change: ProvisionChange) -> [AmendmentMismatch] {
        if change.kind == .unchanged { return [] }
        var found: [AmendmentMismatch] = []
        // A link that carries only some sentences does not make two provisions one.
        let links = change.links.filter { $0.ground != .partial }
        let linked = Set(links.flatMap { [$0.before, $0.after] })
        for before in change.before where change.after.isEmpty || !linked.contains(before.path) {
            found.append(
                mismatch(.missing, before, nil, [.init(decided: before.string, published: "")], nil))
        }
        for after in change.after where change.before.isEmpty || !linked.contains(after.path) {
            found.append(
                mismatch(
                    .extra, nil, after, [.init(decided: "", published: after.string)], change.fidelityAfter))
        }
        for link in links {
            guard let before = change.before.first(where: { $0.path == link.before }),
                let after = change.after.first(where: { $0.path == link.after })
            else { continue }
            found += mismatches(of: link, before, after, change)
        }
        return found
    }

    private func mismatches(
        of link: ProvisionLink, _ before: ArticleText, _ after: ArticleText, _ change: ProvisionChange
    ) -> [AmendmentMismatch] {
        var found: [AmendmentMismatch] = []
        if before.number != after.number {
            found.append(mismatch(.number, before, after, [], change.fidelityAfter))
        }
        let (old, new) = (before.string, after.string)
        if old.unicodeScalars.elementsEqual(new.unicodeScalars) { return found }
        let kind: AmendmentMismatch.Kind =
            QuotedWords.same(old, new)
            ? .typography
            : FollowingReferences(numbers).explain(old, new)
                ? .followingReference
                : link.edits.allSatisfy { $0.class == .typography } && !link.edits.isEmpty
                    ? .typography : .words
        found.append(mismatch(kind, before, after, Self.differences(link, old, new), change.fidelityAfter))
        return found
    }

    private static func differences(_ link: ProvisionLink, _ old: String, _ new: String) -> [AmendmentMismatch
        .Difference]
    {
        let (a, b) = (Array(old.unicodeScalars), Array(new.unicodeScalars))
        return link.edits.map { edit in
            .init(
                decided: a[edit.before.clamped(to: 0..<a.count)].string,
                published: b[edit.after.clamped(to: 0..<b.count)].string)
        }
    }

    private func mismatch(
        _ kind: AmendmentMismatch.Kind, _ before: ArticleText?, _ after: ArticleText?,
        _ differences: [AmendmentMismatch.Difference], _ fidelity: Fidelity?
    ) -> AmendmentMismatch {
        AmendmentMismatch(
            kind: kind, decided: before.map { $0.name }, published: after.map { $0.name },
            path: after?.path ?? before?.path ?? .root, differences: differences,
            instructions: before.flatMap { sources[$0.number] } ?? [], fidelity: fidelity)
    }

    // MARK: Divisions

    /// Headings by their paths, each with the article that it begins with.
    private func divisionMismatches(with published: StatuteText) -> [AmendmentMismatch] {
        let (decided, there) = (Self.divisions(of: text), Self.divisions(of: published))
        var found: [AmendmentMismatch] = []
        let known = Dictionary(decided.map { ($0.path, $0) }) { first, _ in first }
        let present = Dictionary(there.map { ($0.path, $0) }) { first, _ in first }
        for division in there {
            guard let other = known[division.path] else {
                found.append(Self.mismatch(nil, division))
                continue
            }
            let same = QuotedWords.same(other.words, division.words) && other.first == division.first
            if !same { found.append(Self.mismatch(other, division)) }
        }
        for division in decided where present[division.path] == nil {
            found.append(Self.mismatch(division, nil))
        }
        return found
    }

    private struct Division {
        var path: ProvisionPath
        var words: String
        /// The number of its first article; empty where it has none.
        var first: String

        var description: String { first.isEmpty ? words : "\(words), from \(first)" }
    }

    private static func mismatch(_ decided: Division?, _ published: Division?) -> AmendmentMismatch {
        AmendmentMismatch(
            kind: .division, decided: decided?.words, published: published?.words,
            path: published?.path ?? decided?.path ?? .root,
            differences: [
                .init(decided: decided?.description ?? "", published: published?.description ?? "")
            ], instructions: [], fidelity: nil)
    }

    private static func divisions(of text: StatuteText) -> [Division] {
        var found: [Division] = []
        var stack = Array(text.root.children.reversed())
        var open: [Int] = []
        while let node = stack.popLast() {
            if node.kind.isContainer {
                let words = [node.label, node.heading].filter { !$0.isEmpty }.joined(separator: " ")
                found.append(Division(path: node.path, words: words, first: ""))
                open.append(found.count - 1)
                stack += node.children.reversed()
            } else {
                for index in open { found[index].first = node.label }
                open = []
            }
        }
        return found
    }
}

extension ArticleText {
    /// Its label, or what stands for one.
    fileprivate var name: String { label.isEmpty ? (heading.isEmpty ? path.rawValue : heading) : label }
}
