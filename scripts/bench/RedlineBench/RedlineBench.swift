import CLibgit2
import Foundation
import Redline
import Statute

/// Measures the redline engine in process; driven by scripts/bench/redline, prints JSON.
@main
enum RedlineBench {
    static let usage = """
        usage: RedlineBench canonical LIST          writes canonical text: lines of SOURCE<TAB>TARGET
               RedlineBench score LIST              what our engine finds: one JSON document a pair
               RedlineBench lines LIST              libgit2's hunks: one JSON document a pair
               RedlineBench time SECONDS LIST [RUNNER…]   processor time of all pairs together
               RedlineBench formulas SHARE LIST     pairs of tokens that one text in SHARE holds, of texts listed a line each
               RedlineBench once OLD NEW            one run of our engine and one of the floor, with peak memory
        LIST: a file with lines of OLD<TAB>NEW, paths of canonical texts
        """

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            git_libgit2_init()
            try run(arguments)
        } catch {
            FileHandle.standardError.write(Data("RedlineBench: \(error)\n".utf8))
            exit(66)
        }
    }

    private static func run(_ arguments: [String]) throws {
        switch (arguments.first, arguments.count) {
        case ("canonical", 2): try writeCanonical(arguments[1])
        case ("score", 2): for pair in try TextPair.all(in: arguments[1]) { try print(Scored(pair)) }
        case ("lines", 2): for pair in try TextPair.all(in: arguments[1]) { try print(LineDiff.hunks(pair)) }
        case ("time", 3...):
            guard let seconds = Double(arguments[1]) else { fallthrough }
            let sink = Sink()
            let pairs = try TextPair.all(in: arguments[2])
            let race = Race.standard(pairs, sink: sink, names: Set(arguments.dropFirst(3)))
            try print(race.times(seconds: seconds))
            FileHandle.standardError.write(Data("checksum \(sink.sum)\n".utf8))
        case ("formulas", 3):
            guard let share = Int(arguments[1]) else { fallthrough }
            try writeFormulas(share: share, arguments[2])
        case ("once", 3): try print(SingleRun(try TextPair(old: arguments[1], new: arguments[2])))
        default:
            FileHandle.standardError.write(Data((usage + "\n").utf8))
            exit(64)
        }
    }

    private static func writeCanonical(_ list: String) throws {
        for line in String(decoding: try TextPair.bytes(list), as: UTF8.self).split(separator: "\n") {
            let paths = line.split(separator: "\t").map(String.init)
            guard paths.count == 2 else { continue }
            let source = String(decoding: try TextPair.bytes(paths[0]), as: UTF8.self)
            let text = CanonicalText(StatuteParser.parse(source).text)
            try Data(text.string.utf8).write(to: URL(filePath: paths[1]))
        }
    }

    /// The source file of the table of formulas.
    private static func writeFormulas(share: Int, _ list: String) throws {
        var census = FormulaCensus()
        for path in String(decoding: try TextPair.bytes(list), as: UTF8.self).split(separator: "\n") {
            census.add(
                StatuteParser.parse(String(decoding: try TextPair.bytes(String(path)), as: UTF8.self)).text)
        }
        let (table, pairs) = census.encoded(share: share)
        let lines = stride(from: 0, to: table.utf8.count, by: 108).map { start in
            "        " + String(decoding: table.utf8.dropFirst(start).prefix(108), as: UTF8.self) + "\\#"
        }
        Swift.print(
            """
            // Written by scripts/formulas; not to be edited.

            /// The pairs of ``FormulaTable``: \(pairs) that one text in \(share) holds, counted in \(census.count) texts.
            enum FormulaCounts {
                static let encoded: StaticString = #\"\"\"
            \(lines.joined(separator: "\n"))
                    \"\"\"#
            }
            """)
    }

    private static func print(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        FileHandle.standardOutput.write(try encoder.encode(value) + Data("\n".utf8))
    }
}
