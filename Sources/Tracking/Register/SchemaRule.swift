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
    var pattern: String?
    var format: String?

    init(_ rule: Node) {
        reference = rule["$ref"]?.string
        if let type = rule["type"] {
            types = type.sequence?.compactMap(\.string) ?? type.string.map { [$0] }
        }
        words = rule["enum"]?.sequence?.compactMap(\.string)
        required = rule["required"]?.sequence?.compactMap(\.string) ?? []
        for (key, value) in rule["properties"]?.mapping ?? [:] {
            guard let name = key.string else { continue }
            properties[name] = SchemaRule(value)
            known.append(name)
        }
        isClosed = rule["additionalProperties"]?.bool == false
        items = rule["items"].map { [SchemaRule($0)] } ?? []
        minItems = rule["minItems"]?.int
        minLength = rule["minLength"]?.int
        pattern = rule["pattern"]?.string
        format = rule["format"]?.string
    }

    /// The rules of `$defs`, by `#/$defs/name`.
    static func definitions(_ schema: Node) -> [String: SchemaRule] {
        var rules: [String: SchemaRule] = [:]
        for (key, value) in schema["$defs"]?.mapping ?? [:] {
            if let name = key.string { rules["#/$defs/\(name)"] = SchemaRule(value) }
        }
        return rules
    }
}
