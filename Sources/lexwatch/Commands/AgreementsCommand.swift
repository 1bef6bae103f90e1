import Alerts
import ArgumentParser
import Foundation
import Rendering
import Statute
import Tracking

/// The promises against which texts are read.
struct AgreementsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreements",
        abstract:
            "Show the agreements and their commitments: limits, force over time, what was held and lapsed.",
        discussion:
            "What is not in force, or binds a state that is not a party, is shown as such and never left out. "
            + "Unverified means: from memory, no source seen.")

    @Argument(
        help:
            "An agreement such as wto-gats, or a commitment such as cptpp-14-17-source-code; without it, all."
    )
    var id: String?

    @Option(help: "The day for which force is shown, such as 2017-06-01 (default: today).")
    var on: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let register = try settings.register()
        let day = try day()
        let chosen = try chosen(register)
        switch settings.format {
        case .json: Output.print(AgreementsDocument(chosen, on: day).json)
        case .text:
            guard id != nil else {
                Output.print(TerminalAgreements.catalogue(chosen, on: day, style: settings.terminal))
                return
            }
            for agreement in chosen {
                Output.print(
                    TerminalAgreements.full(
                        agreement, agreement.commitments, on: day, style: settings.terminal))
            }
        case .html, .markdown, .docx, .svg: throw ValidationError("agreements has the formats text and json")
        }
    }

    private func day() throws -> String {
        guard let on else { return Date().formatted(.iso8601.year().month().day()) }
        guard let date = CalendarDate(on) else { throw TrackingError.badDate(on) }
        return date.description
    }

    /// The agreement, or the one that holds the commitment, with that alone.
    private func chosen(_ register: Register) throws -> [Agreement] {
        guard let id else {
            return register.agreements.sorted { $0.date.utf8.lexicographicallyPrecedes($1.date.utf8) }
        }
        if let agreement = register.agreements.first(where: { $0.id == id }) { return [agreement] }
        guard let found = register.commitment(id) else { throw TrackingError.noCommitment(id) }
        var agreement = found.agreement
        agreement.commitments = [found.commitment]
        return [agreement]
    }
}
