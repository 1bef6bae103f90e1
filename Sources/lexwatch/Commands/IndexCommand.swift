import ArgumentParser
import GitStore
import Index
import Rendering

/// Looks after the file that is derived from the store.
struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Bring the derived index up to date, build it anew, or compare it with the store.",
        discussion: """
            The index answers history and searches fast and is never needed for an answer to be right: every command works \
            without it. Built twice from one store it has the same bytes. Exit code 1 where --check finds a difference.
            """)

    @Flag(help: "Build it from nothing.")
    var rebuild = false

    @Flag(help: "Build it once more in memory and compare every row.")
    var check = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        try settings.checkIndexPath()
        let store = try GitStore(path: settings.store, access: .reading)
        let line = IndexProgress(isShown: !settings.quiet && settings.isTalking)
        defer { line.end() }
        let index =
            rebuild
            ? try StoreIndex.rebuild(store: store, path: settings.index, progress: line.show)
            : try settings.openIndex(store, effort: .whatItTakes)
        guard let index else { return }
        let isRight =
            try check ? index.dump() == StoreIndex.inMemory(store: store, progress: line.show).dump() : nil
        line.end()
        let size = try index.size()
        switch settings.format {
        case .json:
            Output.print([
                "schema": 1, "path": .string(index.path), "commits": .int(size.commits),
                "versions": .int(size.versions), "texts": .int(size.texts),
                "provisions": .int(size.provisions),
                "wordings": .int(size.wordings), "right": isRight.map { .bool($0) } ?? .null,
            ])
        case .text:
            Output.print(
                "\(index.path): \(size.commits) commits, \(size.versions) versions, \(size.texts) texts, "
                    + "\(size.provisions) provisions in \(size.wordings) wordings")
            if let isRight {
                Output.print(
                    isRight
                        ? "Every row is as the store gives it."
                        : "It differs from what the store gives: build it anew with --rebuild.")
            }
        case .html, .markdown, .docx, .svg: throw ValidationError("index has the formats text and json")
        }
        if isRight == false { throw ExitCode(1) }
    }
}
