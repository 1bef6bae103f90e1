import ArgumentParser

/// The options that every command has. Each also reads `LEXWATCH_…` and `lexwatch.yml`; the command line wins.
struct GlobalOptions: ParsableArguments {
    @Option(help: "The repository that holds everything (default: snapshots/store.git).")
    var store: String?

    @Option(
        help: "The file that is derived from the store for searching (default: the store's path and .index).")
    var index: String?

    @Option(help: "The folder of declarations (default: laws).")
    var laws: String?

    @Option(help: "text, json, html, markdown, docx or svg, where the command has it (default: text).")
    var format: OutputFormat?

    @Option(help: "The largest input that is read, in bytes (default: 67108864).")
    var maxBytes: Int?

    @Option(
        help: ArgumentHelp("The key that signs what is written (lexwatch key create).", valueName: "file"))
    var signingKey: String?

    @Option(
        help: ArgumentHelp(
            "How long a command that writes waits for another run that holds the store (default: 0).",
            valueName: "seconds"))
    var wait: String?

    @Flag(help: "Say nothing but results and errors.")
    var quiet = false

    @Flag(help: "Say more.")
    var verbose = false
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, html, markdown, docx, svg
}
