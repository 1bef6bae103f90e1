package import Statute

/// The JSON document of `parse`: the tree of one text with what was odd about it.
package struct ParseDocument: Sendable {
    package var parsed: ParsedStatute

    package init(_ parsed: ParsedStatute) { self.parsed = parsed }

    /// `{"schema":1,"title":…,"language":…,"headnotes":[…],"root":{…},"diagnostics":[…]}`
    package var json: JSONValue {
        [
            "schema": 1,
            "title": .string(parsed.text.title),
            "language": .string(parsed.text.language.rawValue),
            "headnotes": .strings(parsed.text.headnotes),
            "root": node(parsed.text.root),
            "diagnostics": .array(
                parsed.diagnostics.map {
                    [
                        "category": .string($0.category.rawValue), "message": .string($0.message),
                        "line": .int($0.line),
                    ]
                }),
        ]
    }

    // The parser bounds the depth of a tree, so recursion is safe here.
    private func node(_ provision: Provision) -> JSONValue {
        var members: [JSONValue.Member] = [.init("kind", .string(provision.kind.rawValue))]
        if provision.kind != .body {
            members.append(.init("number", .string(provision.number)))
            members.append(.init("label", .string(provision.label)))
            if provision.kind.isContainer || !provision.heading.isEmpty {
                members.append(.init("heading", .string(provision.heading)))
            }
            members.append(.init("path", .string(provision.path.rawValue)))
        }
        if !provision.kind.isContainer || !provision.text.isEmpty {
            members.append(.init("text", .string(provision.text)))
        }
        if let line = parsed.lines[provision.path] { members.append(.init("line", .int(line))) }
        members.append(.init("children", .array(provision.children.map(node))))
        return .object(members)
    }
}
