import ArgumentParser
import Custody
import Evidence
import Foundation
import GitStore
import Rendering
import Statute
import Tracking

/// The key that signs.
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Make, show and change the key that signs commits and checkpoints.",
        discussion: """
            An Ed25519 key in OpenSSH's format. Name its file as signing-key (option, LEXWATCH_SIGNING_KEY or lexwatch.yml), \
            and keep a copy where the store is not: without it the history cannot be gone on with under its name. The public \
            half belongs wherever somebody will want to verify, and not only beside the store.
            """,
        subcommands: [KeyCreate.self, KeyShow.self, KeyRotate.self],
        defaultSubcommand: KeyShow.self)

    /// Who signs, as git's file of allowed signers names him.
    static let principal = "lexwatch@localhost"
}

struct KeyCreate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a key; one that is there is never overwritten.")

    @Option(help: "Where (default: the setting signing-key, else keys/store beside the store).")
    var out: String?

    @Flag(help: "Do nothing where there is a key already.")
    var ifMissing = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let path = out ?? settings.signingKeyPath ?? Settings.keyPath(store: settings.store)
        if ifMissing, FileManager.default.fileExists(atPath: path) { return }
        let key = try SigningKey.generate()
        try SigningKeyFile(path: path).create(key)
        if settings.format == .json {
            return Output.print([
                "schema": 1, "file": .string(path), "fingerprint": .string(key.publicKey.fingerprint),
                "public": .string(key.publicKey.openSSHLine()),
            ])
        }
        Output.print("\(path): \(key.publicKey.fingerprint)")
        if try Settings(options).signingKeyPath != path {
            settings.remark("nothing is signed with it yet: put “signing-key: \(path)” into lexwatch.yml")
        }
    }
}

struct KeyShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the public half: for people, for git verify-commit, and for readers of checkpoints.",
        discussion: "Of the key that signs, where one is configured, else of the store's newest.")

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let store = try? GitStore(path: settings.store, access: .reading)
        let state = try store.flatMap { try Custody.state(of: $0) }
        let history = try store.map { try Custody.keys(of: $0) }
        let own = try settings.signingKey()?.publicKey
        guard let key = own ?? history?.current?.key else {
            throw KeyFileError(
                path: settings.signingKeyPath ?? settings.store,
                reason: "none is configured, and the store knows none; make one with lexwatch key create",
                exitCode: 66)
        }
        let line = key.openSSHLine()
        let allowed = "\(KeyCommand.principal) namespaces=\"git\" \(line)"
        let note = state.map { key.noteKey(name: $0.origin) }
        if settings.format == .json {
            return Output.print([
                "schema": 1, "fingerprint": .string(key.fingerprint), "public": .string(line),
                "allowed_signers": .string(allowed), "note_key": .optional(note),
                "origin": .optional(state?.origin),
                "history": .array(
                    (history?.records ?? []).map {
                        ["fingerprint": .string($0.key.fingerprint), "from": .int($0.from)]
                    }),
            ])
        }
        Output.print("fingerprint      \(key.fingerprint)")
        Output.print("public key       \(line)")
        Output.print("allowed_signers  \(allowed)")
        Output.print("note key         \(note ?? "known when the store has a log")")
        for record in (history?.records ?? []).dropLast() {
            Output.print("before           \(record.key.fingerprint), from entry \(record.from)")
        }
    }
}

struct KeyRotate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Go over to a new key: the old one signs that it is the next.",
        discussion: """
            The record stays in the store's log, signed by both keys, and verify takes each commit by the key that was in \
            force when it was logged. Without --out the new key takes the old one's place, and the old one stays beside it \
            as …old-1.
            """)

    @Option(help: "Where the new key goes; else in place of the old one.")
    var out: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        guard let path = settings.signingKeyPath else {
            throw ConfigurationError(faults: [
                "signing-key: there is no key to go over from; name it, or make one with lexwatch key create"
            ])
        }
        let file = out ?? path + ".new"
        let new = try SigningKey.generate()
        try SigningKeyFile(path: file).create(new)
        let state: Custody.State?
        do {
            state = try WritingSession.rotate(settings, to: new)
        } catch {
            // Nothing knows the new key yet.
            unlink(file)
            throw error
        }
        if out == nil {
            var number = 1
            while FileManager.default.fileExists(atPath: "\(path).old-\(number)") { number += 1 }
            guard rename(path, "\(path).old-\(number)") == 0, rename(file, path) == 0 else {
                throw KeyFileError(
                    path: file, reason: "it is in force, and could not be moved to \(path); move it there",
                    exitCode: 73)
            }
        }
        let place = out ?? path
        if settings.format == .json {
            return Output.print([
                "schema": 1, "file": .string(place), "fingerprint": .string(new.publicKey.fingerprint),
                "from": .int(state?.size ?? 0),
            ])
        }
        Output.print("\(place): \(new.publicKey.fingerprint), in force from entry \(state?.size ?? 0)")
        if out != nil { settings.remark("name it as signing-key from now on: the old one is refused") }
    }
}
