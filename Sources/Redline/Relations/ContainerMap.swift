import Statute

/// What became of the chapters, sections and parts: each went where most of its linked provisions went.
struct ContainerMap {
    private struct Key: Hashable {
        var kind: ProvisionKind
        var number: String
    }

    private var heirs: [Key: Set<Key>] = [:]

    init(_ old: StatuteText, _ new: StatuteText, _ changes: [ProvisionChange]) {
        let (before, after) = (Self.homes(old), Self.homes(new))
        var votes: [Key: [Key: Int]] = [:]
        for change in changes {
            for link in change.links {
                for key in before[link.before] ?? [] {
                    for other in after[link.after] ?? [] where other.kind == key.kind {
                        votes[key, default: [:]][other, default: 0] += 1
                    }
                }
            }
        }
        for (key, counts) in votes {
            let most = counts.values.max() ?? 0
            heirs[key] = Set(counts.filter { $0.value == most }.keys)
        }
    }

    /// Whether the reference points where the container has gone.
    func follows(_ move: ContainerMove) -> Bool {
        heirs[Key(kind: move.kind, number: move.before)]?.contains(Key(kind: move.kind, number: move.after))
            ?? false
    }

    /// For each provision the containers that it stands in. Sections are numbered anew in each chapter: those that share
    /// a number are taken for one another, and only a clear majority decides.
    private static func homes(_ text: StatuteText) -> [ProvisionPath: [Key]] {
        var homes: [ProvisionPath: [Key]] = [:]
        var stack: [(node: Provision, above: [Key])] = [(text.root, [])]
        while let (node, above) = stack.popLast() {
            if node.kind.isContainer {
                let inside = node.number.isEmpty ? above : above + [Key(kind: node.kind, number: node.number)]
                for child in node.children { stack.append((child, inside)) }
            } else if !above.isEmpty {
                homes[node.path] = above
            }
        }
        return homes
    }

    /// The entries, with the references to containers that merely follow them made formal.
    static func settled(_ changes: [ProvisionChange], _ old: StatuteText, _ new: StatuteText)
        -> [ProvisionChange]
    {
        guard changes.contains(where: { $0.reasons.contains { $0.container != nil } }) else { return changes }
        let map = ContainerMap(old, new, changes)
        return changes.map { map.settled($0) }
    }

    private func settled(_ change: ProvisionChange) -> ProvisionChange {
        var change = change
        var hasStray = false
        for index in change.reasons.indices {
            if let move = change.reasons[index].container, follows(move) {
                change.reasons[index].direction = .neither
            } else {
                hasStray = true
            }
            change.reasons[index].container = nil
        }
        // Only what follows is left: formal, as with references to articles.
        guard !hasStray, change.kind == .modified, change.significance == .substantive else { return change }
        change.significance = .formal
        let isRenumbered =
            change.before.count == 1 && change.after.count == 1
            && !Exactly.equal(change.before[0].number, change.after[0].number)
        if isRenumbered { change.kind = .renumbered }
        return change
    }
}
