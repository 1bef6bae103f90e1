import Foundation
import GitStore
import Statute

/// What scripts/bench/store measures of the store; it prints one JSON object.
///
/// usage: StoreBench write STORE FILE BATCH      a store of the versions in a file, BATCH of them at a time
///        StoreBench read STORE COUNT SEED       COUNT random versions of it, each read alone
@main
struct StoreBench {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let values = Array(arguments.dropFirst())
        switch (arguments.first, values.count) {
        case ("write", 3):
            try show(Writing(store: values[0], file: values[1], batch: Int(values[2]) ?? 0).run())
        case ("read", 3):
            try show(
                Reading(store: values[0], count: Int(values[1]) ?? 0, seed: UInt64(values[2]) ?? 1).run())
        default:
            FileHandle.standardError.write(
                Data("usage: StoreBench write STORE FILE BATCH | read STORE COUNT SEED\n".utf8))
            exit(64)
        }
    }

    private static func show(_ result: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        print(String(decoding: try encoder.encode(result), as: UTF8.self))
    }
}
