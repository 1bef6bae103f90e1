import ArgumentParser
import Rendering
import Statute
import Tracking

/// What is tracked.
struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the instruments that are declared or held, with their versions.")

    @Flag(help: "Also the instruments that are held without being declared.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let library = try settings.library()
        let declared = Set(library.register.instruments.map(\.id))
        let ids = try library.instruments()
        let shown = all || settings.format == .json ? ids : ids.filter(declared.contains)
        let rows = try shown.map { id in
            (id: id, title: try library.title(of: id), versions: try library.versions(of: id))
        }
        switch settings.format {
        case .json:
            Output.print([
                "schema": 1,
                "instruments": .array(
                    rows.map { row in
                        [
                            "id": .string(row.id.description), "title": .string(row.title),
                            "declared": .bool(declared.contains(row.id)),
                            "versions": .strings(row.versions.map(\.description)),
                        ]
                    }),
            ])
        case .text:
            let table = TerminalTable(
                [
                    .init("instrument"), .init("title", flexible: true), .init("held", alignment: .right),
                    .init("newest"),
                ],
                rows: rows.map { row in
                    [
                        row.id.description, row.title, String(row.versions.count),
                        row.versions.last?.description ?? "–",
                    ]
                })
            Output.print(table.render(style: settings.terminal))
            if shown.count < ids.count {
                Output.print(
                    "\(ids.count - shown.count) more are held without being declared: lexwatch list --all")
            }
        case .html, .markdown, .docx, .svg:
            throw ValidationError("list has the formats text and json")
        }
    }
}
