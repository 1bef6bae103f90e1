import Alerts
import Foundation
import Redline
import Rendering
import Statute
import Testing

@Suite struct PageTests {
    /// The tags of a page in order, without their attributes; void elements left out.
    private func tags(_ html: String) -> [String] {
        let void: Set = ["meta", "br", "hr", "!doctype"]
        var tags: [String] = []
        var open = false
        var tag = ""
        for scalar in html.unicodeScalars {
            switch scalar {
            case "<":
                open = true
                tag = ""
            case ">" where open:
                open = false
                let name = tag.split(separator: " ").first.map { $0.lowercased() } ?? ""
                if !void.contains(name) { tags.append(name) }
            default: if open { tag.unicodeScalars.append(scalar == "\n" ? " " : scalar) }
            }
        }
        return tags
    }

    private func unbalanced(_ html: String) -> [String] {
        var stack: [String] = []
        for tag in tags(html) {
            if tag.hasPrefix("/") {
                guard stack.popLast() == String(tag.dropFirst()) else { return stack + [tag] }
            } else {
                stack.append(tag)
            }
        }
        return stack
    }

    @Test func `the page is well formed and has its landmarks`() {
        let page = HTMLRedline.page(Fixtures.sample, alerts: [Fixtures.alert])
        #expect(unbalanced(page).isEmpty)
        let tags = tags(page)
        for landmark in ["header", "main", "nav", "footer", "h1"] {
            #expect(tags.filter { $0 == landmark }.count == 1)
        }
        #expect(page.contains("<html lang=\"en\">") && page.contains("class=\"words\" lang=\"zh\""))
    }

    @Test(arguments: [false, true]) func `the page runs one script named by its hash and fetches nothing`(
        _ isTable: Bool
    )
        throws
    {
        let page =
            isTable
            ? HTMLTable.page(ComparisonTable(Fixtures.sample))
            : HTMLRedline.page(Fixtures.sample, alerts: [Fixtures.alert])
        #expect(!page.contains("url(") && !page.contains("@import") && !page.contains("unsafe-eval"))
        #expect(!page.contains("src=") && !page.contains("<link") && page.contains("default-src 'none'"))
        let scripts = page.components(around: "<script>").dropFirst()
        let script = try #require(scripts.first?.components(around: "</script>").first)
        let hash = Data(SHA256.digest(of: Array(script.utf8))).base64EncodedString()
        #expect(scripts.count == 1 && page.contains("script-src 'sha256-\(hash)';"))
        #expect(page.components(around: "<script").count == 2)
    }

    @Test func `deleted and inserted words are told in words to those who hear or print the page`() {
        let page = HTMLRedline.page(Fixtures.sample)
        #expect(page.contains("ins::before{content:\" [inserted: \"}del::before{content:\" [deleted: \"}"))
        #expect(page.contains("@media print{.keys{display:none}"))
    }

    @Test(arguments: HostileText.all) func `no text becomes mark-up in a table`(_ hostile: String) {
        let words = Fixtures.article("1", hostile, hostile)
        var view = Fixtures.view([
            Fixtures.one(.inserted, after: words), Fixtures.one(.repealed, before: words),
            Fixtures.modified("a[\(hostile)]b", "a[x]b", words: (hostile, hostile)),
        ])
        let clean = tags(HTMLTable.page(ComparisonTable(Fixtures.sample)))
        view.changes.new.title = hostile
        view.old = VersionCaption(hostile)
        let page = HTMLTable.page(ComparisonTable(view))
        #expect(unbalanced(page).isEmpty)
        #expect(Set(tags(page)).isSubset(of: Set(clean)))
        #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || VisibleText.form(of: $0) == nil })
    }

    @Test func `ids are unique and links inside the page lead somewhere`() {
        let page = HTMLRedline.page(Fixtures.sample, alerts: [Fixtures.alert])
        func values(_ attribute: String) -> [String] {
            page.components(around: "\(attribute)=\"").dropFirst().compactMap {
                $0.split(separator: "\"").first.map(String.init)
            }
        }
        let ids = values(" id")
        #expect(Set(ids).count == ids.count)
        let targets = values("href").filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
        #expect(!targets.isEmpty && targets.allSatisfy { ids.contains($0) })
    }

    @Test func `changes carry tags reasons and concepts in words`() {
        let page = HTMLRedline.page(Fixtures.sample)
        #expect(page.contains("<del title=\"modality\">可以</del><ins title=\"modality\">应当</ins>"))
        #expect(page.contains("<mark title=\"source-code-disclosure · requires"))
        #expect(page.contains("source-code-disclosure: requires</span>"))
        #expect(page.contains("可以→应当 (tightened)"))
    }

    @Test func `what is only assumed stands under not known and never among the unchanged`() {
        let page = HTMLRedline.page(Fixtures.sample)
        #expect(
            page.contains("<h2 id=\"unknown\">Not known</h2>")
                && page.contains("old text assumed, articles: 31–38"))
        #expect(page.contains("<p>5 articles unchanged</p>"))
        #expect(!page.contains("after-art_31"))
    }

    @Test(arguments: HostileText.all) func `no text becomes mark-up`(_ hostile: String) {
        let words = Fixtures.article("1", hostile, hostile)
        var view = Fixtures.view([
            Fixtures.one(.inserted, after: words), Fixtures.one(.repealed, before: words),
            Fixtures.modified("a[\(hostile)]b", "a[x]b", words: (hostile, hostile)),
        ])
        let clean = tags(HTMLRedline.page(view, alerts: [Fixtures.alert]))
        view.changes.new.title = hostile
        view.old = VersionCaption(hostile, events: [.init(hostile, hostile)], source: hostile)
        var alert = Fixtures.alert
        alert.reason = hostile
        alert.id = "x"
        alert.evidence = [.init(side: .before, path: ProvisionPath(hostile), text: hostile)]
        let page = HTMLRedline.page(view, alerts: [alert])
        #expect(unbalanced(page).isEmpty)
        #expect(Set(tags(page)).isSubset(of: Set(clean).union(["a", "/a", "p", "/p"])))
        #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || VisibleText.form(of: $0) == nil })
    }

    @Test func `Markdown strikes what went and stresses what came`() {
        let text = MarkdownRedline.render(Fixtures.sample)
        #expect(text.contains("网络运营者~~可以~~**应当**向主管部门提交其产品的⟪源代码⟫"))
        #expect(text.contains("## Not known\n"))
        #expect(!text.contains("<script"))
    }

    @Test func `Markdown signs hold next to Chinese punctuation`() {
        let text = MarkdownRedline.render(Fixtures.view([Fixtures.modified("应[“可”]以", "应[，必]以")]))
        #expect(text.contains("应\u{200A}~~“可”~~\u{200A}\u{200A}**，必**以"))
    }

    @Test func `white space alone is shown in Markdown`() {
        let text = MarkdownRedline.render(Fixtures.view([Fixtures.modified("应[ ]当", "应[]当")]))
        #expect(text.contains("~~␠~~"))
    }
}

extension String {
    /// The parts between occurrences of an ASCII separator, by bytes.
    func components(around separator: String) -> [String] {
        let needle = Array(separator.utf8)
        var parts: [[UInt8]] = [[]]
        var rest = Array(utf8)[...]
        while let byte = rest.first {
            if rest.starts(with: needle) {
                parts.append([])
                rest = rest.dropFirst(needle.count)
            } else {
                parts[parts.count - 1].append(byte)
                rest = rest.dropFirst()
            }
        }
        return parts.map { String(decoding: $0, as: UTF8.self) }
    }
}
