import Alerts
import ArgumentParser
import Rendering
import Statute
import Tracking

/// Finds concepts in one text.
struct Scan: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find what one text says about the concepts in laws/concepts: required, allowed, forbidden."
    )

    @Argument(help: "A file: plain text or Markdown, UTF-8 or GB18030.", completion: .file())
    var file: String?

    @Option(
        help: ArgumentHelp(
            "Read one text a line, as JSON with id, lang and text; - is standard input.", valueName: "file"))
    var lines: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let register = try settings.register()
        let scanner = register.scanner
        if let lines { return try ScanLines(scanner: scanner).run(lines) }
        guard let file else { throw ValidationError("name a file, or --lines FILE") }
        let document = try ReadDocument(file, settings)
        let findings = scanner.findings(in: document.parsed.text)
        switch settings.format {
        case .json: Output.print(ScanDocument(findings).json)
        case .text: Output.print(TerminalScan.render(findings, style: settings.terminal))
        case .html, .markdown, .docx, .svg:
            throw ValidationError("scan has the formats text and json")
        }
    }
}
