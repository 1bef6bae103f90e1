package import Alerts
import Statute

/// The JSON document of `scan`: what one text says about each concept.
package struct ScanDocument: Sendable {
    package var findings: [Finding]

    package init(_ findings: [Finding]) { self.findings = findings }

    /// `{"schema":1,"findings":[…]}`
    package var json: JSONValue { ["schema": 1, "findings": .array(findings.map { .object($0.members) })] }
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
