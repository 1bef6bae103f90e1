import Alerts
import ArgumentParser
import Foundation
import Redline
import Rendering
import Statute
import Tracking

/// The redline between two files; no store needed.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what changed between two files, provision by provision.",
        discussion: """
            A file with a NAME.provenance.yml beside it is trusted as far as that says; any other counts as official. \
            --other-language adds the translations of OLD and NEW, to stand beside each change; with one file, that of \
            OLD, it tells what must be translated anew. \
            --pairs FILE compares many: a line OLD<TAB>NEW each, one JSON document a line in the same order; with - it \
            is a filter on standard input.
            """)

    @Argument(help: "The old text.", completion: .file())
    var old: String?

    @Argument(help: "The new text.", completion: .file())
    var new: String?

    @Option(help: "A file of OLD<TAB>NEW lines, or - for standard input.")
    var pairs: String?

    @Option(
        parsing: .upToNextOption, help: "OLD and NEW in the other language, or OLD alone.",
        completion: .file())
    var otherLanguage: [String] = []

    @OptionGroup(title: "Reading") var reading: ReadingOptions

    @OptionGroup(title: "Global") var options: GlobalOptions

    func validate() throws {
        if pairs == nil, old == nil || new == nil { throw ValidationError("name two files, or --pairs FILE") }
        if pairs != nil, old != nil { throw ValidationError("either two files or --pairs, not both") }
        if otherLanguage.count > 2 { throw ValidationError("--other-language takes one file or two") }
        if pairs != nil, !otherLanguage.isEmpty {
            throw ValidationError("--other-language does not go with --pairs")
        }
        if pairs != nil, let refused = reading.refusedByPairs {
            throw ValidationError("\(refused) does not go with --pairs, which prints a JSON document a line")
        }
    }

    func run() throws {
        let settings = try Settings(options)
        let output = RedlineOutput(reading: reading, settings: settings)
        if pairs == nil { try output.check() }
        // The concepts only add highlights: a redline needs no register, unless it is asked for by concept.
        let register = reading.only.isEmpty ? try? settings.register() : try settings.register()
        if register == nil {
            settings.remark("no usable \(settings.laws.path): nothing is highlighted by concept")
        }
        let comparer = FileComparer(settings: settings, register: register, all: reading.all)
        if let pairs {
            try PairsRun(comparer: comparer).run(pairs)
            return
        }
        guard let old, let new else { return }
        let (comparison, before, after) = try comparer.compare(old, new)
        let selection = try Chooser.selection(
            reading.wanted, concepts: register?.concepts.map(\.id) ?? [],
            alerts: { comparer.alerts(comparison, before, after) })
        let translation = try comparer.translation(of: comparison, before, after, files: otherLanguage)
        var view = RedlineView(
            comparison.changes, old: caption(before), new: caption(after),
            findings: comparison.findings, showsAll: reading.all, selection: selection)
        view.translation = translation
        try output.write(view, date: after.date) {
            comparer.document(comparison, before, after, selection: selection, translation: translation)
        }
    }

    private func caption(_ document: ReadDocument) -> VersionCaption {
        VersionCaption(
            document.path, fidelity: document.isDeclared ? document.provenance.general.fidelity : nil,
            mixedTrust: document.isDeclared ? document.provenance.mixture(in: document.parsed.text) : nil,
            extract: document.extract)
    }
}
