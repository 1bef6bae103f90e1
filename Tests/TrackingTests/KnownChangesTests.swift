import Alerts
import Foundation
import Redline
import Statute
import TestSupport
import Testing
import Tracking

/// What is known to have changed in the Cybersecurity Law, at the right articles, in the bundled renderings.
@Suite("The known changes of the Cybersecurity Law")
struct KnownChangesTests {
    struct Known: CustomTestStringConvertible, Sendable {
        var step: String
        var before: String?
        var after: String?
        var kind: ChangeKind
        /// Words that stand in an edit, or in the inserted or repealed text.
        var words: String
        var testDescription: String { "\(step): \(before ?? "–") → \(after ?? "–"), \(words)" }

        init(_ step: String, _ before: String?, _ after: String?, _ kind: ChangeKind, _ words: String) {
            self.step = step
            self.before = before
            self.after = after
            self.kind = kind
            self.words = words
        }
    }

    static let known: [Known] = [
        .init("1-2", nil, "art_5", .inserted, "inside and outside"),
        .init("1-2", "art_5", "art_7", .modified, "multilateral"),
        .init("1-2", nil, "art_9", .inserted, "social responsibility"),
        .init("1-2", "art_17", "art_20", .modified, "six months"),
        .init("1-2", "art_20", "art_23", .modified, "instant messaging"),
        .init("1-2", "art_23", "art_27", .modified, "shall provide"),
        .init("1-2", "art_25", "art_29", .modified, "military networks"),
        .init("1-2", "art_31", "art_35", .modified, "important business data"),
        .init("1-2", "art_31", "art_35", .modified, "abroad or"),
        .init("1-2", nil, "art_38", .inserted, "shall not be used for other purposes"),
        .init("1-2", "art_36", "art_41", .modified, "cannot be restored"),
        .init("2-3", nil, "art_13", .inserted, "minors"),
        .init("2-3", "art_29", "art_31", .modified, "finance"),
        .init("2-3", "art_35", "art_37", .modified, "business"),
        .init("2-3", "art_38", "art_30", .modified, "critical information infrastructure"),
        .init("2-3", nil, "art_46", .inserted, "fraud"),
        .init("2-3", nil, "art_75", .inserted, "freeze"),
        .init("3-4", nil, "art_3", .inserted, "Communist Party"),
        .init("3-4", "art_40", "art_42", .modified, "Civil Code"),
        .init("3-4", "art_59", "art_61", .modified, "RMB 10,000,000"),
        .init("3-4", nil, "art_63", .inserted, "have not undergone security certification"),
        .init("3-4", nil, "art_73", .inserted, "lighter penalty"),
        .init("3-4", "art_75", "art_77", .modified, "critical information infrastructure"),
    ]

    static let steps: [String: ChangeSet] = {
        let names = ["2015-07-06.draft-1", "2016-07-05.draft-2", "2016-11-07.adopted", "2025-10-28.amended"]
        guard let register = try? Register(folder: Corpus.packageRoot.appending(path: "laws")) else {
            return [:]
        }
        let versions = names.compactMap { name -> (StatuteText, Provenance)? in
            let base = Corpus.packageRoot.appending(path: "snapshots/cn/cybersecurity-law/\(name).en")
            guard let words = try? String(contentsOf: base.appendingPathExtension("txt"), encoding: .utf8),
                let yaml = try? String(
                    contentsOf: base.appendingPathExtension("provenance.yml"), encoding: .utf8)
            else { return nil }
            let text = StatuteParser.parse(words).text
            let schema = register.provenanceSchema
            let read = try? ProvenanceDeclaration.read(yaml, file: name, schema: schema, for: text)
            return read.map { (text, $0) }
        }
        var steps: [String: ChangeSet] = [:]
        for (index, (old, new)) in zip(versions, versions.dropFirst()).enumerated() {
            steps["\(index + 1)-\(index + 2)"] = ChangeSet.between(old.0, new.0, provenance: (old.1, new.1))
        }
        return steps
    }()

    @Test("stands where it is known to stand, verified on both sides", arguments: known)
    func change(_ item: Known) throws {
        let set = try #require(Self.steps[item.step])
        let entry = try #require(
            set.changes.first { change in
                item.after.map { after in change.after.contains { $0.path.rawValue == after } }
                    ?? change.before.contains { $0.path.rawValue == item.before }
            })
        #expect(entry.kind == item.kind)
        #expect(!entry.unverified)
        #expect(entry.before.map(\.path.rawValue) == (item.before.map { [$0] } ?? []))
        #expect(changedWords(entry).contains(item.words), "\(changedWords(entry))")
    }

    @Test("storage abroad after an assessment fell at draft 2: the duty to store at home became stronger")
    func storageAbroad() throws {
        let register = try Register(folder: Corpus.packageRoot.appending(path: "laws"))
        let set = try #require(Self.steps["1-2"])
        let scanner = register.scanner
        let findings = { (provisions: [ArticleText]) in
            provisions.flatMap { scanner.findings(in: $0, language: .en) }
        }
        let alerts = AlertLinker(concepts: register.concepts, agreements: register.agreements).alerts(
            for: set, instrument: "cn/cybersecurity-law",
            from: VersionMark(name: "2015-07-06.draft-1", date: "2015-07-06"),
            to: VersionMark(name: "2016-07-05.draft-2", date: "2016-07-05"),
            before: findings(set.changes.flatMap(\.before)), after: findings(set.changes.flatMap(\.after)))
        let localisation = try #require(alerts.first { $0.concept == "data-localisation" })
        #expect(localisation.effect == .strengthened)
        #expect(localisation.polarity == .requires)
        #expect(localisation.severity == .medium)
        #expect(localisation.reason.contains("leaves room for the opposite"))
        #expect(localisation.evidence.contains { $0.text.contains("to store them abroad") })
    }

    @Test("the amendment of 2025 renumbers the rest without changing it")
    func renumbering() throws {
        let set = try #require(Self.steps["3-4"])
        let renumbered = set.changes.filter { $0.kind == .renumbered }
        #expect(renumbered.count == 64)
        #expect(renumbered.allSatisfy { $0.significance == .formal })
        #expect(set.summary.unverified == 0)
    }

    private func changedWords(_ entry: ProvisionChange) -> String {
        guard let link = entry.links.first, let old = entry.before.first, let new = entry.after.first else {
            return (entry.before + entry.after).map(\.string).joined(separator: "\n")
        }
        let before = Array(old.string.unicodeScalars)
        let after = Array(new.string.unicodeScalars)
        return link.edits.map { before[$0.before].string + "|" + after[$0.after].string }.joined(
            separator: "\n")
    }
}
