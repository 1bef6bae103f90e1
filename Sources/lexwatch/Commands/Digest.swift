import ArgumentParser
import Custody
import Foundation
import Rendering
import Statute
import Tracking

/// Email-ready summaries.
struct Digest: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Write email-ready summaries of changes: .eml, text and HTML, with the redline beside them.",
        discussion: """
            --changes cn/cybersecurity-law@draft-1..draft-2 names one step; --since DAY takes every step to a version \
            that we first saw on that day or later. Nothing is sent.
            """)

    @Option(help: "ID@A..B")
    var changes: String?

    @Option(help: "A day such as 2026-11-01.")
    var since: String?

    @Option(help: "Where the files go (default: snapshots/out).")
    var out: String?

    @Option(help: "zh or en.")
    var language: String?

    @Flag(help: "Also print the summary as text.")
    var print = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if (changes == nil) == (since == nil) {
            throw ValidationError("either --changes ID@A..B or --since DAY")
        }
    }

    func run() throws {
        let settings = try Settings(options)
        let library = try settings.library()
        let assessor = Assessor(register: library.register)
        let desk = try ReviewDesk(library.store)
        let corrections = try CorrectionRecord.byStep(library.store)
        let places = try EvidenceDesk(library.store)
        let key = try settings.signingKey()
        var written: [String] = []
        for pair in try pairs(library) {
            let assessment = try Assessment(pair, assessor: assessor, in: library)
            let files = try DigestFiles(
                assessment, register: library.register,
                reviews: desk.reviews(
                    of: assessment.alerts, chosen: language.flatMap(Language.init(rawValue:))),
                corrections: CorrectionRecord.lines(corrections[pair.name] ?? []),
                proof: places?.proof(pair, key: key), sender: Sender.address)
            let folder = out.map { URL(filePath: $0) } ?? settings.out
            for (ending, bytes) in files.contents {
                let file = folder.appending(path: "\(files.name).\(ending)")
                try Output.write(bytes, to: file)
                written.append(file.relativePath)
                if print, ending == "txt" { Output.print(String(decoding: bytes, as: UTF8.self)) }
            }
        }
        switch settings.format {
        case .json: Output.print(["schema": 1, "files": .strings(written)])
        default:
            if written.isEmpty { Output.print("nothing to summarise") }
            for file in written { Output.print(file) }
        }
    }

    private func pairs(_ library: Library) throws -> [VersionPair] {
        if let changes { return [try step(changes, library)] }
        guard let since, let day = CalendarDate(since) else { throw TrackingError.badDate(since ?? "") }
        return try Steps.pairs(nil, from: nil, to: nil, language: language, in: library).filter { pair in
            // When the version came, not when a better text of it did: an upgrade is no news.
            CalendarDate(String(pair.new.record.known.prefix(10))).map { $0 >= day } ?? false
        }
    }

    private func step(_ words: String, _ library: Library) throws -> VersionPair {
        let parts = words.split(separator: "@", maxSplits: 1).map(String.init)
        guard parts.count == 2, let dots = parts[1].range(of: "..") else {
            throw ValidationError("--changes should look like cn/cybersecurity-law@draft-1..draft-2")
        }
        let pairs = try Steps.pairs(
            parts[0], from: String(parts[1][..<dots.lowerBound]), to: String(parts[1][dots.upperBound...]),
            language: language, in: library)
        return pairs[0]
    }
}

/// Who summaries are from, until delivery is configured.
enum Sender {
    static let address = MailAddress("lexwatch@localhost", name: "Lexwatch")
}
