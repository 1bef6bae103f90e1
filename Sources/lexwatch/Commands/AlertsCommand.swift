import Alerts
import ArgumentParser
import Custody
import Rendering
import Statute
import Tracking

/// Changes linked to commitments.
struct AlertsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "Show which changes bear on which commitment, toward or away, with evidence.",
        discussion: "Without --from and --to: every step from one held version to the next.")

    @Argument(help: "An id or title; without it, every declared instrument.")
    var instrument: String?

    @Option(help: "The older version.")
    var from: String?

    @Option(help: "The newer version.")
    var to: String?

    @Option(help: "zh or en.")
    var language: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if (from == nil) != (to == nil) { throw ValidationError("--from and --to go together") }
        if from != nil, instrument == nil { throw ValidationError("--from and --to need an instrument") }
    }

    func run() throws {
        let settings = try Settings(options)
        let library = try settings.library()
        let assessor = Assessor(register: library.register)
        let pairs = try Steps.pairs(instrument, from: from, to: to, language: language, in: library)
        let alerts = try pairs.flatMap { try Assessment($0, assessor: assessor, in: library).alerts }
        let reviews = try ReviewDesk(library.store).reviews(
            of: alerts, chosen: language.flatMap(Language.init(rawValue:)))
        let catalogue = AlertCatalogue(library.register)
        switch settings.format {
        case .json:
            var document = AlertsDocument(alerts, reviews: reviews)
            let places = try EvidenceDesk(library.store)
            for pair in pairs {
                document.custody[
                    AlertsDocument.step(
                        pair.new.instrument.description, pair.old.name.description, pair.new.name.description)
                ] =
                    try places?.citation(pair)?.json
            }
            Output.print(document.json)
        case .text:
            Output.print(
                TerminalAlerts.render(
                    alerts, catalogue: catalogue, reviews: reviews, style: settings.terminal))
        case .html:
            Output.print(HTMLAlerts.page(alerts, catalogue: catalogue, reviews: reviews))
        case .markdown, .docx, .svg: throw ValidationError("alerts has the formats text, json and html")
        }
    }
}

/// Which steps of which instruments a command speaks of.
enum Steps {
    static func pairs(
        _ instrument: String?, from: String?, to: String?, language: String?, in library: Library
    ) throws -> [VersionPair] {
        guard let instrument else {
            return try library.register.instruments.flatMap {
                try VersionPair.consecutive(of: $0.id, language: language, in: library)
            }
        }
        let id = try library.instrument(named: instrument)
        guard let from, let to else {
            return try VersionPair.consecutive(of: id, language: language, in: library)
        }
        let old = try library.load(library.version(from, of: id), of: id)
        let new = try library.load(library.version(to, of: id), of: id)
        return [try VersionPair(old, new, language: language)]
    }
}
