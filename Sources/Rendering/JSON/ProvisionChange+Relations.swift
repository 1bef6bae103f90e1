import Redline
import Statute

extension ProvisionChange {
    /// `affects`, `enforces` and `enforcedBy`, each left out where there is nothing to tell.
    var relationMembers: [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        if !affects.isEmpty {
            let uses: [JSONValue] = affects.map { use in
                ["term": .string(use.term), "paths": .strings(use.paths.map(\.rawValue))]
            }
            members.append(.init("affects", .array(uses)))
        }
        if !enforces.isEmpty { members.append(.init("enforces", .strings(enforces.map(\.rawValue)))) }
        if !enforcedBy.isEmpty { members.append(.init("enforcedBy", .strings(enforcedBy.map(\.rawValue)))) }
        return members
    }
}
