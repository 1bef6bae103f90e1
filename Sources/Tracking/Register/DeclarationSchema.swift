import Foundation
import Yams

/// A JSON Schema of `laws/schemas`, read once for all the files that are checked against it.
package struct DeclarationSchema: Sendable {
    let root: SchemaRule
    /// The rules of `$defs`, by `#/$defs/name`.
    let definitions: [String: SchemaRule]

    /// - Parameters:
    ///   - text: the schema (JSON is YAML).
    ///   - file: its name, for errors.
    /// - Throws: ``RegisterError`` when it is no YAML, or holds a pattern that is no regular expression.
    init(_ text: String, file: String) throws(RegisterError) {
        let node = try DeclarationFile.composed(text, file: file)
        var faults: [DeclarationFault] = []
        root = SchemaRule(node, file: file, &faults)
        var definitions: [String: SchemaRule] = [:]
        for (key, value) in node["$defs"]?.mapping ?? [:] {
            if let name = key.string {
                definitions["#/$defs/\(name)"] = SchemaRule(value, file: file, &faults)
            }
        }
        self.definitions = definitions
        if !faults.isEmpty { throw RegisterError(faults: faults) }
    }
}
