package import Redline
import Statute

/// The JSON document of `amend`.
package struct AmendmentDocument: Sendable {
    private let report: AmendmentReport
    private let sha256: String

    /// - Parameter sha256: of the decision's bytes.
    package init(_ report: AmendmentReport, sha256: String) {
        self.report = report
        self.sha256 = sha256
    }

    /// `{"schema":1,"decision":{…},"summary":{…},"instructions":[…],"unread":[…],"diagnostics":[…],"problems":[…],"result":{…},
    /// "mismatches":[…]}`; `mismatches` is null where no published text was given.
    package var json: JSONValue {
        let decision = report.decision
        let text = report.amended.text
        return [
            "schema": 1,
            "decision": [
                "title": .string(decision.title), "language": .string(decision.language.rawValue),
                "fidelity": .string(report.fidelity.rawValue), "sha256": .string(sha256),
                "targets": .strings(decision.targets),
            ],
            "summary": summary,
            "instructions": .array(report.instructions.map(instruction)),
            "unread": .array(
                decision.unread.map { part in
                    [
                        "lines": .array([.int(part.lines.lowerBound), .int(part.lines.upperBound)]),
                        "span": .range(part.span),
                    ]
                }),
            "diagnostics": .array(
                decision.diagnostics.map {
                    [
                        "category": .string($0.category.rawValue), "message": .string($0.message),
                        "line": .int($0.line),
                    ]
                }),
            "problems": .array(
                report.amended.problems.map {
                    [
                        "kind": .string($0.kind.rawValue), "instruction": .int($0.instruction),
                        "needs_person": .bool($0.kind.needsPerson), "message": .string($0.message),
                    ]
                }),
            "result": [
                "title": .string(text.title),
                "articles": .int(text.articleLevel.count { $0.kind == .article }),
                "numbers": .array(
                    report.amended.numbers.filter { $0.key != $0.value }
                        .sorted { Self.order($0.key, $1.key) }
                        .map { .array([.string($0.key), .string($0.value)]) }),
                "text": .string(CanonicalText(text).string),
            ],
            "mismatches": report.mismatches.map { .array($0.map(mismatch)) } ?? .null,
        ]
    }

    private var summary: JSONValue {
        var members: [JSONValue.Member] = [
            .init("instructions", .int(report.instructions.count)),
            .init("unread", .int(report.decision.unread.count)),
            .init("problems", .int(report.amended.problems.count { $0.kind.needsPerson })),
        ]
        if let mismatches = report.mismatches {
            members.append(.init("mismatches", .int(mismatches.count { $0.kind.needsPerson })))
            members.append(.init("remarks", .int(mismatches.count { !$0.kind.needsPerson })))
        }
        members.append(.init("needs_person", .bool(report.needsPerson)))
        return .object(members)
    }

    private func instruction(_ instruction: Instruction) -> JSONValue {
        [
            "point": .string(instruction.number), "kind": .string(instruction.modification.kind.rawValue),
            "law": .optional(instruction.law),
            "at": .strings(instruction.modification.addresses.map(\.path)),
            "understood": .string(AmendmentWords.instruction(instruction.modification)),
            "wording": .strings(instruction.modification.newWordings.flatMap(\.lines)),
            "restates": .bool(instruction.restates), "line": .int(instruction.line),
            "span": .range(instruction.span),
        ]
    }

    private func mismatch(_ mismatch: AmendmentMismatch) -> JSONValue {
        [
            "kind": .string(mismatch.kind.rawValue), "path": .string(mismatch.path.rawValue),
            "needs_person": .bool(mismatch.kind.needsPerson),
            "decided": .optional(mismatch.decided), "published": .optional(mismatch.published),
            "differences": .array(
                mismatch.differences.map {
                    ["decided": .string($0.decided), "published": .string($0.published)]
                }),
            "instructions": .array(mismatch.instructions.map { .int($0) }),
            "fidelity": .optional(mismatch.fidelity?.rawValue),
        ]
    }

    /// 2 before 10, 10 before 10-1.
    private static func order(_ a: String, _ b: String) -> Bool {
        func parts(_ number: String) -> [Int] {
            number.utf8.split(separator: UInt8(ascii: "-")).map {
                Int(String(decoding: $0, as: UTF8.self)) ?? 0
            }
        }
        return parts(a).lexicographicallyPrecedes(parts(b))
    }
}
