import Alerts
import Foundation
import Statute
import Tracking

/// Times the scan of a folder of texts for all concepts of `laws/`, on one core.
///
/// usage: ScanBench LAWS FOLDER ROUNDS [--triggers]
///
/// Prints one JSON object: bytes, lines that hold a trigger, findings, and the milliseconds of processor time of each
/// step (the least of all rounds). `--triggers` prints the Chinese triggers instead, one a line, for the peers.
@main
struct ScanBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 3, let rounds = Int(arguments[3]), rounds > 0 else {
            FileHandle.standardError.write(Data("usage: ScanBench LAWS FOLDER ROUNDS [--triggers]\n".utf8))
            exit(64)
        }
        let register = try Register(folder: URL(filePath: arguments[1]))
        if arguments.contains("--triggers") {
            let words = register.concepts.flatMap { concept in
                concept.words[.zh].map { $0.triggers + $0.inverseTriggers + $0.weakTriggers.flatMap(\.words) }
                    ?? []
            }
            print(Set(words).sorted().joined(separator: "\n"))
            return
        }
        let files = try Texts(folder: arguments[2]).files
        let race = Race(scanner: register.scanner, files: files)
        var best = race.run()
        for _ in 1..<rounds { best = best.least(race.run()) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        print(String(decoding: try encoder.encode(best), as: UTF8.self))
    }
}

/// The bytes of every `.md` file below a folder, in the order of their paths.
struct Texts {
    let files: [[UInt8]]

    init(folder: String) throws {
        let root = URL(filePath: folder)
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        files = try paths.filter { $0.hasSuffix(".md") }.sorted().map {
            [UInt8](try Data(contentsOf: root.appending(path: $0)))
        }
    }
}
