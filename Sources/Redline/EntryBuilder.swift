import Statute

/// Makes one entry of a group of linked provisions.
struct EntryBuilder {
    let old: [Unit]
    let new: [Unit]
    let provenance: (old: Provenance, new: Provenance)
    let references: ReferenceMap
    let moved: Set<Int>

    /// - Parameter links: those of the group, in any order.
    func entry(_ before: [Int], _ after: [Int], _ links: [Redliner.Link]) -> ProvisionChange {
        let links = links.sorted(by: Self.precedes)
        var words = WordFindings(explained: Explained(links))
        for link in links { add(link, to: &words, alone: links.count == 1) }
        let kind = kind(before, after, links, words)
        let substantive = kind == .inserted || kind == .repealed
        let notHeld =
            kind == .inserted && provenance.old.extract != nil
            || kind == .repealed && provenance.new.extract != nil
        var change = ProvisionChange(
            kind: kind, before: before.map { old[$0].text }, after: after.map { new[$0].text },
            links: words.links, moved: links.first.map { moved.contains($0.old) } ?? false,
            significance: substantive ? .substantive : words.significance,
            reasons: kind == .unchanged ? [] : words.reasons,
            fidelityBefore: fidelity(before.map { old[$0].text }, provenance.old, words.links, \.before),
            fidelityAfter: fidelity(after.map { new[$0].text }, provenance.new, words.links, \.after),
            affects: notHeld ? [] : terms(kind, before, after, words).map { TermUse(term: $0) })
        change.notHeld = notHeld
        return change
    }

    /// Terms that are newly defined, no longer, or otherwise.
    private func terms(_ kind: ChangeKind, _ before: [Int], _ after: [Int], _ words: WordFindings) -> [String]
    {
        switch kind {
        case .inserted: after.flatMap { DefinitionFinder.terms(of: new[$0].text) }
        case .repealed: before.flatMap { DefinitionFinder.terms(of: old[$0].text) }
        default: words.terms
        }
    }

    /// The worst fidelity among the provisions of one side. Where one provision changed only in paragraphs or items that
    /// are trusted less than the rest, theirs counts: a change in words that are only assumed is not known.
    private func fidelity(
        _ provisions: [ArticleText], _ provenance: Provenance, _ links: [ProvisionLink],
        _ range: KeyPath<Edit, Range<Int>>
    ) -> Fidelity? {
        let whole = provisions.map { provenance.fidelity(of: $0.path) }.max()
        guard provisions.count == 1, links.count == 1, !provenance.records.isEmpty else { return whole }
        let spans = provisions[0].spans
        let touched = links[0].edits.filter { $0.class != .crossReference }.map { edit in
            let place = edit[keyPath: range].lowerBound
            let span = spans.last { $0.range.lowerBound <= place } ?? spans.first
            return span.map { provenance.fidelity(of: $0.path) } ?? whole ?? .assumed
        }
        // One change in trusted words is enough to make the entry known.
        return touched.min().flatMap { best in whole.map { max(best, $0) } } ?? whole
    }

    /// Chief links first, the most alike first.
    private static func precedes(_ a: Redliner.Link, _ b: Redliner.Link) -> Bool {
        let (x, y) = (a.ground == .partial, b.ground == .partial)
        if x != y { return y }
        return (a.similarity, b.old, b.new) > (b.similarity, a.old, a.new)
    }

    private func add(_ link: Redliner.Link, to words: inout WordFindings, alone: Bool) {
        let (a, b) = (old[link.old].text, new[link.new].text)
        var edits: [Edit] = []
        if let diff = link.diff {
            let classifier = Classifier(
                diff: diff, references: references, oldUnit: link.old, newUnit: link.new,
                isChief: link.ground != .partial)
            for (change, verdict) in zip(diff.changes, classifier.verdicts) {
                edits.append(Edit(before: change.before, after: change.after, class: verdict.edit))
                if alone, link.moves != nil { continue }
                if alone || !words.explained.covers(change, link) { words.note(verdict) }
            }
        }
        if alone, let moves = link.moves {
            words.note(Verdict(edit: .text, reasons: moves, significance: .editorial))
        }
        if link.ground != .partial, !Exactly.equal(a.heading, b.heading) {
            words.noteHeading(a.heading, b.heading)
        }
        let stays = link.diff == nil && Exactly.equal(a.number, b.number)
        if link.ground != .partial, !stays { noteStaleReferences(link, &words) }
        words.links.append(
            ProvisionLink(
                before: a.path, after: b.path, similarity: link.similarity, ground: link.ground, edits: edits,
                parts: link.parts))
    }

    /// References that nobody altered although what they name has another number now.
    private func noteStaleReferences(_ link: Redliner.Link, _ words: inout WordFindings) {
        var stale: [(passage: Passage, token: Token)] = []
        if let diff = link.diff {
            for (i, j) in diff.references {
                let (a, b) = (diff.old.passage.tokens[i], diff.new.passage.tokens[j])
                if let reference = diff.old.passage.reference(a), reference == diff.new.passage.reference(b),
                    references.isStale(reference)
                {
                    stale.append((diff.old.passage, a))
                }
            }
        } else {
            guard old[link.old].text.mayRefer else { return }
            let passage = Passage(old[link.old].text)
            stale = passage.tokens.compactMap { token in
                guard token.kind == .reference, let reference = passage.reference(token),
                    references.isStale(reference)
                else { return nil }
                return (passage, token)
            }
        }
        for (passage, token) in stale {
            let value = ReasonValue(text: passage.string(scalars: token.range))
            words.note(
                [Reason(.crossReference, before: value, after: value, direction: .unclear)], .substantive)
        }
    }

    private func kind(
        _ before: [Int], _ after: [Int], _ links: [Redliner.Link], _ words: WordFindings
    ) -> ChangeKind {
        switch (before.count, after.count) {
        case (0, _): return .inserted
        case (_, 0): return .repealed
        case (1, 1): break
        case (1, _): return .split
        case (_, 1): return .joined
        default: return .regrouped
        }
        let sameNumber = Exactly.equal(old[before[0]].text.number, new[after[0]].text.number)
        if words.wordsChanged { return .modified }
        let edited = words.links.contains { !$0.edits.isEmpty }
        if sameNumber { return edited ? .modified : .unchanged }
        return .renumbered
    }
}

extension Provenance {
    fileprivate func fidelity(of path: ProvisionPath) -> Fidelity {
        records.isEmpty ? general.fidelity : record(for: path).fidelity
    }
}
