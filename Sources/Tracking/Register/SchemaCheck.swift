import Statute
import Yams

/// Checks a YAML document against the part of JSON Schema 2020-12 that `laws/schemas` uses: type, properties,
/// required, additionalProperties, enum, pattern, items, minItems, minLength, format (date, uri), $ref to $defs.
struct SchemaCheck {
    private let schema: Node
    private let file: String
    private(set) var faults: [DeclarationFault] = []

    /// - Parameter schema: the parsed schema (JSON is YAML).
    init(schema: Node, file: String) {
        self.schema = schema
        self.file = file
    }

    /// Faults of a document, all of them.
    static func faults(in document: Node, schema: Node, file: String) -> [DeclarationFault] {
        var check = SchemaCheck(schema: schema, file: file)
        check.check(document, against: schema, at: "")
        return check.faults
    }

    private mutating func check(_ node: Node, against rule: Node, at path: String) {
        if let reference = rule["$ref"]?.string {
            // Depth is bounded by the document: each step down the schema that is not a reference takes a child.
            guard let target = resolved(reference) else {
                fault(node, path, "the schema refers to \(reference), which it does not define")
                return
            }
            check(node, against: target, at: path)
            return
        }
        let kind = Kind(node)
        if let allowed = Self.types(rule), !allowed.contains(where: kind.satisfies) {
            fault(node, path, "is \(kind.rawValue), but should be \(allowed.joined(separator: " or "))")
            return
        }
        if let allowed = rule["enum"]?.sequence, kind != .null {
            let words = allowed.compactMap(\.string)
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

    private mutating func checkMapping(_ node: Node, _ rule: Node, _ path: String) {
        guard let mapping = node.mapping else { return }
        for required in rule["required"]?.sequence?.compactMap(\.string) ?? [] where node[required] == nil {
            fault(node, path, "“\(required)” is missing")
        }
        let isClosed = rule["additionalProperties"]?.bool == false
        var seen: Set<String> = []
        for (key, value) in mapping {
            let name = key.string ?? ""
            if !seen.insert(name).inserted { fault(key, path, "“\(name)” stands here twice") }
            let inner = path.isEmpty ? name : "\(path).\(name)"
            if let property = rule["properties"]?[name] {
                check(value, against: property, at: inner)
            } else if isClosed {
                let known = rule["properties"]?.mapping?.keys.compactMap(\.string) ?? []
                fault(key, path, "“\(name)” is not known here; known are \(known.joined(separator: ", "))")
            }
        }
    }

    private mutating func checkSequence(_ node: Node, _ rule: Node, _ path: String) {
        guard let sequence = node.sequence else { return }
        if let least = rule["minItems"]?.int, sequence.count < least {
            fault(node, path, "needs \(least) or more entries, and has \(sequence.count)")
        }
        guard let items = rule["items"] else { return }
        for (index, item) in sequence.enumerated() { check(item, against: items, at: "\(path)[\(index)]") }
    }

    private mutating func checkScalar(_ node: Node, _ rule: Node, _ path: String) {
        guard let word = node.string else { return }
        if let least = rule["minLength"]?.int, word.unicodeScalars.count < least {
            fault(node, path, "is empty")
        }
        if let pattern = rule["pattern"]?.string, !Self.matches(word, pattern) {
            fault(node, path, "is “\(word)”, which does not match \(pattern)")
        }
        switch rule["format"]?.string {
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

    private func resolved(_ reference: String) -> Node? {
        let steps = reference.split(separator: "/").dropFirst().map(String.init)
        guard reference.hasPrefix("#/") else { return nil }
        return steps.reduce(schema as Node?) { $0?[$1] }
    }

    private static func types(_ rule: Node) -> [String]? {
        guard let type = rule["type"] else { return nil }
        return type.sequence?.compactMap(\.string) ?? type.string.map { [$0] }
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

        init(_ node: Node) {
            switch node {
            case .mapping: self = .object
            case .sequence: self = .array
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
