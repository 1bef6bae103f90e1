import Alerts
import ArgumentParser
import Foundation
import Rendering
import Statute
import Tracking

/// What is looked for.
struct Concepts: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the concepts that are looked for, show one, or check the examples in their files.")

    @Argument(help: "A concept, such as source-code-disclosure.")
    var concept: String?

    @Flag(help: "Read every example and name those that are not read as their file says (exit code 1).")
    var check = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let all = try settings.register().concepts
        let chosen = concept.map { id in all.filter { $0.id == id } } ?? all
        if let concept, chosen.isEmpty {
            throw ValidationError("no concept “\(concept)” in \(settings.laws.relativePath)/concepts")
        }
        if check { return try checkExamples(chosen, settings) }
        switch settings.format {
        case .json: Output.print(ConceptsDocument(chosen).json)
        case .text:
            Output.print(
                concept == nil
                    ? TerminalConcepts.list(chosen, style: settings.terminal)
                    : chosen.map { TerminalConcepts.one($0, style: settings.terminal) }.joined())
        case .html, .markdown, .docx, .svg:
            throw ValidationError("concepts has the formats text and json")
        }
    }

    private func checkExamples(_ concepts: [Concept], _ settings: Settings) throws {
        let mistakes = concepts.flatMap { $0.mistakes() }
        let count = concepts.reduce(0) { $0 + $1.examples.count }
        Output.print(TerminalConcepts.mistakes(mistakes, checked: count, style: settings.terminal))
        if !mistakes.isEmpty { throw ExitCode(1) }
    }
}
