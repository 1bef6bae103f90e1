import Foundation
import Yams

/// One YAML file of the register, read and checked against its schema.
struct DeclarationFile {
    let file: String
    let root: Node

    /// Reads a file.
    ///
    /// - Throws: ``RegisterError`` with every fault of the file, each with its line.
    init(_ url: URL, schema: DeclarationSchema, shownAs file: String) throws(RegisterError) {
        self.file = file
        let text: String
        do {
            text = try String(contentsOf: url, encoding: .utf8)
        } catch {
            throw RegisterError(faults: [
                DeclarationFault(
                    file: file, line: 0, message: "cannot be read as UTF-8: \(error.localizedDescription)")
            ])
        }
        root = try Self.composed(text, file: file)
        let faults = SchemaCheck.faults(in: root, schema: schema, file: file)
        if !faults.isEmpty { throw RegisterError(faults: faults) }
    }

    /// Parses YAML (or JSON, which is YAML). What a plain word stands for is asked of ``DeclaredKind``, not of its tag.
    static func composed(_ text: String, file: String) throws(RegisterError) -> Node {
        do {
            if let node = try Yams.compose(yaml: text, .basic) { return node }
            throw YamlError.no
        } catch YamlError.scanner(_, let problem, let mark, _) {
            throw RegisterError(faults: [DeclarationFault(file: file, line: mark.line, message: problem)])
        } catch YamlError.parser(_, let problem, let mark, _) {
            throw RegisterError(faults: [DeclarationFault(file: file, line: mark.line, message: problem)])
        } catch YamlError.composer(_, let problem, let mark, _) {
            throw RegisterError(faults: [DeclarationFault(file: file, line: mark.line, message: problem)])
        } catch {
            throw RegisterError(faults: [
                DeclarationFault(file: file, line: 0, message: "is no YAML document: \(error)")
            ])
        }
    }
}

extension Node {
    /// A word, where there is one; YAML's null counts as none.
    func word(_ key: String) -> String? {
        guard let node = self[key], DeclaredKind(node) != .null, let string = node.string, !string.isEmpty
        else {
            return nil
        }
        return string
    }

    /// The words of a list; empty where there is none.
    func words(_ key: String) -> [String] {
        self[key]?.sequence?.compactMap(\.string) ?? []
    }

    /// The entries of a list; empty where there is none.
    func entries(_ key: String) -> [Node] {
        self[key]?.sequence.map(Array.init) ?? []
    }

    /// The line from 1; 0 where it is not known.
    var line: Int { mark?.line ?? 0 }
}
