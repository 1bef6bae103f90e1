import Foundation
import Statute
import Yams

/// Checks a YAML document against the part of JSON Schema 2020-12 that `laws/schemas` uses: type, properties,
/// required, additionalProperties, enum, pattern, items, minItems, minLength, format (date, uri), $ref to $defs.
struct SchemaCheck {
    private let definitions: [String: SchemaRule]
    private let file: String
    private(set) var faults: [DeclarationFault] = []

    /// Faults of a document, all of them.
    static func faults(in document: Node, schema: DeclarationSchema, file: String) -> [DeclarationFault] {
        var check = SchemaCheck(definitions: schema.definitions, file: file)
        check.check(document, against: schema.root, at: "")
        return check.faults
    }

    private init(definitions: [String: SchemaRule], file: String) {
        self.definitions = definitions
        self.file = file
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
        let kind = DeclaredKind(node)
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
            fault(node, path, "is “\(word)”, which does not match \(pattern.pattern)")
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

    private static func matches(_ word: String, _ pattern: NSRegularExpression) -> Bool {
        pattern.firstMatch(in: word, range: NSRange(location: 0, length: word.utf16.count)) != nil
    }

    private static func isDate(_ word: String) -> Bool { CalendarDate(word) != nil }
}
