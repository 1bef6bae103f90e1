package import Foundation

/// The real laws beside the project: read where they are, never required, never committed.
package enum Corpus {
    /// The folder above Package.swift.
    package static let packageRoot = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// `LEXWATCH_CORPUS`, else `../shared/corpus` beside the package, else beside the worktrees' parent.
    package static let folder: URL = {
        if let named = ProcessInfo.processInfo.environment["LEXWATCH_CORPUS"] { return URL(filePath: named) }
        let beside = packageRoot.appending(path: "../shared/corpus").standardizedFileURL
        if FileManager.default.fileExists(atPath: beside.path) { return beside }
        return packageRoot.appending(path: "../../shared/corpus").standardizedFileURL
    }()

    /// For `.enabled(if:)`: without the corpus a test says "skipped".
    package static let isThere = FileManager.default.fileExists(
        atPath: folder.appending(path: "cn-laws").path)

    /// One law by its path below `cn-laws`, as text.
    package static func law(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: "cn-laws/\(path)"), encoding: .utf8)
    }

    /// The paths of all laws below `cn-laws`, sorted by their bytes.
    package static func paths() -> [String] {
        let root = folder.appending(path: "cn-laws")
        let found = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return found.filter { $0.hasSuffix(".md") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
