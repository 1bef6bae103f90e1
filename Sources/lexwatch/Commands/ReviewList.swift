import Alerts
import ArgumentParser
import GitStore
import Rendering
import Statute
import Tracking

struct ReviewList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List alerts with what was decided on them.",
        discussion: """
            --open, --stale, --accepted, --rejected and --altered add up; the other choices narrow what they find. \
            Alerts that are raised no more are listed when they were decided on or altered.
            """)

    @Flag(help: "Nobody has decided.")
    var open = false
    @Flag(help: "Decided on evidence that has changed since.")
    var stale = false
    @Flag(help: "Accepted.")
    var accepted = false
    @Flag(help: "Rejected.")
    var rejected = false
    @Flag(help: "Altered by an upgrade (another text, an edited concept or commitment) since anybody looked.")
    var altered = false

    @Option(help: "An id or title.")
    var instrument: String?
    @Option(help: "An agreement such as us-cn-outcome-2015.")
    var agreement: String?
    @Option(help: "A commitment such as xo-eco-6-no-forced-tech-transfer.")
    var commitment: String?
    @Option(help: "A concept such as source-code-disclosure.")
    var concept: String?
    @Option(help: "away, toward or depends.")
    var direction: Bearing?
    @Option(help: "high, medium or low.")
    var severity: Level?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let register = try settings.register()
        try check(register)
        let bench = try ReviewBench(
            settings, store: GitStore(path: settings.store, access: .reading))
        let id = try instrument.map { try bench.library.instrument(named: $0).description }
        let chosen = bench.entries.filter { isOfState($0) && isChosen($0, id, register) }
        let items = chosen.map { $0.item(review: $0.review) }
        switch settings.format {
        case .json:
            Output.print([
                "schema": 1, "catalogue": .string(register.catalogue.version),
                "alerts": .array(items.map(\.json)),
            ])
        case .text:
            Output.print(
                TerminalReviews.render(items, catalogue: register.catalogue.version, style: settings.terminal)
            )
        case .html, .markdown, .docx, .svg: throw ValidationError("review list has the formats text and json")
        }
    }

    /// A word that names nothing would list nothing, and look like good news.
    private func check(_ register: Register) throws {
        if let commitment, register.commitment(commitment) == nil {
            throw TrackingError.noCommitment(commitment)
        }
        if let agreement, !register.agreements.contains(where: { $0.id == agreement }) {
            throw ValidationError("no agreement “\(agreement)” in laws/agreements")
        }
        if let concept, register.concept(concept) == nil {
            throw ValidationError("no concept “\(concept)” in laws/concepts")
        }
    }

    private func isOfState(_ entry: ReviewEntry) -> Bool {
        guard open || stale || accepted || rejected || altered else { return true }
        // What is raised no more waits for nobody, unless an upgrade took it away.
        return (open && entry.review.state == .open && entry.subject.alert != nil)
            || (stale && entry.review.isStale) || (accepted && entry.review.state == .accepted)
            || (rejected && entry.review.state == .rejected) || (altered && entry.alteration != nil)
    }

    private func isChosen(_ entry: ReviewEntry, _ id: String?, _ register: Register) -> Bool {
        if let id, entry.subject.instrument != id { return false }
        if let commitment, entry.mark?.commitment != commitment { return false }
        if let concept, entry.mark?.concept != concept { return false }
        if let direction, entry.mark?.direction != direction.rawValue { return false }
        if let severity, entry.mark?.severity != severity.rawValue { return false }
        guard let agreement else { return true }
        return entry.mark.flatMap { register.commitment($0.commitment)?.agreement.id } == agreement
    }
}

extension Bearing: ExpressibleByArgument {}
extension Level: ExpressibleByArgument {}
