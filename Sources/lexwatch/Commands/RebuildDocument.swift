import GitStore
import Rendering
import Tracking

/// What a rebuild did, for people and for programs.
struct RebuildDocument {
    private let report: RebuildReport
    private let store: String
    private let into: String?

    init(_ report: RebuildReport, store: String, into: String?) {
        self.report = report
        self.store = store
        self.into = into
    }

    /// Where there are more, the rest is counted, unless everything is asked for.
    private static let shown = 20

    func text(verbose: Bool) -> String {
        var lines = [
            "\(report.versions) versions, \(report.texts) texts: \(report.same) read as stored, "
                + "\(report.upgraded.count) upgraded, \(report.missing.count) without their capture, "
                + "\(report.unreadable.count) unreadable, \(report.held.count) held back"
        ]
        let upgrades = report.upgraded.map { "upgraded: \(words($0))" }
        lines += verbose ? upgrades : Array(upgrades.prefix(Self.shown))
        if !verbose, upgrades.count > Self.shown {
            lines.append("… and \(upgrades.count - Self.shown) more; --verbose shows them")
        }
        lines += left
        if let into {
            for branch in report.branches {
                lines.append(
                    "\(branch.name): \(branch.commit), \(branch.commits) commits"
                        + (branch.isEqual ? ", the same as in \(store)" : ", made anew"))
            }
            lines.append(
                "\(into): \(report.isSameContent == true ? "every version is the same, file by file" : "some versions differ from those of \(store)")"
            )
        } else {
            lines.append(report.commits == 0 ? "nothing was written" : "\(report.commits) commits")
        }
        if report.timelines > 0 {
            lines.append("\(report.timelines) timelines \(into == nil ? "look different now" : "made")")
        }
        return lines.joined(separator: "\n")
    }

    /// What was left as it is, and why.
    var left: [String] {
        report.missing.map { "no capture: \(words($0))" }
            + report.unreadable.map { "unreadable: \(words($0))" }
            + report.held.map { "held back: \(words($0)); --accept-losses takes it" }
    }

    private func words(_ line: RebuildReport.Line) -> String {
        "\(line.version)\(line.language.isEmpty ? "" : " (\(line.language))"): \(line.reason)"
    }

    private func words(_ upgrade: RebuildReport.Upgrade) -> String {
        let what =
            switch upgrade.articles {
            case 0: "no article differs, but a heading or a headnote"
            case 1: "1 article differs"
            default: "\(upgrade.articles) articles differ"
            }
        return "\(words(upgrade.line)); \(what)\(upgrade.first.map { ", first \($0)" } ?? "")"
    }

    var json: JSONValue {
        [
            "schema": 1, "store": .string(store), "into": into.map { .string($0) } ?? .null,
            "versions": .int(report.versions), "texts": .int(report.texts), "same": .int(report.same),
            "upgraded": .array(report.upgraded.map(json)), "missing": .array(report.missing.map(json)),
            "unreadable": .array(report.unreadable.map(json)), "held": .array(report.held.map(json)),
            "commits": .int(report.commits), "timelines": .int(report.timelines),
            "branches": .array(
                report.branches.map { branch in
                    [
                        "name": .string(branch.name), "commit": .string(branch.commit.description),
                        "commits": .int(branch.commits), "equal": .bool(branch.isEqual),
                    ]
                }),
            "same_content": report.isSameContent.map { .bool($0) } ?? .null,
        ]
    }

    private func json(_ line: RebuildReport.Line) -> JSONValue { .object(members(line)) }

    private func json(_ upgrade: RebuildReport.Upgrade) -> JSONValue {
        .object(
            members(upgrade.line) + [
                .init("articles", .int(upgrade.articles)),
                .init("first", upgrade.first.map { .string($0) } ?? .null),
            ])
    }

    private func members(_ line: RebuildReport.Line) -> [JSONValue.Member] {
        [
            .init("version", .string(line.version)), .init("language", .string(line.language)),
            .init("capture", .string(line.capture)), .init("reason", .string(line.reason)),
        ]
    }
}
