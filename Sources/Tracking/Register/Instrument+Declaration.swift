import Alerts
import Statute
import Yams

extension Instrument {
    /// Reads a declaration that its schema has passed.
    ///
    /// - Throws: ``RegisterError`` for what a schema cannot see: an id that is not its folder's, two versions of
    ///   one name.
    init(_ declaration: DeclarationFile, folder: String) throws(RegisterError) {
        let root = declaration.root
        var faults: [DeclarationFault] = []
        func fault(_ line: Int, _ message: String) {
            faults.append(DeclarationFault(file: declaration.file, line: line, message: message))
        }
        let written = root.word("id") ?? ""
        if written != folder {
            fault(root["id"]?.line ?? 0, "id is “\(written)”, but the folder is “\(folder)”")
        }
        guard let id = InstrumentID(folder) else {
            throw RegisterError(faults: [
                DeclarationFault(
                    file: declaration.file, line: 0, message: "the folder “\(folder)” is no country/slug")
            ])
        }
        var versions: [Version] = []
        for node in root.entries("versions") {
            guard let version = Version(node) else {
                fault(node.line, "the stage “\(node.word("stage") ?? "")” cannot name a version")
                continue
            }
            if versions.contains(where: { $0.name == version.name }) {
                fault(node.line, "there are two versions called \(version.name)")
            }
            versions.append(version)
        }
        var sources: [SourceDeclaration] = []
        for node in root.entries("sources") {
            do {
                let source = try SourceDeclaration(node, versions: versions, country: id.country)
                if sources.contains(where: { $0.id == source.id }) {
                    fault(node.line, "there are two sources called \(source.id)")
                }
                sources.append(source)
            } catch { fault(node.line, "source “\(node.word("id") ?? "")”: \(error.message)") }
        }
        if !faults.isEmpty { throw RegisterError(faults: faults) }
        let titles = root["titles"]
        let short = titles?["short"]
        self.init(
            id: id, type: root.word("type") ?? "", titles: Self.bilingual(titles),
            shortTitles: Self.bilingual(short),
            allTitles: [titles?.word("zh"), titles?.word("en"), short?.word("zh"), short?.word("en")]
                .compactMap(\.self)
                + (titles?.words("also") ?? []),
            body: Self.bilingual(root["body"]), predecessors: root.words("predecessors"),
            successors: root.words("successors"), versions: versions,
            sources: sources, claims: root.entries("claims").map(Claim.init(declaration:)))
    }

    static func bilingual(_ node: Node?) -> [Language: String] {
        var words: [Language: String] = [:]
        for language in Language.allCases { words[language] = node?.word(language.rawValue) }
        return words
    }
}

extension Instrument.Version {
    init?(_ node: Node) {
        let dates = node["dates"]
        func date(_ key: String) -> CalendarDate? { dates?.word(key).flatMap { CalendarDate($0) } }
        let status = node.word("status")
        let stage = node.word("stage") ?? ""
        let isDraft = status == "draft" || stage.contains("draft")
        let naming = isDraft ? date("published") ?? date("signed") : date("signed") ?? date("published")
        guard let name = VersionName(date: naming, stage: stage) else { return nil }
        self.init(
            name: name, title: node.word("title"), status: status, signed: date("signed"),
            published: date("published"), effective: date("effective"),
            commentsClose: node.word("comments_close").flatMap { CalendarDate($0) },
            text: node.word("text") ?? "",
            articles: node["articles"]?.int, confidence: node.word("confidence") ?? "",
            sources: node.entries("sources").map {
                Source(url: $0.word("url") ?? "", role: $0.word("role") ?? "", note: $0.word("note"))
            }, notes: node.words("notes"))
    }
}

extension Claim {
    init(declaration node: Node) {
        self.init(
            id: node.word("id") ?? "", date: node.word("date") ?? "", by: node.word("by") ?? "",
            concept: node.word("concept") ?? "", claim: node.word("claim") ?? "", about: node.words("about"),
            answer: node.word("answer") ?? "", confidence: node.word("confidence") ?? "",
            sources: node.words("sources"))
    }
}
