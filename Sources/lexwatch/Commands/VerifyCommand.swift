import ArgumentParser
import Custody
import Evidence
import Foundation
import GitStore
import Material
import Rendering
import Statute
import Tracking
import Transport

/// Checks the evidence.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "Check the store, a mirror or a clone of it, or a mail: what was changed, dropped or forged is named.",
        discussion: """
            Reads every object, every signature and the whole log; needs no secret and changes nothing. Exit code 0: sound; \
            1: something is wrong, and named, with what to do about it; 65, 66, 74: it could not be read.

            Whoever can write the files of a store can also set it back as a whole, log and all. Only a checkpoint from \
            elsewhere shows that: from a mail, or from an earlier run on another machine (--against). Whose signatures count \
            is the store's own word until you give a key that you have from elsewhere (--key).
            """)

    @Argument(
        help: "Mails (.eml) to be checked; without any, the store.", completion: .file(extensions: ["eml"]))
    var mails: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only what was logged since: a checkpoint's file, or a number of entries.",
            valueName: "checkpoint"))
    var since: String?

    @Option(
        help: ArgumentHelp("A checkpoint from elsewhere that the log must go on from.", valueName: "file"))
    var against: [String] = []

    @Option(
        help: ArgumentHelp(
            "Whose signatures count: a key as lexwatch key show prints it, or a file of such lines.",
            valueName: "file or line"))
    var key: [String] = []

    @Flag(help: "Everything must be signed.")
    var requireSignatures = false

    @Flag(help: "Warnings count too: an old checkpoint, commits not yet logged, no signatures.")
    var strict = false

    @Option(help: "Hours after which the newest checkpoint is too old.")
    var maxAge = 36

    @Option(help: ArgumentHelp("Certificates (PEM) of those whose time stamps count.", valueName: "file"))
    var tsaCa: String?

    @Option(help: ArgumentHelp("The clock; else the time of day.", valueName: "2026-11-23T02:30:00Z"))
    var now: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let keys = try key.flatMap { try KeyArgument($0, settings).keys }
        if mails.isEmpty {
            try store(settings, keys)
        } else {
            try MailVerification(settings, keys: keys, requiresSignatures: requireSignatures)
                .run(mails, strict: strict)
        }
    }

    private func store(_ settings: Settings, _ keys: [VerifierKey]) throws {
        let clock = try RunClock.instant(now, else: Date())
        var verification = Verification(path: settings.store, now: clock.secondsSince1970)
        verification.keys = keys
        verification.requiresSignatures = requireSignatures
        verification.freshness = maxAge
        verification.against = try against.map { ($0, try Self.text($0, settings)) }
        if let since {
            if let number = Int(since) {
                guard number >= 0 else {
                    throw ValidationError("--since is a checkpoint's file or a number of entries")
                }
                verification.since = .entry(number)
            } else {
                verification.since = .checkpoint(try Self.text(since, settings))
            }
        }
        if let tsaCa { verification.stampAuthority = try Self.text(tsaCa, settings) }
        let report = try verification.run()
        let document = VerifyDocument(report)
        if settings.format == .json {
            Output.print(document.json)
        } else if !settings.quiet {
            Output.print(document.text)
        } else {
            for line in document.wrong { Failure.message(line) }
        }
        if report.faults > 0 || (strict && report.warnings > 0) { throw ExitCode(1) }
    }

    private static func text(_ path: String, _ settings: Settings) throws -> String {
        let bytes = try InputFile.bytes(path, limit: settings.maxBytes)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw StoreError.refused(subject: path, reason: "it is no text")
        }
        return text
    }
}

/// A key on the command line: itself, or a file of lines.
struct KeyArgument {
    let keys: [VerifierKey]

    /// - Throws: a usage error for what holds no key.
    init(_ word: String, _ settings: Settings) throws {
        var lines = [word]
        if FileManager.default.fileExists(atPath: word) {
            let text = String(decoding: try InputFile.bytes(word, limit: settings.maxBytes), as: UTF8.self)
            lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { !$0.isEmpty && !$0.hasPrefix("#") }
        }
        keys = try lines.map { line in
            if let key = Self.key(line) { return key }
            throw ValidationError(
                "--key: “\(VisibleText.line(line))” is no key; it should be a line of lexwatch key show, or a file of such lines"
            )
        }
        if keys.isEmpty { throw ValidationError("--key: \(word) holds no key") }
    }

    /// `ssh-ed25519 AAAA… comment`, the same after the names and options of an allowed_signers file, or a note's key.
    private static func key(_ line: String) -> VerifierKey? {
        if let key = try? VerifierKey(noteKey: line) { return key }
        guard let start = line.range(of: "ssh-ed25519 ") else { return nil }
        return try? VerifierKey(openSSHLine: String(line[start.lowerBound...]))
    }
}
