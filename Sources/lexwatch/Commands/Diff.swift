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

    @Flag(
        inversion: .prefixedNo, help: "The other language's words beside each change, where it is held.")
    var translation = true

    @OptionGroup(title: "Reading") var reading: ReadingOptions

    @OptionGroup(title: "Global") var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let output = RedlineOutput(reading: reading, settings: settings)
        try output.check()
        let library = try settings.library()
        let pair = try VersionPair(old, new, language: language, in: library)
        let comparison = pair.comparison(scanner: library.register.scanner)
        let selection = try Chooser.selection(
            reading.wanted, concepts: library.register.concepts.map(\.id),
            alerts: {
                try Assessment(pair, assessor: Assessor(register: library.register), in: library).alerts
            })
        var view = pair.view(comparison, showsAll: reading.all)
        view.selection = selection
        view.translation = translation ? pair.translation(comparison) : nil
        let beside = view.translation
        let record = pair.after.record
        try output.write(view, date: pair.newDate) {
            var document = RedlineDocument(
                comparison.changes, oldSHA256: pair.before.record.sha256, newSHA256: record.sha256,
                findings: comparison.findings, all: reading.all)
            document.selection = selection
            document.translation = beside
            return document.json
        }
    }
}

extension VersionPair {
    /// The day from which the new version counts: signed, else published, else that of its name.
    fileprivate var newDate: String? {
        [new.record.signed, new.record.published, new.name.date?.description].lazy.compactMap(\.self)
            .first { CalendarDate($0) != nil }
    }
}
