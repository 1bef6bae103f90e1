import Yams

/// What a YAML node is in JSON.
///
/// Documents are composed without YAML's rules for plain words (``DeclarationFile/composed(_:file:)``), because each of
/// them is a regular expression that would be asked at every look for a key; they are asked here, once, where the kind of a
/// value matters. Source: YAML 1.1, section "tag resolution", as Yams has it.
enum DeclaredKind: String {
    case object, array, string, integer, number, boolean, null

    init(_ node: Node) {
        switch node {
        case .mapping: self = .object
        case .sequence: self = .array
        case .scalar(let scalar) where scalar.style == .plain || scalar.style == .any:
            self = Self.ofPlain(scalar.string)
        default: self = .string
        }
    }

    private static func ofPlain(_ word: String) -> DeclaredKind {
        if isSurelyWord(word) { return .string }
        switch Resolver.default.resolveTag(of: Node(word)) {
        case .null: return .null
        case .bool: return .boolean
        case .int: return .integer
        case .float: return .number
        default: return .string
        }
    }

    /// Longer than any null or boolean, and begun like no number.
    private static func isSurelyWord(_ word: String) -> Bool {
        guard word.utf8.count > 5, let first = word.utf8.first else { return false }
        switch first {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...:
            return true
        default: return false
        }
    }

    func satisfies(_ type: String) -> Bool {
        type == rawValue || (type == "number" && self == .integer)
    }
}
