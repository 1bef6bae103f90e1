import ArgumentParser
import Rendering
import Statute
import Tracking

/// Who changed the words of a provision.
struct BlameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blame",
        abstract: "Show which version brought which words of a provision, through renumbering.",
        discussion: """
            Without a version: the last one held. Numbers and references that follow a renumbering do not take over \
            the blame, nor does punctuation; what is not held or only assumed is said and never guessed. Who made a \
            version in law is told from the register and from headnotes; capture and commit tell how we know of it.
            """)

    @Argument(help: "cn/cybersecurity-law@adopted; a title may stand for the id.")
    var version: String

    @Argument(help: "art_28, 28, 第二十八条, Article 28; art_28__para_2 or 第二十八条第二款 for a part.")
    var provision: String?

    @Flag(help: "Every provision of the version.")
    var all = false

    @Option(help: "zh or en (default: the one in which the most versions are held, Chinese first).")
    var language: String?

    @Flag(inversion: .prefixedNo, help: "The other language's words beside, where they are held.")
    var translation = true

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if all, provision != nil { throw ValidationError("name a provision or --all, not both") }
        if !all, provision == nil {
            throw ValidationError("name a provision such as art_28 or 第二十八条, or --all")
        }
    }

    func run() throws {
        let settings = try Settings(options)
        switch settings.format {
        case .text, .json, .html: break
        case .markdown, .docx, .svg: throw ValidationError("blame has the formats text, json and html")
        }
        var wanted: Language?
        if let language {
            guard let known = Language(rawValue: language) else { throw TrackingError.badLanguage(language) }
            wanted = known
        }
        let library = try settings.library()
        let scope = provision.map(BlameQuestion.Scope.provision) ?? .all
        let question = try BlameQuestion(library.load(version), scope, language: wanted, in: library)
        let view = question.view(showsOther: translation)
        switch settings.format {
        case .json: Output.print(BlameDocument(view).json)
        case .html: Output.print(HTMLBlame.page(view))
        default: Output.print(TerminalBlame.render(view, style: settings.terminal))
        }
    }
}
