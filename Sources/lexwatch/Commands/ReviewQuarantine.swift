import ArgumentParser
import Foundation
import GitStore
import Material
import Rendering
import Statute
import Tracking
import Transport

/// What is held back.
struct ReviewQuarantine: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: "List the captured texts that are held back, with the reasons.")

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let entries = try QuarantineDesk(settings.library()).entries()
        if settings.format == .json {
            return Output.print(["schema": 1, "held": .array(entries.map(json))])
        }
        if entries.isEmpty { return Output.print("nothing is held back") }
        for entry in entries {
            Output.print(
                "\(entry.source), since \(UTC.text(entry.held.open.firstSeen.secondsSince1970)), \(entry.held.open.seen) "
                    + "\(entry.held.open.seen == 1 ? "capture" : "captures")")
            for signal in entry.held.open.signals {
                Output.print("    \(signal.kind.rawValue): \(signal.message)")
            }
        }
    }

    private func json(_ entry: QuarantineDesk.Entry) -> JSONValue {
        [
            "source": .string(entry.source), "sha256": .string(entry.held.sha256),
            "commit": .string(entry.held.commit),
            "first_seen": .string(UTC.text(entry.held.open.firstSeen.secondsSince1970)),
            "last_seen": .string(UTC.text(entry.held.open.lastSeen.secondsSince1970)),
            "count": .int(entry.held.open.seen),
            "signals": .array(
                entry.held.open.signals.map { signal in
                    [
                        "kind": .string(signal.kind.rawValue), "message": .string(signal.message),
                        "release": .string(signal.release.rawValue),
                    ]
                }),
        ]
    }
}

/// Takes in what was held back.
struct ReviewRelease: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Take in captured texts that are held back: they are the law.")

    @OptionGroup var choice: QuarantineOptions

    func run() throws {
        try choice.each { desk, name, author, now in
            let (version, outcome) = try desk.release(name, by: author, reason: choice.reason, now: now) {
                request in
                Waiting.result { await FormatReader().read(request) }
            }
            return outcome == .unchanged
                ? "\(name): \(version) holds this text already" : "\(name): taken in as \(version)"
        }
    }
}

/// Drops what was held back.
struct ReviewDiscard: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discard",
        abstract:
            "Drop captured texts that are held back: they are not the law. The bytes stay in the history.")

    @OptionGroup var choice: QuarantineOptions

    func run() throws {
        try choice.each { desk, name, author, now in
            try desk.discard(name, by: author, reason: choice.reason, now: now)
            return "\(name): dropped; the same text will not be told again"
        }
    }
}

/// What a decision on held texts takes.
struct QuarantineOptions: ParsableArguments {
    @Argument(help: "Sources, country/slug/source, as lexwatch review quarantine lists them.")
    var sources: [String]

    @Option(help: ArgumentHelp("Who decides.", valueName: "'Name <mail>'"))
    var author: String?

    @Option(name: [.long, .short], help: "Why.")
    var reason: String?

    @OptionGroup var options: GlobalOptions

    func each(_ decide: (QuarantineDesk, String, Author, Int64) throws -> String) throws {
        let settings = try Settings(options)
        // A decision is about something that is there: a store is not made for it.
        _ = try GitStore(path: settings.store, access: .reading)
        let library = Library(
            register: try settings.register(), store: try settings.writableStore())
        let person = try Reviewer.author(author ?? settings.author, store: library.store)
        let desk = QuarantineDesk(library)
        for source in sources {
            Output.print(try decide(desk, source, person, Int64(Date().timeIntervalSince1970)))
        }
    }
}
