import Statute
import Yams

extension SourceDeclaration {
    /// Reads one entry that the schema has passed.
    ///
    /// - Throws: ``SourceFault`` for what a schema cannot see.
    init(_ node: Node, versions: [Instrument.Version], country: String) throws(SourceFault) {
        let id = node.word("id") ?? ""
        let language =
            node.word("language").flatMap { Language(rawValue: $0) } ?? (country == "cn" ? .zh : .en)
        self.init(
            id: id, kind: try Self.kind(node), isMirror: node.word("role") == "mirror", language: language,
            target: try Self.target(node, versions), xpath: node.word("xpath"),
            attachment: node.word("attachment").flatMap { Attachment(rawValue: $0) } ?? .none)
    }

    private static func kind(_ node: Node) throws(SourceFault) -> Kind {
        switch node.word("type") {
        case "folder": return .folder(path: try path(node, "path"))
        case "git":
            return .git(
                url: try needed(node, "url"), path: node.word("path") == nil ? nil : try path(node, "path"))
        case "listing": return .listing(url: try needed(node, "url"), words: try words(node))
        case "feed": return .feed(url: try needed(node, "url"), words: try words(node))
        case "memento":
            guard node.word("timegate") != nil || node.word("timemap") != nil else {
                throw SourceFault("a memento source needs a timegate or a timemap")
            }
            return .memento(
                MementoDeclaration(
                    url: try needed(node, "url"), timegate: node.word("timegate"),
                    timemap: node.word("timemap"),
                    from: node.word("from").flatMap { CalendarDate($0) },
                    to: node.word("to").flatMap { CalendarDate($0) }, isRaw: node.word("raw") == "true"))
        default: return .http(url: try needed(node, "url"))
        }
    }

    /// Pages are of a version or current; what a listing, a feed, a repository or a folder holds tells itself.
    private static func target(_ node: Node, _ versions: [Instrument.Version]) throws(SourceFault) -> Target {
        guard let word = node.word("version") else {
            if node.word("type") == "http" || node.word("type") == "memento" {
                throw SourceFault("version is missing: a stage of this file, or current")
            }
            return .found
        }
        if word == "current" { return .current }
        let matches = versions.filter { $0.name.stage == word || $0.name.description == word }
        guard matches.count == 1 else {
            throw SourceFault(
                matches.isEmpty
                    ? "version “\(word)” is no version of this file"
                    : "version “\(word)” names \(matches.count) versions")
        }
        return .version(matches[0].name)
    }

    private static func needed(_ node: Node, _ key: String) throws(SourceFault) -> String {
        guard let word = node.word(key) else { throw SourceFault("\(key) is missing") }
        return word
    }

    private static func words(_ node: Node) throws(SourceFault) -> [String] {
        let words = node.words("words")
        if words.isEmpty { throw SourceFault("words is empty: every link would be followed") }
        return words
    }

    /// A path that stays below its folder.
    private static func path(_ node: Node, _ key: String) throws(SourceFault) -> String {
        let path = try needed(node, key)
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        if path.hasPrefix("/") || parts.contains("..") || parts.contains("") {
            throw SourceFault("\(key) “\(path)” should stay below its folder: no leading slash, no “..”")
        }
        return path
    }
}

/// What is wrong with one entry of `sources`.
struct SourceFault: Error {
    let message: String

    init(_ message: String) { self.message = message }
}
