import Alerts
import ArgumentParser
import Index
import Rendering
import Statute
import Tracking

/// Full-text search over everything that is held.
struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find provisions by their words, in Chinese and English.",
        discussion: """
            All words must stand in one provision, its headings or its title. "words in quotation marks" stand one behind \
            the other, as ideographs written together do; OR between two searches takes either; -word leaves out; word* \
            takes any ending; a NEAR b, or a NEAR/5 b, has at most 10, or 5, words between. Case, width, traditional forms and \
            English plurals make no difference.

            One hit is one wording, with every version that has it. What no longer stands comes later. Exit code 0, with \
            hits and without; 64 for a query that asks for nothing; 66 for an instrument or a concept that is not there.
            """)

    @Argument(help: "What to find; may be left out with --concept.")
    var query: [String] = []

    @Flag(help: "Also what is nearly that: most of a run of ideographs, words a letter or two away.")
    var fuzzy = false

    @Option(help: "Only in this instrument, by id or title; may be repeated.")
    var instrument: [String] = []

    @Option(help: "Only in versions adopted (drafts: published) on this day or later.")
    var from: String?

    @Option(help: "Only in versions adopted (drafts: published) on this day or before.")
    var to: String?

    @Option(help: "Only in this stage: adopted, amended, draft-1 …; draft takes every draft.")
    var stage: String?

    @Option(help: "Only in this language: zh or en.")
    var language: String?

    @Option(help: "Only provisions that speak of this concept of laws/concepts.")
    var concept: String?

    @Option(
        name: .customLong("in-force"), help: "Only in versions in force on this day, where that can be told.")
    var inForce: String?

    @Option(help: "As far as the store knew at the end of this day (UTC), or at a moment.")
    var known: String?

    @Flag(
        help: "Only in the newest version of each instrument; a draft counts where nothing adopted is held.")
    var newest = false

    @Option(help: "At most so many hits.")
    var limit = 20

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let words = query.joined(separator: " ")
        let library = try settings.library()
        let request = try request(words, library)
        guard let index = try settings.openIndex(library.store, effort: .whatItTakes) else { return }
        var asked = request
        if let concept {
            asked.marked = try index.provisions(
                concept: concept, declarations: library.register.catalogue.version,
                find: Self.finder(library.register.scanner))
        }
        let view = SearchView(try index.search(asked), query: words)
        switch settings.format {
        case .json: Output.print(view.json)
        case .text: Output.print(TerminalSearch.render(view, style: settings.terminal))
        case .html, .markdown, .docx, .svg:
            throw ValidationError("search has the formats text and json")
        }
    }

    private func request(_ words: String, _ library: Library) throws -> SearchRequest {
        guard !words.isEmpty || concept != nil else {
            throw IndexError.badQuery("there is nothing to search for")
        }
        guard (1...10_000).contains(limit) else {
            throw ValidationError("--limit is 1 to 10000, not \(limit)")
        }
        if newest, inForce != nil {
            throw ValidationError("--newest and --in-force are two different questions")
        }
        var request = SearchRequest(query: words.isEmpty ? nil : try SearchQuery(words))
        request.isFuzzy = fuzzy
        request.limit = limit
        request.newest = newest
        request.stage = stage
        request.from = try from.map(Self.day)
        request.to = try to.map(Self.day)
        request.inForce = try inForce.map(Self.day)
        request.known = try known.map { try KnownMoment($0).time }
        request.language = try language.map { word in
            guard let language = Language(rawValue: word) else { throw TrackingError.badLanguage(word) }
            return language
        }
        if !instrument.isEmpty {
            request.instruments = Set(try instrument.map { try library.instrument(named: $0) })
        }
        if let concept, library.register.concept(concept) == nil {
            throw TrackingError.noConcept(concept)
        }
        return request
    }

    private static func day(_ words: String) throws -> CalendarDate {
        guard let day = CalendarDate(words) else { throw TrackingError.badDate(words) }
        return day
    }

    private static func finder(_ scanner: ConceptScanner) -> (StatuteText) -> [String: Set<String>] {
        { text in
            scanner.findings(in: text).reduce(into: [:]) { found, finding in
                found[finding.concept, default: []].insert(finding.article.rawValue)
            }
        }
    }
}

extension SearchView {
    init(_ result: SearchResult, query: String) {
        self.init(
            query: query,
            hits: result.hits.map { hit in
                Hit(
                    instrument: hit.instrument.description, title: hit.title, language: hit.language,
                    heading: hit.heading, match: hit.match.rawValue,
                    appearances: hit.appearances.map {
                        Appearance(
                            version: $0.version.description, label: $0.label, path: $0.path,
                            signed: $0.signed,
                            published: $0.published, effective: $0.effective, captured: $0.captured,
                            fidelity: $0.fidelity)
                    },
                    snippet: hit.snippet.text, marks: hit.snippet.marks, isCutBefore: hit.snippet.isCutBefore,
                    isCutAfter: hit.snippet.isCutAfter)
            },
            hasMore: result.hasMore,
            untold: Dictionary(uniqueKeysWithValues: result.untold.map { ($0.key.description, $0.value) }),
            taken: result.taken)
    }
}
