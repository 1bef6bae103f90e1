package import Alerts
import Statute

/// The JSON document of `scan`: what one text says about each concept.
package struct ScanDocument: Sendable {
    package var findings: [Finding]
    /// The name of a text that came with others; nil for one alone.
    package var id: String?

    package init(_ findings: [Finding], id: String? = nil) {
        self.findings = findings
        self.id = id
    }

    /// `{"schema":1,"id":…,"findings":[…]}`
    package var json: JSONValue {
        var members: [JSONValue.Member] = [.init("schema", 1)]
        if let id { members.append(.init("id", .string(id))) }
        members.append(.init("findings", .array(findings.map { .object($0.members) })))
        return .object(members)
    }
}

extension Finding {
    /// The fields that every document prints of a finding.
    var members: [JSONValue.Member] {
        [
            .init("concept", .string(concept)),
            .init("polarity", .string(polarity.rawValue)),
            .init("path", .string(path.rawValue)),
            .init("actor", .optional(actor)),
            .init("beneficiary", .optional(beneficiary)),
            .init("evidence", ["text": .string(evidence), "range": .range(range)]),
            .init("rule", .string(rule)),
        ]
    }
}
