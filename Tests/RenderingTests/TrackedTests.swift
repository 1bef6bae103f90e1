import Foundation
import Redline
import Rendering
import Statute
import TestSupport
import Testing

@Suite struct TrackedTests {
    private func parse(_ text: String) -> StatuteText { StatuteParser.parse(text).text }

    private func view(_ old: StatuteText, _ new: StatuteText) -> RedlineView {
        RedlineView(
            ChangeSet.between(old, new), old: VersionCaption("old"), new: VersionCaption("new"))
    }

    /// One line a paragraph; ends that are not kept are drawn.
    private func draw(_ text: TrackedText) -> [String] {
        func signs(_ fate: Fate, _ words: String) -> String {
            switch fate {
            case .kept: words
            case .deleted: "[-\(words)-]"
            case .inserted: "{+\(words)+}"
            }
        }
        return text.paragraphs.map { paragraph in
            paragraph.runs.map { signs($0.fate, $0.text) }.joined()
                + (paragraph.end == .kept ? "" : signs(paragraph.end, "¶"))
        }
    }

    private static let law = """
        # 试验规则

        第一条 为了规范试验活动，制定本规则。

        第二条 经营者可以保存试验日志。

        第三条 本规则自2020年1月1日起施行。

        """

    @Test func `words paragraphs and whole articles are marked each from its own beginning to its own end`() {
        let new = """
            # 试验规则

            第一条 为了规范试验活动，制定本规则。

            第二条 任何单位不得要求经营者披露试验设备的源代码。

            第三条 经营者应当保存试验日志。

            日志保存不少于六个月。

            第四条 本规则自2020年1月1日起施行。

            """
        #expect(
            draw(TrackedText(view(parse(Self.law), parse(new)))) == [
                "试验规则", "第一条 为了规范试验活动，制定本规则。",
                "{+第二条 +}{+任何单位不得要求经营者披露试验设备的源代码。+}{+¶+}",
                "[-第二条 -]{+第三条 +}经营者[-可以-]{+应当+}保存试验日志。", "{+日志保存不少于六个月。+}{+¶+}",
                "[-第三条 -]{+第四条 +}本规则自2020年1月1日起施行。",
            ])
    }

    @Test func `the last paragraph goes by the end before it because a document cannot lose its own`() {
        let longer = Self.law + "\n第四条 试验数据在境内存储，按照目录分类保管。\n"
        let text = TrackedText(view(parse(Self.law), parse(longer)))
        #expect(
            draw(text).suffix(2) == [
                "第三条 本规则自2020年1月1日起施行。{+¶+}", "{+第四条 +}{+试验数据在境内存储，按照目录分类保管。+}",
            ])
        let back = TrackedText(view(parse(longer), parse(Self.law)))
        #expect(
            draw(back).suffix(2) == [
                "第三条 本规则自2020年1月1日起施行。[-¶-]", "[-第四条 -][-试验数据在境内存储，按照目录分类保管。-]",
            ])
    }

    @Test func `texts without anything become one empty paragraph`() {
        let text = TrackedText(view(parse(""), parse("")))
        #expect(text.paragraphs.count == 1 && text.accepted == [""] && text.rejected == [""])
    }

    @Test func `a selection leaves the chosen provisions on both sides and nothing else`() {
        let other = Self.law.replacingOccurrences(of: "可以", with: "应当")
            .replacingOccurrences(of: "规范", with: "规范和促进")
        var view = view(parse(Self.law), parse(other))
        view.selection = Selection([.away], awayBefore: [ProvisionPath("art_2")])
        #expect(draw(TrackedText(view)) == ["试验规则", "第二条 经营者[-可以-]{+应当+}保存试验日志。"])
    }

    /// All bundled versions of an instrument, oldest first.
    private static let bundled: [[String]] = {
        let root = Corpus.packageRoot.appending(path: "snapshots/cn")
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return folders.sorted().map { folder in
            let files =
                (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path))
                ?? []
            return files.filter { $0.hasSuffix(".txt") }.sorted().compactMap {
                try? String(contentsOf: root.appending(path: "\(folder)/\($0)"), encoding: .utf8)
            }
        }.filter { $0.count > 1 }
    }()

    private func holds(_ old: StatuteText, _ new: StatuteText, _ name: String) {
        let view = view(old, new)
        let text = TrackedText(view)
        #expect(same(text.accepted, PrintedText.lines(new)), "\(name): accepted")
        #expect(same(text.rejected, PrintedText.lines(old)), "\(name): rejected")
        #expect(text.paragraphs.last?.end == .kept, "\(name): end")
        let document = WordDocument(DocxRedline.document(view, hand: Hand(), hasComments: true))
        #expect(document.isWellFormed, "\(name): well-formed")
        #expect(same(document.accepted, PrintedText.lines(new)), "\(name): accepted in Word")
        #expect(same(document.rejected, PrintedText.lines(old)), "\(name): rejected in Word")
        #expect(Set(document.ids).count == document.ids.count, "\(name): ids")
    }

    private func same(_ a: [String], _ b: [String]) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }

    @Test func `accepting all gives the new text and rejecting all the old one for every bundled pair`() {
        #expect(!Self.bundled.isEmpty)
        for versions in Self.bundled {
            let texts = versions.map(parse)
            for (old, new) in zip(texts, texts.dropFirst()) { holds(old, new, new.title) }
            if let first = texts.first, let last = texts.last { holds(last, first, "back to \(first.title)") }
        }
    }

    @Test(arguments: 0..<24) func `accepting and rejecting hold for laws whose articles are dealt anew`(
        _ seed: Int
    ) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let versions = Self.bundled[seed % Self.bundled.count].map(parse)
        let pool = versions.flatMap { $0.articleLevel.prefix(30) }
        func deal() -> StatuteText {
            var text = versions[0]
            let picked = (0..<Int.random(in: 0...14, using: &generator)).compactMap { _ in
                pool.randomElement(using: &generator)
            }
            text.root.children = picked.enumerated().map { index, article in
                var article = article
                article.path = ProvisionPath.root.appending(.article, "\(index + 1)")
                article.label = "Article \(index + 1)"
                article.number = "\(index + 1)"
                if Bool.random(using: &generator), !article.children.isEmpty { article.children.removeLast() }
                return article
            }
            if Bool.random(using: &generator) { text.title = "" }
            if Bool.random(using: &generator) { text.headnotes = [] }
            return text
        }
        holds(deal(), deal(), "seed \(seed)")
    }

    @Test(.enabled(if: Corpus.isThere))
    func `accepting and rejecting hold for real laws in two versions`() throws {
        let paths = Corpus.paths().filter { $0.hasSuffix(").md") }
        let byTitle = Dictionary(grouping: paths) { path in
            String(path.prefix { $0 != "(" })
        }
        let pairs = byTitle.values.filter { $0.count > 1 }.map { $0.sorted() }
            .sorted { $0[0].utf8.lexicographicallyPrecedes($1[0].utf8) }
        #expect(!pairs.isEmpty)
        for versions in pairs.prefix(60) {
            holds(
                parse(try Corpus.law(versions[0])), parse(try Corpus.law(versions[versions.count - 1])),
                versions[0])
        }
    }

    @Test(arguments: HostileText.all) func `hostile words leave the document well-formed`(_ hostile: String) {
        let words = Fixtures.article("1", hostile, hostile)
        var view = Fixtures.view([
            Fixtures.one(.inserted, after: words), Fixtures.one(.repealed, before: words),
            Fixtures.modified("a[\(hostile)]b", "a[x]b", words: (hostile, hostile)),
        ])
        view.changes.new.title = hostile
        view.old = VersionCaption(hostile)
        for document in [
            DocxRedline.document(view, hand: Hand(author: hostile, date: hostile), hasComments: true),
            DocxTable.document(ComparisonTable(view), hand: Hand(author: hostile)),
        ] {
            for part in document.parts {
                #expect(XMLCheck.isWellFormed(part.bytes), "\(part.name)")
                let text = String(decoding: part.bytes, as: UTF8.self)
                #expect(!text.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" || $0 == "\r" })
            }
        }
    }
}
