import Statute

/// Adds to the entries of a redline what they mean for other provisions: who uses a changed definition, which duty a
/// penalty enforces, which penalties enforce a duty.
///
/// All of it is read from the new text, but for what was repealed, which is read from the old one.
struct Relations {
    private let changes: [ProvisionChange]

    /// The entries with their relations; those that they carried are made anew, the terms are kept.
    static func added(to changes: [ProvisionChange]) -> [ProvisionChange] {
        var result = changes
        Relations(changes: changes).addUses(to: &result)
        Relations(changes: changes).addTies(to: &result)
        return result
    }

    // MARK: Definitions

    private func addUses(to result: inout [ProvisionChange]) {
        var terms: [String] = []
        var places: [String: Int] = [:]
        for change in changes {
            for use in change.affects where places[use.term] == nil {
                places[use.term] = terms.count
                terms.append(use.term)
            }
        }
        if terms.isEmpty { return }
        let uses = TermSearch(terms).uses(in: changes.flatMap(\.after))
        for index in result.indices where !result[index].affects.isEmpty {
            let own = Set(result[index].after.map(\.path))
            result[index].affects = result[index].affects.map { use in
                let found = places[use.term].flatMap { uses.indices.contains($0) ? uses[$0] : nil } ?? []
                return TermUse(term: use.term, paths: found.filter { !own.contains($0) })
            }
        }
    }

    // MARK: Penalties

    private func addTies(to result: inout [ProvisionChange]) {
        let isWanted = { (change: ProvisionChange) in
            change.kind != .unchanged && change.significance == .substantive
        }
        for index in result.indices {
            result[index].enforces = []
            result[index].enforcedBy = []
        }
        let wanted = changes.indices.filter { isWanted(changes[$0]) }
        for side in [\ProvisionChange.after, \ProvisionChange.before] {
            // The old text speaks only for what is gone.
            let here = wanted.filter {
                side == \.after ? !changes[$0].after.isEmpty : changes[$0].after.isEmpty
            }
            if !here.isEmpty { addTies(to: &result, here, side) }
        }
    }

    private func addTies(
        to result: inout [ProvisionChange], _ wanted: [Int], _ side: KeyPath<ProvisionChange, [ArticleText]>
    ) {
        let provisions = changes.flatMap { $0[keyPath: side] }
        var places: [ProvisionPath: Int] = [:]
        for (place, provision) in provisions.enumerated() where places[provision.path] == nil {
            places[provision.path] = place
        }
        let ties = PenaltyTies(provisions)
        if ties.duties.isEmpty { return }
        for index in wanted {
            let change = changes[index]
            let own = Set(change[keyPath: side].compactMap { places[$0.path] })
            var enforces: [ProvisionPath] = []
            var enforcedBy: [ProvisionPath] = []
            for place in own.sorted() {
                for target in ties.duties[place] ?? [] where !own.contains(target.provision) {
                    if !enforces.contains(target.path) { enforces.append(target.path) }
                }
                for (penalty, path) in ties.penalties[place] ?? [] where !own.contains(penalty) {
                    let name = provisions[penalty].path
                    guard !enforcedBy.contains(name), Self.touches(change, path, provisions[place]) else {
                        continue
                    }
                    enforcedBy.append(name)
                }
            }
            result[index].enforces = enforces
            result[index].enforcedBy = enforcedBy
        }
    }

    /// Whether a change is one of the very paragraph or item that a penalty names.
    private static func touches(_ change: ProvisionChange, _ path: ProvisionPath, _ provision: ArticleText)
        -> Bool
    {
        guard path != provision.path, change.kind == .modified, let link = change.links.first else {
            return true
        }
        return provision.spans.contains { span in
            span.path.isWithin(path)
                && link.edits.contains {
                    $0.after.lowerBound <= span.range.upperBound
                        && span.range.lowerBound <= $0.after.upperBound
                }
        }
    }
}
