import ArgumentParser
import Foundation
import GitStore
import Rendering

/// Mends the store from a copy.
struct RepairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Mend the store from a copy of it, or make it again where it is gone.",
        discussion: """
            Every object of the store is read and compared with its name; what is damaged or missing comes from the copy. \
            The mended store is made beside the damaged one and takes its place in one step; the damaged one is kept \
            under the name that is printed, until you delete it. Branches only go forward. A copy of another history is \
            refused, and so is one that lacks what is lost here; then nothing is changed.
            """)

    @Option(help: "The copy: a path, https://…, ssh://user@host/path or user@host:path.")
    var from: String

    @Option(
        help: "Put the mended store here, and leave the damaged one where it is; nothing may be there yet.")
    var into: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let access = settings.copies.access(allowsHTTP: settings.network.gitSchemes.contains("http"))
        let repair = Repair(store: settings.store, from: try CopyAddress(from), access: access)
        let report = try repair.run(into: into, now: Int64(Date().timeIntervalSince1970))
        if settings.format == .json { return Output.print(json(report)) }
        if !settings.quiet { Output.print(text(report)) }
    }

    private func text(_ report: RepairReport) -> String {
        guard report.isMended || into != nil else {
            return "\(report.store): \(report.objects) objects, all as they should be; nothing was changed"
        }
        var lines = report.faults.prefix(20).map { "wrong: \($0)" }
        if report.faults.count > 20 { lines.append("… and \(report.faults.count - 20) more") }
        lines += report.moves.map { "\($0.reference): \($0.old.map(\.description) ?? "none") → \($0.new)" }
        lines += report.dropped.map { "\($0): left out; it is derived, and the next run makes it again" }
        lines.append(
            "\(into ?? report.store): mended; \(report.objects) objects, \(report.fetched) of them from \(report.from), "
                + "\(report.saved) saved out of damaged files")
        if let kept = report.kept {
            lines.append("what was there is kept as \(kept); delete it when you are content")
        }
        return lines.joined(separator: "\n")
    }

    private func json(_ report: RepairReport) -> JSONValue {
        [
            "schema": 1, "store": .string(report.store), "from": .string(report.from),
            "mended": .bool(report.isMended), "faults": .strings(report.faults),
            "moves": .array(
                report.moves.map { move in
                    [
                        "reference": .string(move.reference), "from": .optional(move.old?.description),
                        "to": .string(move.new.description),
                    ]
                }),
            "dropped": .strings(report.dropped), "objects": .int(report.objects),
            "fetched": .int(report.fetched),
            "saved": .int(report.saved), "kept": .optional(report.kept),
        ]
    }
}
