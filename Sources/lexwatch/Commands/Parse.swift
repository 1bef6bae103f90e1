import ArgumentParser
import Rendering
import Statute

/// Shows the structure of one text.
struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the outline of a text, with whatever is odd about it.")

    @Argument(help: "A file: plain text or Markdown, UTF-8 or GB18030.", completion: .file())
    var file: String

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let document = try ReadDocument(file, settings)
        switch settings.format {
        case .json: Output.print(ParseDocument(document.parsed).json)
        case .text: Output.print(TerminalOutline.render(document.parsed, style: settings.terminal))
        case .html, .markdown, .docx, .svg:
            throw ValidationError("parse has the formats text and json")
        }
    }
}
