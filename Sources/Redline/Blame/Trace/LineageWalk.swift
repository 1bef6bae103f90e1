import Statute

extension Blame {
    /// One row for each version: backwards from the provision asked for along its main partners, then forwards.
    mutating func lineage(of text: ArticleText, in version: Int) -> [LineageRow] {
        var rows = versions.indices.map { index -> LineageRow in
            if case .absent(let absence) = versions[index].content {
                return LineageRow(version: index, state: .absent(absence))
            }
            return LineageRow(version: index, state: .missing)
        }
        stand(text, in: version, &rows)
        walkBack(text, version, &rows)
        walkOn(text, version, &rows)
        return rows
    }

    private func stand(_ text: ArticleText, in version: Int, _ rows: inout [LineageRow]) {
        rows[version].state = .stands
        rows[version].provision = text
        rows[version].fidelity =
            text.lines.map { record(version, $0.path)?.fidelity ?? .assumed }.max()
            ?? record(version, text.path)?.fidelity
    }

    private mutating func walkBack(_ text: ArticleText, _ version: Int, _ rows: inout [LineageRow]) {
        var (text, place) = (text, version)
        for older in stride(from: version - 1, through: 0, by: -1) {
            guard let step = step(older, place), let entry = step.entry(ofNew: text.path) else { continue }
            let links = entry.links.filter { $0.after == text.path }
            guard let main = links.first, let partner = entry.before.first(where: { $0.path == main.before })
            else {
                if entry.notHeld {
                    rows[older].state = .leftOut
                    continue
                }
                note(entry, since: older, &rows[place])
                return
            }
            stand(partner, in: older, &rows)
            // What only stands in for unknown words tells nothing of what was done to them.
            guard isKnown(older, partner) else { continue }
            if isKnown(place, text) {
                note(entry, since: older, &rows[place])
                rows[place].others = entry.others(partner, text)
            }
            (text, place) = (partner, older)
        }
    }

    private mutating func walkOn(_ text: ArticleText, _ version: Int, _ rows: inout [LineageRow]) {
        var (text, place) = (text, version)
        for newer in versions.indices.dropFirst(version + 1) {
            guard let step = step(place, newer), let entry = step.entry(ofOld: text.path) else { continue }
            let links = entry.links.filter { $0.before == text.path }
            guard let main = links.first, let partner = entry.after.first(where: { $0.path == main.after })
            else {
                if entry.notHeld {
                    rows[newer].state = .leftOut
                    continue
                }
                rows[newer].state = .repealed
                note(entry, since: place, &rows[newer])
                return
            }
            stand(partner, in: newer, &rows)
            guard isKnown(newer, partner) else { continue }
            if isKnown(place, text) {
                note(entry, since: place, &rows[newer])
                rows[newer].others = entry.others(text, partner)
            }
            (text, place) = (partner, newer)
        }
    }

    private func note(_ entry: ProvisionChange, since older: Int, _ row: inout LineageRow) {
        row.kind = entry.kind
        row.significance = entry.kind == .unchanged ? nil : entry.significance
        row.reasons = entry.reasons
        row.isMoved = entry.moved
        row.since = older
    }
}

extension ProvisionChange {
    /// The other provisions that one was split into or joined from: of the side that has several.
    fileprivate func others(_ old: ArticleText, _ new: ArticleText) -> [ArticleText] {
        switch kind {
        case .split: after.filter { $0.path != new.path }
        case .joined, .regrouped: before.filter { $0.path != old.path }
        default: []
        }
    }
}
