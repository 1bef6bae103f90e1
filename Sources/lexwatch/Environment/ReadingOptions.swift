import ArgumentParser
import Rendering
import Statute

/// How a redline is read: what `compare` and `diff` share.
struct ReadingOptions: ParsableArguments {
    @Flag(
        help:
            "Also entries of equal text and number, and each formal change by itself instead of in one line.")
    var all = false

    @Flag(help: "Old words left, new words right (text only; inline where the terminal is too narrow).")
    var sideBySide = false

    @Option(
        help: ArgumentHelp(
            "substantive, away (an alert points away from a commitment) or a concept's id.",
            discussion: "Repeat it, or part several by commas: a change is shown when one of them holds.",
            valueName: "what"))
    var only: [String] = []

    @Option(name: .customLong("as"), help: "redline, or table: 修改对照表, old and new side by side (html, docx).")
    var form: RedlineForm = .redline

    @Option(help: "Columns of the table: 3, or 2 without the remarks.")
    var columns: Int = 3

    @Option(
        help: "Write to this file, whole or not at all, instead of standard output.", completion: .file())
    var output: String?

    @Option(help: "The author of tracked changes in docx.")
    var author: String = "Lexwatch"

    @Flag(
        help:
            "Kind, reasons and concepts as comments in docx (LibreOffice without a screen cannot open them).")
    var comments = false

    @Option(help: "The day of tracked changes in docx (default: that of the new version, where it is known).")
    var date: String?

    func validate() throws {
        if columns != 2, columns != 3 { throw ValidationError("--columns is 2 or 3") }
        if let date, CalendarDate(date) == nil {
            throw ValidationError("--date should be a day such as 2017-06-01, not “\(date)”")
        }
        if author.isEmpty { throw ValidationError("--author should not be empty: Word wants a name") }
    }

    /// Every word given to `--only`, commas parted, each once.
    var wanted: [String] {
        var seen: Set<String> = []
        return only.flatMap { $0.split(separator: ",").map(String.init) }.filter { seen.insert($0).inserted }
    }

    /// What does not go with `--pairs`, which prints one JSON document a line.
    var refusedByPairs: String? {
        if !only.isEmpty { return "--only" }
        if output != nil { return "--output" }
        if sideBySide { return "--side-by-side" }
        return form == .table ? "--as table" : nil
    }
}

enum RedlineForm: String, ExpressibleByArgument, CaseIterable {
    case redline, table
}
