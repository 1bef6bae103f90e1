import ArgumentParser
import Foundation
import Redline
import Rendering
import Statute
import Transport

/// An amending decision, applied to the old text and held against the published one.
struct Amend: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Apply an amending decision to the old text and compare with the published one.",
        discussion: """
            Each of OLD, DECISION and NEW is a file, or ID@VERSION in the store. Prints every instruction as it was \
            understood, whatever stood in the way, and each provision in which the published text is not what the \
            decision makes of the old one. Ends with 1 when a line of the decision was not read, an instruction could \
            not be applied, or the texts do not agree; with 65 when there is no instruction at all. References inside \
            the text are adjusted only where the decision says so; those that follow the new numbers in the published \
            text are remarks.
            """)

    @Argument(help: "The text before the decision.", completion: .file())
    var old: String

    @Argument(help: "The amending decision.", completion: .file())
    var decision: String

    @Option(help: "The text as it was published after the decision.", completion: .file())
    var against: String?

    @Option(
        name: .shortAndLong, help: "Write the amended text to this file, in the canonical format.",
        completion: .file())
    var output: String?

    @Option(
        help: "zh or en, for texts of the store that are held in both (default: the most trustworthy one).")
    var language: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let wanted = try language.map { word in
            guard let known = Language(rawValue: word) else {
                throw ValidationError("--language is zh or en, not “\(word)”")
            }
            return known
        }
        guard settings.format == .text || settings.format == .json else {
            throw ValidationError("amend has the formats text and json")
        }
        let before = try AmendInput(old, language: wanted, settings)
        let source = try AmendInput(decision, language: wanted, settings)
        let after = try against.map { try AmendInput($0, language: wanted, settings) }
        let read = AmendingDecision.read(source.string)
        for (name, language) in [
            (decision, read.language), (against ?? "", after?.text.language ?? before.text.language),
        ]
        where language != before.text.language {
            throw DocumentError.languages(old, before.text.language.rawValue, name, language.rawValue)
        }
        let report = AmendmentReport(
            read, fidelity: source.provenance.general.fidelity, of: before.text, against: after?.text,
            provenance: after?.provenance ?? .official)
        if report.instructions.isEmpty { throw NoDecisionError(file: decision) }
        if let output {
            let text = CanonicalText(report.amended.text).string
            try Output.write(Array(text.utf8), to: URL(filePath: output))
        }
        switch settings.format {
        case .json: Output.print(AmendmentDocument(report, sha256: source.sha256).json)
        case .text: Output.print(TerminalAmendment.render(report, style: settings.terminal))
        case .html, .markdown, .docx, .svg: throw ValidationError("amend has the formats text and json")
        }
        if report.needsPerson { throw ExitCode(1) }
    }
}
