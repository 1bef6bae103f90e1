import ArgumentParser
import Rendering
import Statute
import Tracking

/// One text.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show one version's text, with how far it may be trusted.",
        discussion: """
            Without a version: the last one held; with --in-force: the one in force on that day. Where a day of effect that \
            matters is not known, where two versions could be meant, or where a version is declared repealed without a day, \
            there is no answer (66). --known goes by what the store said on that day: a date corrected later does not count.
            """)

    @Argument(help: "cn/cybersecurity-law@draft-1; a title may stand for the id.")
    var version: String

    @Option(name: .customLong("in-force"), help: "The version in force on this day (2017-06-01).")
    var inForce: String?

    @Option(
        help: "As far as the store knew at the end of this day (UTC), or at a moment (2019-01-01T10:00:00Z).")
    var known: String?

    @Option(help: "zh or en (default: the official text where it is held).")
    var language: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let library = try settings.library(knownAt: known)
        let loaded: LoadedVersion
        var successors: [String] = []
        if let day = inForce {
            let question = try InForceQuestion(day: day)
            let id = try library.instrument(named: version)
            loaded = try library.load(question.answer(version, in: library), of: id)
            successors = try question.successors(of: id, in: library).map(\.description)
            for successor in successors {
                settings.remark(
                    "\(id): its declared successor \(successor) was in force on \(day) too; whether this one was repealed is not declared"
                )
            }
        } else {
            loaded = try library.load(version)
        }
        let chosen = try TextChoice.text(of: loaded, language: language)
        let extract = chosen.provenance.extract?.words(held: chosen.record.articles)
        switch settings.format {
        case .json:
            Output.print([
                "schema": 1, "instrument": .string(loaded.instrument.description),
                "version": .string(loaded.name.description),
                "language": .string(chosen.text.language.rawValue),
                "fidelity": .string(chosen.provenance.general.fidelity.rawValue),
                "capture": .string(chosen.record.capture), "sha256": .string(chosen.record.sha256),
                "captured": .string(chosen.record.captured), "extract": .optional(extract),
                "successors": .strings(successors),
                "provisions": FidelityMarks.json(chosen), "text": .string(CanonicalText(chosen.text).string),
            ])
        case .text:
            let fidelity = chosen.provenance.general.fidelity.rawValue
            let kinds = chosen.provenance.mixture(in: chosen.text) ?? fidelity
            let trust = [kinds, extract].compactMap { $0 }.joined(separator: "; ")
            settings.remark(
                "\(loaded.reference), \(chosen.text.language.rawValue), \(trust); captured \(chosen.record.captured)"
            )
            Output.print(VisibleText.lines(CanonicalText(FidelityMarks.marked(chosen)).string))
        case .html, .markdown, .docx, .svg:
            throw ValidationError("show has the formats text and json")
        }
    }
}
