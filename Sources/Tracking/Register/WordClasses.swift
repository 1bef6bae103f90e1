import Statute
import Yams

/// The word classes of `laws/words.yml`: sets of words for one idea, named once and used by many concepts.
///
/// In the word lists of a concept `<name>` stands for all words of the class in that language. A class may name classes
/// that stand before it, and no others, so that none can hold itself.
struct WordClasses {
    private var words: [Language: [String: [String]]] = [:]
    private(set) var faults: [DeclarationFault] = []

    /// No classes at all: a folder of declarations need not have any.
    init() {}

    /// Reads a declaration that its schema has passed.
    init(_ declaration: DeclarationFile) {
        for language in Language.allCases {
            for entry in declaration.root.entries(language.rawValue) {
                let name = entry.word("name") ?? ""
                let own = expanded(entry["words"] ?? "", language, declaration.file)
                if words[language, default: [:]].updateValue(own, forKey: name) != nil {
                    faults.append(
                        DeclarationFault(
                            file: declaration.file, line: entry.line,
                            message: "there are two classes called \(name)"))
                }
            }
        }
    }

    /// The declaration of a concept with the words of each class in place of its name.
    mutating func expand(_ root: Node, file: String) -> Node {
        var root = root
        for language in Language.allCases {
            if let own = root[language.rawValue] {
                root[language.rawValue] = lists(own, language, file)
            }
        }
        return root
    }

    /// As deep as the document, which its schema has bounded.
    private mutating func lists(_ node: Node, _ language: Language, _ file: String) -> Node {
        if let mapping = node.mapping {
            var node = node
            for (key, value) in mapping {
                if let name = key.string { node[name] = lists(value, language, file) }
            }
            return node
        }
        guard var sequence = node.sequence else { return node }
        if sequence.contains(where: { $0.scalar == nil }) {
            for index in sequence.indices { sequence[index] = lists(sequence[index], language, file) }
            return .sequence(sequence)
        }
        guard sequence.contains(where: { Self.name(in: $0) != nil }) else { return node }
        let mark = sequence.mark
        return .sequence(
            Node.Sequence(expanded(node, language, file).map { Node($0) }, sequence.tag, sequence.style, mark)
        )
    }

    /// The words of a list, each once, classes written out.
    private mutating func expanded(_ list: Node, _ language: Language, _ file: String) -> [String] {
        var seen: Set<String> = []
        var out: [String] = []
        for entry in list.sequence ?? [] {
            var own = [entry.string ?? ""]
            if let name = Self.name(in: entry) {
                guard let known = words[language]?[name] else {
                    faults.append(
                        DeclarationFault(
                            file: file, line: entry.line,
                            message:
                                "words.yml has no class \(name) in \(language.rawValue) (before this place)"))
                    continue
                }
                own = known
            }
            out += own.filter { seen.insert($0).inserted }
        }
        return out
    }

    /// `provide` where a list says `<provide>`.
    private static func name(in node: Node) -> String? {
        guard let word = node.string, word.utf8.count > 2, word.hasPrefix("<"), word.hasSuffix(">") else {
            return nil
        }
        return String(word.dropFirst().dropLast())
    }
}
