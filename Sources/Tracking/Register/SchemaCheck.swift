import Statute
import Yams

/// Checks a YAML document against the part of JSON Schema 2020-12 that `laws/schemas` uses: type, properties,
/// required, additionalProperties, enum, pattern, items, minItems, minLength, format (date, uri), $ref to $defs.
struct SchemaCheck {
    private let definitions: [String: SchemaRule]
    private let file: String
    private(set) var faults: [DeclarationFault] = []

    /// - Parameter schema: the parsed schema (JSON is YAML).
    init(schema: Node, file: String) {
        definitions = SchemaRule.definitions(schema)
        self.file = file
    }

    /// Faults of a document, all of them.
    static func faults(in document: Node, schema: Node, file: String) -> [DeclarationFault] {
        var check = SchemaCheck(schema: schema, file: file)
        check.check(document, against: SchemaRule(schema), at: "")
        return check.faults
    }

    private mutating func check(_ node: Node, against rule: SchemaRule, at path: String) {
        if let reference = rule.reference {
            // Depth is bounded by the document: each step down the schema that is not a reference takes a child.
            guard let target = definitions[reference] else {
                fault(node, path, "the schema refers to \(reference), which it does not define")
                return
            }
            check(node, against: target, at: path)
            return
        }
        let kind = Kind(node)
        if let allowed = rule.types, !allowed.contains(where: kind.satisfies) {
            fault(node, path, "is \(kind.rawValue), but should be \(allowed.joined(separator: " or "))")
            return
        }
        if let words = rule.words, kind != .null {
            if let word = node.string, !words.contains(word) {
                fault(node, path, "is “\(word)”, but should be one of \(words.joined(separator: ", "))")
            }
        }
        switch kind {
        case .object: checkMapping(node, rule, path)
        case .array: checkSequence(node, rule, path)
        case .null: break
        default: checkScalar(node, rule, path)
        }
    }

    private mutating func checkMapping(_ node: Node, _ rule: SchemaRule, _ path: String) {
        guard let mapping = node.mapping else { return }
        for required in rule.required where node[required] == nil {
            fault(node, path, "“\(required)” is missing")
        }
        var seen: Set<String> = []
        for (key, value) in mapping {
            let name = key.string ?? ""
            if !seen.insert(name).inserted { fault(key, path, "“\(name)” stands here twice") }
            let inner = path.isEmpty ? name : "\(path).\(name)"
            if let property = rule.properties[name] {
                check(value, against: property, at: inner)
            } else if rule.isClosed {
                fault(
                    key, path, "“\(name)” is not known here; known are \(rule.known.joined(separator: ", "))")
            }
        }
    }

    private mutating func checkSequence(_ node: Node, _ rule: SchemaRule, _ path: String) {
        guard let sequence = node.sequence else { return }
        if let least = rule.minItems, sequence.count < least {
            fault(node, path, "needs \(least) or more entries, and has \(sequence.count)")
        }
        guard let items = rule.items.first else { return }
        for (index, item) in sequence.enumerated() { check(item, against: items, at: "\(path)[\(index)]") }
    }

    private mutating func checkScalar(_ node: Node, _ rule: SchemaRule, _ path: String) {
        guard let word = node.string else { return }
        if let least = rule.minLength, word.unicodeScalars.count < least {
            fault(node, path, "is empty")
        }
        if let pattern = rule.pattern, !Self.matches(word, pattern) {
            fault(node, path, "is “\(word)”, which does not match \(pattern)")
        }
        switch rule.format {
        case "date" where !Self.isDate(word):
            fault(node, path, "is “\(word)”, but should be a day such as 2015-07-06")
        case "uri" where !(word.hasPrefix("http://") || word.hasPrefix("https://")):
            fault(node, path, "is “\(word)”, but should be an address that begins with http:// or https://")
        default: break
        }
    }

    private mutating func fault(_ node: Node, _ path: String, _ message: String) {
        let place = path.isEmpty ? "the document" : path
        faults.append(
            DeclarationFault(file: file, line: node.mark?.line ?? 0, message: "\(place) \(message)"))
    }

    private static func matches(_ word: String, _ pattern: String) -> Bool {
        // The patterns are ours, written without nested repetition.
        guard let expression = try? Regex(pattern) else { return false }
        return (try? expression.firstMatch(in: word)) != nil
    }

    private static func isDate(_ word: String) -> Bool { CalendarDate(word) != nil }

    /// What a YAML node is in JSON.
    private enum Kind: String {
        case object, array, string, integer, number, boolean, null

        /// Longer than any null or boolean, and begun like no number: asking YAML for its tag costs nine expressions.
        private static func isSurelyWord(_ word: String) -> Bool {
            guard word.utf8.count > 5, let first = word.utf8.first else { return false }
            switch first {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...:
                return true
            default: return false
            }
        }

        init(_ node: Node) {
            switch node {
            case .mapping: self = .object
            case .sequence: self = .array
            case .scalar(let scalar) where Self.isSurelyWord(scalar.string): self = .string
            default:
                switch node.tag {
                case Tag(.null): self = .null
                case Tag(.bool): self = .boolean
                case Tag(.int): self = .integer
                case Tag(.float): self = .number
                default: self = .string
                }
            }
        }

        func satisfies(_ type: String) -> Bool {
            type == rawValue || (type == "number" && self == .integer)
        }
    }
}
