import GitStore
import Rendering

/// What was pushed where, for people and for programs.
struct PushDocument {
    struct Outcome {
        let address: String
        let result: Result<PushReport, CopyError>
    }

    let store: String
    let outcomes: [Outcome]

    var failures: [CopyError] {
        outcomes.compactMap { outcome in
            if case .failure(let error) = outcome.result { error } else { nil }
        }
    }

    /// Nil for success.
    var exitCode: Int32? {
        let codes = Set(failures.map(\.exitCode))
        guard let code = codes.first else { return nil }
        return failures.count == outcomes.count && codes.count == 1 ? code : 1
    }

    var text: String {
        outcomes.flatMap { outcome -> [String] in
            guard case .success(let report) = outcome.result else {
                return ["\(outcome.address): not brought up to date"]
            }
            guard !report.isUnchanged else { return ["\(outcome.address): has everything"] }
            let branches = report.branches.map { "\($0.name) \($0.commits)" }.joined(separator: ", ")
            var lines = [
                "\(outcome.address): \(branches.isEmpty ? "no new commits" : "commits: " + branches); "
                    + "\(report.timelines) timelines; \(report.slices) slices"
            ]
            lines += report.kept.sorted { $0.key < $1.key }.prefix(5).map {
                "    \($0.key) stays as it was there (\($0.value)); it is derived, and nothing is lost"
            }
            if report.kept.count > 5 { lines.append("    … and \(report.kept.count - 5) more timelines") }
            return lines
        }.joined(separator: "\n")
    }

    var json: JSONValue {
        [
            "schema": 1, "store": .string(store),
            "remotes": .array(
                outcomes.map { outcome in
                    switch outcome.result {
                    case .failure(let error):
                        [
                            "address": .string(outcome.address), "status": "failed",
                            "error": [
                                "kind": .string(error.kind.rawValue), "message": .string(error.message),
                            ],
                        ]
                    case .success(let report):
                        [
                            "address": .string(outcome.address),
                            "status": report.isUnchanged ? "unchanged" : "pushed",
                            "branches": .array(
                                report.branches.map { branch in
                                    [
                                        "name": .string(branch.name),
                                        "from": .optional(branch.old?.description),
                                        "to": .string(branch.new.description),
                                        "commits": .int(branch.commits),
                                    ]
                                }),
                            "timelines": .int(report.timelines), "kept": .strings(report.kept.keys.sorted()),
                            "only_there": .int(report.strange), "slices": .int(report.slices),
                        ]
                    }
                }),
        ]
    }
}
