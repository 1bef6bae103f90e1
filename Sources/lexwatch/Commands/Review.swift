import ArgumentParser
import Foundation
import GitStore
import Rendering
import Statute
import Tracking

/// What people decide about alerts.
struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "List alerts and decide on them: accept, reject, note; turn a rejection into a negative example. Release or drop captured texts that are held back.",
        discussion: """
            Decisions are kept in the store for ever, each with its author, its time and the hash of the evidence that \
            was reviewed. When that evidence changes, the decision is shown as stale; it is never dropped.
            """,
        subcommands: [
            ReviewList.self, ReviewAccept.self, ReviewReject.self, ReviewNote.self, ReviewNegative.self,
            ReviewQuarantine.self, ReviewRelease.self, ReviewDiscard.self,
        ],
        defaultSubcommand: ReviewList.self)
}

/// The alerts, the decisions and the alterations, read together.
struct ReviewBench {
    let library: Library
    let desk: ReviewDesk
    let entries: [ReviewEntry]

    init(_ settings: Settings, access: GitStore.Access) throws {
        library = Library(
            register: try settings.register(), store: try Self.store(settings, access: access))
        desk = try ReviewDesk(library.store)
        var survey = AlertSurvey(library: library, assessor: Assessor(register: library.register))
        try survey.addAll()
        entries = try ReviewEntry.all(
            &survey, desk: desk, alterations: Alterations(library.store),
            catalogue: library.register.catalogue)
    }

    /// A decision is about something that is there: a store is not made for it.
    private static func store(_ settings: Settings, access: GitStore.Access) throws -> GitStore {
        let reading = try GitStore(path: settings.store, access: .reading)
        return access == .writing ? try settings.writableStore() : reading
    }
}

/// What every decision takes.
struct DecisionOptions: ParsableArguments {
    @Argument(help: "The id of an alert, or the beginning of it; several are decided on alike.")
    var alerts: [String]

    @Option(
        help: ArgumentHelp(
            "Who decides.",
            discussion:
                "Else LEXWATCH_AUTHOR, GIT_AUTHOR_NAME and GIT_AUTHOR_EMAIL, or user.name and user.email of the store.",
            valueName: "'Name <mail>'"))
    var author: String?

    @Option(name: [.long, .short], help: "Why; a rejection and a note need it.")
    var reason: String?

    @OptionGroup var options: GlobalOptions

    func decide(_ verb: DecisionRecord.Verb) throws {
        let settings = try Settings(options)
        if verb != .accept, reason == nil { throw ReviewError.noReason(verb.rawValue) }
        let bench = try ReviewBench(settings, access: .writing)
        let person = try Reviewer.author(author ?? settings.author, store: bench.library.store)
        let chosen = try alerts.map { try ReviewEntry.named($0, among: bench.entries) }
        var written: [ReviewEntry] = []
        for entry in chosen where !written.contains(where: { $0.subject.id == entry.subject.id }) {
            let isNew = try bench.desk.decide(
                verb, on: entry.subject, by: person, at: Int64(Date().timeIntervalSince1970), reason: reason,
                catalogue: bench.library.register.catalogue, in: bench.library.store)
            if !isNew {
                settings.remark("\(entry.subject.id.prefix(12)): decided so already; nothing was written")
            }
            written.append(entry)
        }
        let desk = try ReviewDesk(bench.library.store)
        switch settings.format {
        case .json:
            Output.print([
                "schema": 1,
                "alerts": .array(
                    written.map { $0.item(review: desk.review(of: $0.subject), settled: true).json }),
            ])
        default:
            for entry in written {
                Output.print("\(entry.subject.id): \(ReviewWords.sentence(desk.review(of: entry.subject)))")
            }
        }
    }
}

struct ReviewAccept: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Accept alerts: what they say holds.")
    @OptionGroup var decision: DecisionOptions
    func run() throws { try decision.decide(.accept) }
}

struct ReviewReject: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Reject alerts, with the reason.")
    @OptionGroup var decision: DecisionOptions
    func run() throws { try decision.decide(.reject) }
}

struct ReviewNote: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Add a note to alerts; it decides nothing.")
    @OptionGroup var decision: DecisionOptions
    func run() throws { try decision.decide(.note) }
}
