import Redline

extension Reason {
    /// `bearer` is who is bound now, `bearerBefore` who was where it was another; left out where no rule found one.
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("class", .string(`class`.rawValue)), .init("before", before?.json ?? .null),
            .init("after", after?.json ?? .null), .init("direction", .string(direction.rawValue)),
        ]
        if let bearer { members.append(.init("bearer", .string(bearer))) }
        if let before = bearers.before, let after = bearers.after, before != after {
            members.append(.init("bearerBefore", .string(before)))
        }
        return .object(members)
    }
}

extension ReasonValue {
    /// A string, or an object with the number or the ends of the range where the words are one.
    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = []
        if let value { members.append(.init("value", .int(value))) }
        if let lower { members.append(.init("lower", .int(lower))) }
        if let upper { members.append(.init("upper", .int(upper))) }
        if members.isEmpty { return .string(text) }
        return .object(members + [.init("unit", .optional(unit)), .init("text", .string(text))])
    }
}
