import Foundation
import Yams

/// One rule of a schema, read once: asking a YAML node for a key costs more than checking a word.
struct SchemaRule: Sendable {
    /// The name in `$defs` that stands for the rule.
    var reference: String?
    var types: [String]?
    var words: [String]?
    var required: [String] = []
    var properties: [String: SchemaRule] = [:]
    /// In the order of the schema.
    var known: [String] = []
    var isClosed = false
    /// At most one: a value type cannot hold itself.
    var items: [SchemaRule] = []
    var minItems: Int?
    var minLength: Int?
    /// A pattern of ours, written without nested repetition.
    var pattern: NSRegularExpression?
    var format: String?

    /// - Parameter faults: gets one for each pattern that is no regular expression.
    init(_ rule: Node, file: String, _ faults: inout [DeclarationFault]) {
        reference = rule["$ref"]?.string
        if let type = rule["type"] {
            types = type.sequence?.compactMap(\.string) ?? type.string.map { [$0] }
        }
        words = rule["enum"]?.sequence?.compactMap(\.string)
        required = rule["required"]?.sequence?.compactMap(\.string) ?? []
        for (key, value) in rule["properties"]?.mapping ?? [:] {
            guard let name = key.string else { continue }
            properties[name] = SchemaRule(value, file: file, &faults)
            known.append(name)
        }
        isClosed = rule["additionalProperties"]?.bool == false
        if let item = rule["items"] { items = [SchemaRule(item, file: file, &faults)] }
        minItems = rule["minItems"]?.int
        minLength = rule["minLength"]?.int
        if let node = rule["pattern"], let words = node.string {
            pattern = try? NSRegularExpression(pattern: words)
            if pattern == nil {
                faults.append(
                    DeclarationFault(
                        file: file, line: node.line, message: "“\(words)” is no regular expression"))
            }
        }
        format = rule["format"]?.string
    }
}
