import Redline
import Statute

extension ProvisionChange {
    /// `parts`: the lines of linked provisions whose place in them or whose words changed; left out where there are none.
    var partMembers: [JSONValue.Member] {
        let parts = links.flatMap { link -> [JSONValue] in
            guard let old = before.first(where: { $0.path == link.before }),
                let new = after.first(where: { $0.path == link.after })
            else { return [] }
            return link.parts.filter { $0.hasChanged(old, new) }.map(\.json)
        }
        return parts.isEmpty ? [] : [.init("parts", .array(parts))]
    }
}

extension PartLink {
    var json: JSONValue {
        [
            "before": .string(before.rawValue), "after": .string(after.rawValue),
            "similarity": .double((similarity * 1000).rounded() / 1000), "ground": .string(ground.rawValue),
            "moved": .bool(moved),
        ]
    }

    /// Another place within the provision, or other words.
    func hasChanged(_ old: ArticleText, _ new: ArticleText) -> Bool {
        guard old.lines.indices.contains(oldLine), new.lines.indices.contains(newLine) else { return false }
        let tails = (
            before.rawValue.utf8.dropFirst(old.path.rawValue.utf8.count),
            after.rawValue.utf8.dropFirst(new.path.rawValue.utf8.count)
        )
        return moved || !tails.0.elementsEqual(tails.1)
            || !old.lines[oldLine].text.utf8.elementsEqual(new.lines[newLine].text.utf8)
    }
}
