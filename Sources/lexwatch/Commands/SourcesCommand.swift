import ArgumentParser
import Foundation
import Material
import Rendering
import Statute
import Tracking

/// How the sources stand.
struct SourcesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract:
            "List the declared sources: when each last said something that could be used, and what is wrong.")

    @Argument(help: "Instruments; without any, all that are declared.")
    var instruments: [String] = []

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let library = try settings.library()
        let only = try instruments.map { try library.instrument(named: $0).description + "/" }
        let entries = try SourceFreshness(library).entries.filter { entry in
            only.isEmpty || only.contains { entry.source.hasPrefix($0) }
        }
        if settings.format == .json {
            return Output.print(["schema": 1, "sources": .array(entries.map(json))])
        }
        for entry in entries {
            Output.print("\(entry.source)  \(entry.type ?? "declared no more")  \(entry.place ?? "")")
            Output.print("    \(words(entry.state))")
        }
    }

    private func words(_ state: SourceState) -> String {
        guard state.lastTried != nil || state.lastSuccess != nil else { return "never asked" }
        var words =
            state.lastSuccess.map { "last verified \(UTC.text($0.secondsSince1970))" } ?? "never verified"
        if let since = state.brokenSince {
            words += "; broken since \(UTC.text(since.secondsSince1970)), \(state.failures) nights tried"
        }
        if state.quarantine != nil { words += "; a text is held back" }
        if let until = state.notBefore { words += "; not before \(UTC.text(until.secondsSince1970))" }
        return words
    }

    private func json(_ entry: SourceFreshness.Entry) -> JSONValue {
        func moment(_ instant: Instant?) -> JSONValue {
            instant.map { .string(UTC.text($0.secondsSince1970)) } ?? .null
        }
        return [
            "source": .string(entry.source), "type": entry.type.map { .string($0) } ?? .null,
            "place": entry.place.map { .string($0) } ?? .null,
            "last_tried": moment(entry.state.lastTried), "last_verified": moment(entry.state.lastSuccess),
            "broken_since": moment(entry.state.brokenSince), "failures": .int(entry.state.failures),
            "held": .bool(entry.state.quarantine != nil), "not_before": moment(entry.state.notBefore),
        ]
    }
}
