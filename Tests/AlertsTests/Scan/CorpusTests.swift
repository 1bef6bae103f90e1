import Alerts
import Statute
import TestSupport
import Testing

@Suite("Real texts", .enabled(if: Corpus.isThere))
struct CorpusTests {
    static let scanner = ConceptScanner(
        concepts: ConceptFiles.concepts.isEmpty ? SampleConcepts.all : ConceptFiles.concepts)

    struct Expected: CustomTestStringConvertible, Sendable {
        var file: String
        var path: String
        var concept: String
        var polarity: Polarity
        var actor: String?
        var testDescription: String { "\(file) \(path) \(concept)" }
    }

    static let expected: [Expected] = [
        Expected(
            file: "行政法规/商用密码管理条例(2023-04-27)", path: "art_47__para_2", concept: "source-code-disclosure",
            polarity: .forbids, actor: "密码管理部门和有关部门及其工作人员"),
        Expected(
            file: "行政法/密码法(2019-10-26)", path: "art_31__para_2", concept: "source-code-disclosure",
            polarity: .forbids,
            actor: "密码管理部门和有关部门及其工作人员"),
        Expected(
            file: "行政法规/商用密码管理条例(2023-04-27)", path: "art_7__para_3",
            concept: "technology-transfer-as-condition",
            polarity: .forbids, actor: "行政机关及其工作人员"),
        Expected(
            file: "行政法/网络安全法(2016-11-07)", path: "art_37", concept: "data-localisation",
            polarity: .requires,
            actor: "关键信息基础设施的运营者"),
        Expected(
            file: "行政法/网络安全法(2016-11-07)", path: "art_66", concept: "data-localisation",
            polarity: .requires,
            actor: "关键信息基础设施的运营者"),
        Expected(
            file: "行政法/网络安全法(2016-11-07)", path: "art_35", concept: "ict-procurement-security-review",
            polarity: .requires, actor: "关键信息基础设施的运营者"),
        Expected(
            file: "行政法/网络安全法(2016-11-07)", path: "art_28",
            concept: "technical-assistance-to-security-organs",
            polarity: .requires, actor: "网络运营者"),
        Expected(
            file: "行政法/网络安全法(2016-11-07)", path: "art_69__point_3",
            concept: "technical-assistance-to-security-organs", polarity: .requires, actor: "网络运营者"),
        Expected(
            file: "行政法/行政许可法(2019-04-23)", path: "art_72__point_6",
            concept: "technology-transfer-as-condition",
            polarity: .forbids, actor: "行政机关及其工作人员"),
    ]

    @Test("are read as a lawyer reads them", arguments: expected)
    func provision(_ expected: Expected) throws {
        let found = Self.scanner.findings(in: try CorpusText.law(expected.file))
        let here = found.filter { $0.path.rawValue == expected.path && $0.concept == expected.concept }
        // A sentence beside it may encourage what is done freely.
        let binding = here.filter { $0.polarity != .permits }
        #expect(binding.map(\.polarity) == [expected.polarity])
        #expect(binding.first?.actor == expected.actor)
    }

    @Test("the Cybersecurity Law punishes storage abroad under its own article")
    func penalty() throws {
        let found = Self.scanner.findings(in: try CorpusText.law("行政法/网络安全法(2016-11-07)"))
        let storage = found.first { $0.article.rawValue == "art_66" && $0.concept == "data-localisation" }
        #expect(storage?.rule == "penalty-for-breach")
    }

    @Test("a regulator that helps operators owes no assistance to security organs")
    func regulatorHelps() throws {
        let found = Self.scanner.findings(in: try CorpusText.law("行政法/网络安全法(2016-11-07)"))
        let articles = found.filter { $0.concept == "technical-assistance-to-security-organs" }.map(
            \.article.rawValue)
        #expect(articles == ["art_28", "art_69"])
    }

    @Test("in the whole corpus source code is never required, and forbidden to be demanded in two places")
    func sourceCode() throws {
        var demanded: [String] = []
        var banned: [String] = []
        for (name, text) in try CorpusText.all() {
            for finding in Self.scanner.findings(in: text) where finding.concept == "source-code-disclosure" {
                switch finding.polarity {
                case .requires, .mayRequire: demanded.append("\(name): \(finding.evidence)")
                case .forbids: banned.append(name)
                case .permits, .protects, .mentions: break
                }
            }
        }
        #expect(demanded.isEmpty)
        #expect(banned.count == 2)
    }
}
