import Statute

/// Which provisions of one text punish the breach of which others.
struct PenaltyTies {
    /// A duty as a place: its provision, and the path that the penalty names.
    struct Target: Hashable {
        var provision: Int
        var path: ProvisionPath
    }

    private let provisions: [ArticleText]
    /// For each provision, the duties that it punishes, in the order in which it names them.
    private(set) var duties: [Int: [Target]] = [:]
    /// For each provision, what punishes the breach of it, in the order of the text.
    private(set) var penalties: [Int: [(provision: Int, path: ProvisionPath)]] = [:]

    /// A range of articles longer than this is not spelled out.
    private static let longestRange = 60

    init(_ provisions: [ArticleText]) {
        self.provisions = provisions
        var places: [String: Int] = [:]
        for (place, provision) in provisions.enumerated() where provision.kind == .article {
            if places[provision.number] == nil { places[provision.number] = place }
        }
        for (place, provision) in provisions.enumerated() where Self.mayPunish(provision) {
            let targets = targets(of: provision, at: place, places)
            if targets.isEmpty { continue }
            duties[place] = targets
            for target in targets { penalties[target.provision, default: []].append((place, target.path)) }
        }
    }

    private static let search = PhraseSearch(CitationReader.breachWords.map { Array($0.utf8) })

    /// Whether a word of breach stands in it, told from its bytes.
    private static func mayPunish(_ provision: ArticleText) -> Bool {
        provision.kind == .article
            && provision.lines.contains { line in
                line.text.withBytes { text in
                    var found = false
                    search.search(text) { _, _ in
                        found = true
                        return false
                    }
                    return found
                }
            } && provision.mayRefer
    }

    private func targets(of provision: ArticleText, at place: Int, _ places: [String: Int]) -> [Target] {
        var targets: [Target] = []
        var last: Int?
        func add(_ target: Target) {
            if target.provision != place, !targets.contains(target) { targets.append(target) }
        }
        for (citation, isRange) in CitationReader.read(Passage(provision)) {
            guard let end = places[citation.article] else {
                last = nil
                continue
            }
            if isRange, let start = last, start < end, end - start <= Self.longestRange {
                for between in (start + 1)..<end where provisions[between].kind == .article {
                    add(Target(provision: between, path: provisions[between].path))
                }
            }
            add(Target(provision: end, path: path(citation, in: provisions[end])))
            last = end
        }
        return targets
    }

    /// The path of the paragraph or item that is named, as far as the provision has it.
    private func path(_ citation: Citation, in provision: ArticleText) -> ProvisionPath {
        guard citation.paragraph > 0 || citation.item > 0, provision.lines.count > 1 else {
            return provision.path
        }
        var place = PassageLine(start: 0, paragraph: 0, item: 0)
        for line in provision.lines {
            place.advance(to: line)
            if citation.paragraph > 0, place.paragraph != citation.paragraph { continue }
            if place.item == citation.item { return line.path }
        }
        return provision.path
    }
}
