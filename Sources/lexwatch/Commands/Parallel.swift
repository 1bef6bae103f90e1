import ArgumentParser
import Redline
import Rendering
import Statute
import Tracking
import Transport

/// Chinese and English of one version side by side.
struct Parallel: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lay Chinese and English of one version side by side, and name where they differ.",
        discussion:
            "One version of the store (ID@VERSION) that is held in both languages, or two files in either order."
    )

    @Argument(help: "ID@VERSION, or a file.")
    var first: String

    @Argument(help: "The file in the other language.", completion: .file())
    var second: String?

    @Flag(help: "Each pair of provisions, with how it was found.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let texts = try texts(settings)
        let alignment = BilingualAlignment.between(zh: texts.zh, en: texts.en)
        switch settings.format {
        case .json: Output.print(BilingualDocument(alignment).json)
        case .text: Output.print(TerminalBilingual.render(alignment, all: all, style: settings.terminal))
        case .html, .markdown, .docx, .svg: throw ValidationError("parallel has the formats text and json")
        }
    }

    private func texts(_ settings: Settings) throws -> (zh: StatuteText, en: StatuteText) {
        guard let second else {
            let version = try settings.library().load(first)
            func text(_ language: Language) throws -> StatuteText {
                guard let found = version.texts[language] else {
                    throw TrackingError.noText(
                        version: version.reference, reason: "no text in \(language.rawValue) is held")
                }
                return found.text
            }
            return (try text(.zh), try text(.en))
        }
        let one = try ReadDocument(first, settings).parsed.text
        let other = try ReadDocument(second, settings).parsed.text
        if one.language == other.language {
            throw DocumentError.sameLanguage(second, first, one.language.rawValue)
        }
        return one.language == .zh ? (one, other) : (other, one)
    }
}
