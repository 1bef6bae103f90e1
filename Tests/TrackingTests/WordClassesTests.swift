import Alerts
import Foundation
import Statute
import TestSupport
import Testing
import Tracking

@Suite("Word classes")
struct WordClassesTests {
    private static let concept = """
        schema: 1
        id: log-keeping
        title: {en: Log keeping, zh: 日志留存}
        definition: A duty to keep logs.
        zh:
          triggers: [网络日志]
          weak_triggers:
            - words: [日志, <data>]
              with: [<keep>]
          acts: [<keep>, 留痕]
        en:
          triggers: [network log*]
        bears_on: []
        examples:
          - {lang: zh, text: 运营者应当保存网络日志。, polarity: requires}
        """
    private static let words = """
        schema: 1
        zh:
          - {name: data, means: data, words: [数据, 记录, 日志]}
          - {name: keep, means: keeping, words: [保存, 留存]}
          - {name: all, means: both, words: [<data>, <keep>]}
        en:
          - {name: keep, means: keeping, words: [keep*]}
        """

    private func register(_ concept: String = concept, words: String? = words) throws -> Register {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: Corpus.packageRoot.appending(path: "laws/schemas"), to: folder.url.appending(path: "schemas"))
        try folder.write(concept, to: "concepts/log-keeping.yml")
        if let words { try folder.write(words, to: "words.yml") }
        return try Register(folder: folder.url)
    }

    private func faults(_ concept: String = concept, words: String?) throws -> [String] {
        do {
            _ = try register(concept, words: words)
            return []
        } catch let error as RegisterError {
            return error.faults.map { "\($0.file.split(separator: "/").last ?? ""):\($0.line) \($0.message)" }
        }
    }

    @Test("a class stands for all its words, in its place, each word once")
    func expanded() throws {
        let zh = try #require(try register().concept("log-keeping")?.words[.zh])
        #expect(zh.weakTriggers.first?.words == ["日志", "数据", "记录"])
        #expect(zh.weakTriggers.first?.company == [["保存", "留存"]])
        #expect(zh.acts == ["保存", "留存", "留痕"])
    }

    @Test("a class may name classes before it")
    func nested() throws {
        let concept = Self.concept.replacing("acts: [<keep>, 留痕]", with: "acts: [<all>]")
        let zh = try #require(try register(concept).concept("log-keeping")?.words[.zh])
        #expect(zh.acts == ["数据", "记录", "日志", "保存", "留存"])
    }

    @Test("a class that is not there is told with its file and line")
    func unknown() throws {
        let concept = Self.concept.replacing("<keep>, 留痕", with: "<hold>, 留痕")
        #expect(
            try faults(concept, words: Self.words)
                == ["log-keeping.yml:10 words.yml has no class hold in zh (before this place)"])
        #expect(try faults(words: nil).count == 3)
    }

    @Test("a class cannot hold itself, nor one that stands after it")
    func order() throws {
        let words = Self.words.replacing("words: [数据, 记录, 日志]", with: "words: [数据, <data>, <keep>]")
        #expect(
            try faults(words: words) == [
                "words.yml:3 words.yml has no class data in zh (before this place)",
                "words.yml:3 words.yml has no class keep in zh (before this place)",
            ])
    }

    @Test("two classes of one name are told")
    func twice() throws {
        let words = Self.words.replacing(
            "name: keep, means: keeping, words: [保", with: "name: data, means: x, words: [保")
        #expect(try faults(words: words).contains("words.yml:4 there are two classes called data"))
    }

    @Test("another word in a class is another catalogue")
    func catalogue() throws {
        let other = Self.words.replacing("[保存, 留存]", with: "[保存, 留存, 保留]")
        let (old, new) = (try register().catalogue, try register(words: other).catalogue)
        #expect(old.concepts != new.concepts)
        #expect(old.version != new.version)
        // A class that no concept uses makes no difference.
        let unused = Self.words.replacing("[keep*]", with: "[keep*, hold*]")
        #expect(try register(words: unused).catalogue == old)
    }
}
