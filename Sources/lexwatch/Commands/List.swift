import ArgumentParser
import Index
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

    private typealias Row = (id: InstrumentID, title: String, versions: [VersionName])

    private static func row(_ id: InstrumentID, _ library: Library) throws -> Row {
        (id, try library.title(of: id), try library.versions(of: id))
    }

    func run() throws {
        let settings = try Settings(options)
        let library = try settings.library()
        let declared = Set(library.register.instruments.map(\.id))
        // One question to the index, where there is one, in place of a walk through every folder of the newest tree.
        let held = try settings.openIndex(library.store, effort: .little)?.holdings()
        let ids = try held.map { Set($0.map(\.id)).union(declared).sorted() } ?? library.instruments()
        let known = Dictionary(uniqueKeysWithValues: (held ?? []).map { ($0.id, $0) })
        let shown = all || settings.format == .json ? ids : ids.filter(declared.contains)
        let rows = try shown.map { id -> Row in
            if held == nil { return try Self.row(id, library) }
            guard let holding = known[id], holding.title != nil, !declared.contains(id) else {
                return try Self.row(id, library)
            }
            return (id: id, title: holding.title ?? "", versions: holding.versions)
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
