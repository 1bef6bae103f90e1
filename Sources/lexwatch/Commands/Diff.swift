import Alerts
import ArgumentParser
import Redline
import Rendering
import Statute
import Tracking

/// The redline between two stored versions.
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what changed between two versions of the store, provision by provision.",
        discussion: "With one instrument and no version: its last two versions.")

    @Argument(help: "ID@VERSION, or an id alone for its last two versions.")
    var old: String

    @Argument(help: "ID@VERSION.")
    var new: String?

    @Option(help: "zh or en (default: Chinese where both versions are held in it).")
    var language: String?

    @Flag(help: "Also entries of equal text and number.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let library = try settings.library()
        let pair = try VersionPair(old, new, language: language, in: library)
        let comparison = pair.comparison(scanner: ConceptScanner(concepts: library.register.concepts))
        switch settings.format {
        case .json:
            Output.print(
                RedlineDocument(
                    comparison.changes, oldSHA256: pair.before.record.sha256,
                    newSHA256: pair.after.record.sha256,
                    findings: comparison.findings, all: all
                ).json)
        case .text, .html, .markdown:
            let view = pair.view(comparison, showsAll: all)
            Output.print(Rendered.redline(view, settings.format, style: settings.terminal))
        }
    }
}
