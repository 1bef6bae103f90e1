import Alerts
import ArgumentParser
import Foundation
import GitStore
import Rendering
import Statute
import Tracking
import Transport

struct ReviewNegative: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "negative", abstract: "Turn a rejection into an example in the concept's file.",
        discussion: """
            Appends the words of a rejected alert to the examples of its concept, as words in which nothing is to be \
            found, with the alert and the reason in a comment; the rest of the file stays as it is. It changes no rule: \
            until the file's words tell the two apart, `lexwatch concepts --check` names the example.
            """)

    @Argument(help: "The id of a rejected alert, or the beginning of it.")
    var alert: String

    @Option(
        name: .customLong("concept"), help: "The file (default: the concept's own in laws/concepts).",
        completion: .file())
    var file: String?

    @Option(
        help:
            "What the words are instead: requires, may-require, permits, forbids, protects, mentions or none."
    )
    var polarity: String = "none"

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if polarity != "none", Polarity(rawValue: polarity) == nil {
            throw ValidationError(
                "--polarity is none, \(Polarity.allCases.map(\.rawValue).joined(separator: ", "))")
        }
    }

    func run() throws {
        let settings = try Settings(options)
        let bench = try ReviewBench(
            settings, store: GitStore(path: settings.store, access: .reading))
        let entry = try ReviewEntry.named(alert, among: bench.entries)
        let example = try NegativeExample(
            entry.subject, review: entry.review, polarity: Polarity(rawValue: polarity))
        let concept = entry.mark?.concept ?? ""
        let place = file.map { URL(filePath: $0) } ?? settings.laws.appending(path: "concepts/\(concept).yml")
        let old = try InputFile.bytes(place.path, limit: settings.maxBytes)
        let edit = try ConceptFileEdit(adding: example, to: old, file: place.relativePath)
        try Output.write(edit.bytes, to: place)
        let mistake = try settings.register().concept(concept)?.mistakes().first {
            $0.example.text == example.text
        }
        switch settings.format {
        case .json:
            Output.print([
                "schema": 1, "file": .string(place.relativePath), "line": .int(edit.line),
                "alert": .string(entry.subject.id), "concept": .string(concept),
                "text": .string(example.text),
                "polarity": .string(polarity), "read_as_written": .bool(mistake == nil),
                "found": .strings(mistake?.found.map(\.rawValue) ?? []),
            ])
        default:
            Output.print("\(place.relativePath):\(edit.line): added “\(example.text)”, polarity \(polarity)")
            if let mistake {
                let found = mistake.found.map(\.rawValue).joined(separator: ", ")
                Output.print(
                    "It is not read so yet (found: \(found.isEmpty ? "nothing" : found)): edit the file's words until "
                        + "`lexwatch concepts \(concept) --check` is content.")
            }
        }
    }
}
