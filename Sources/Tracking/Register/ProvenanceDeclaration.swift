import Foundation
package import Statute
import Yams

/// How far each provision of a rendering may be trusted, as its `.provenance.yml` declares it.
package enum ProvenanceDeclaration {
    /// Reads declared provenance and spreads ranges such as `art_1..art_6` over the provisions of the text.
    ///
    /// - Throws: ``RegisterError`` for schema faults and for paths that the text does not have.
    package static func read(
        _ yaml: String, file: String, schema: DeclarationSchema, for text: StatuteText
    ) throws(RegisterError) -> Provenance {
        let root = try DeclarationFile.composed(yaml, file: file)
        var faults = SchemaCheck.faults(in: root, schema: schema, file: file)
        if !faults.isEmpty { throw RegisterError(faults: faults) }
        let order = paths(of: text)
        var provenance = Provenance(general: record(root["default"] ?? root))
        for entry in root.entries("provisions") {
            let record = record(entry)
            for node in entry.entries("at") {
                let words = node.string ?? ""
                guard let found = expand(words, in: order) else {
                    faults.append(
                        DeclarationFault(
                            file: file, line: node.line,
                            message:
                                "“\(words)” names no provision of the text; paths look like art_3 or art_1..art_6"
                        ))
                    continue
                }
                for path in found { provenance.records[path] = record }
            }
        }
        if let node = root["extract"] {
            provenance.extract = ExtractDeclaration.read(node, file: file, text: text, faults: &faults)
        }
        if !faults.isEmpty { throw RegisterError(faults: faults) }
        return provenance
    }

    private static func record(_ node: Node) -> Provenance.Record {
        Provenance.Record(
            fidelity: node.word("fidelity").flatMap(Fidelity.init) ?? .assumed, sources: node.words("source"),
            note: node.word("note"), basis: node.word("basis"))
    }

    /// All paths in document order.
    private static func paths(of text: StatuteText) -> [ProvisionPath] {
        var found: [ProvisionPath] = []
        var stack = Array(text.root.children.reversed())
        while let node = stack.popLast() {
            found.append(node.path)
            stack.append(contentsOf: node.children.reversed())
        }
        return found
    }

    /// One path, or all article-level ones from the first to the last of `a..b`; nil when one is not there.
    private static func expand(_ words: String, in order: [ProvisionPath]) -> [ProvisionPath]? {
        guard let dots = words.range(of: "..") else {
            let path = ProvisionPath(words)
            return order.contains(path) ? [path] : nil
        }
        guard let first = order.firstIndex(of: ProvisionPath(String(words[..<dots.lowerBound]))),
            let last = order.firstIndex(of: ProvisionPath(String(words[dots.upperBound...]))), first <= last
        else { return nil }
        // What lies below a path inherits from it; chapter headings in between are not meant.
        return order[first...last].filter { path in
            path.rawValue.utf8.starts(with: "art_".utf8) && !path.rawValue.contains("__")
                || path == order[first] || path == order[last]
        }
    }
}
