import Foundation
import Statute
import Yams

/// What a rendering leaves out, as `extract` of its `.provenance.yml` declares it.
enum ExtractDeclaration {
    /// No real law has more articles than a range may name.
    private static let longestRange = 10_000

    /// Reads what is left out; what cannot be, such as an article that the text has, is a fault.
    static func read(_ node: Node, file: String, text: StatuteText, faults: inout [DeclarationFault])
        -> Extract
    {
        func fault(_ node: Node, _ message: String) {
            faults.append(DeclarationFault(file: file, line: node.line, message: message))
        }
        let held = Set(text.articleLevel.map(\.path))
        var leftOut: [ProvisionPath] = []
        for entry in node.entries("left_out") {
            let words = entry.string ?? ""
            guard let paths = expand(words) else {
                fault(entry, "“\(words)” names no articles; left out are art_3 or art_1..art_6")
                continue
            }
            for path in paths where held.contains(path) {
                fault(entry, "\(path.rawValue) is declared as left out, but the text has it")
            }
            leftOut += paths
        }
        if Set(leftOut).count < leftOut.count { fault(node, "an article is declared twice as left out") }
        // Whoever reads the text without its declaration must see it too.
        if !text.headnotes.contains(where: { $0.hasPrefix(headnote) }) {
            fault(node, "the text does not say that it is one: no headnote begins with “\(headnote)”")
        }
        return Extract(leftOut: leftOut, rest: node["rest"]?.bool ?? false)
    }

    /// How the headnote of an extract begins.
    static let headnote = "Extract:"

    private static func expand(_ words: String) -> [ProvisionPath]? {
        guard let dots = words.range(of: "..") else {
            return words.hasPrefix(prefix) ? [ProvisionPath(words)] : nil
        }
        guard let first = number(words[..<dots.lowerBound]), let last = number(words[dots.upperBound...]),
            first <= last, last - first < longestRange
        else { return nil }
        return (first...last).map { ProvisionPath("\(prefix)\($0)") }
    }

    private static let prefix = "art_"

    private static func number(_ words: Substring) -> Int? {
        guard words.hasPrefix(prefix), let value = Int(words.dropFirst(prefix.count)), value > 0 else {
            return nil
        }
        return value
    }
}
