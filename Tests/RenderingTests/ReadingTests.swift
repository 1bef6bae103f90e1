import Alerts
import Redline
import Rendering
import Statute
import Testing

/// Folding, choosing, and two texts side by side.
@Suite struct ReadingTests {
    private func shifted(_ numbers: [Int], by step: Int, words: Set<Int> = []) -> [ProvisionChange] {
        numbers.map { number in
            let new = number + step
            return words.contains(number)
                ? Fixtures.modified(
                    "甲[可以]乙", "甲[应当]乙", number: ("\(number)", "\(new)"),
                    labels: ("第\(number)条", "第\(new)条"))
                : Fixtures.one(
                    .renumbered, before: Fixtures.article("\(number)", "第\(number)条", "文字\(number)"),
                    after: Fixtures.article("\(new)", "第\(new)条", "文字\(number)"), significance: .formal)
        }
    }

    private func folded(_ changes: [ProvisionChange]) -> [String] {
        Fixtures.view(changes).formalLines.map { $0.ranges.isEmpty ? $0.title : "\($0.title): \($0.ranges)" }
    }

    @Test func `a law renumbered from one article on is one line`() {
        #expect(folded(shifted(Array(6...79), by: 1)) == ["74 articles renumbered: 6–79 → 7–80"])
    }

    @Test func `a run goes over articles that took the same step and names them`() {
        #expect(
            folded(shifted(Array(6...79), by: 1, words: [21, 37]))
                == ["72 articles renumbered: 6–79 → 7–80 but for 21, 37"])
    }

    @Test func `more exceptions than a reader wants are counted`() {
        let words = Set(stride(from: 10, to: 60, by: 3))
        #expect(
            folded(shifted(Array(6...79), by: 1, words: words))
                == ["57 articles renumbered: 6–79 → 7–80 but for 17 told by themselves"])
    }

    @Test func `another step begins another run`() {
        #expect(
            folded(shifted([3, 4, 5], by: 1) + shifted([7, 8], by: 2))
                == ["5 articles renumbered: 3–5 → 4–6, 7–8 → 9–10"])
        #expect(folded(shifted([3, 5], by: 1)) == ["2 articles renumbered: 3 → 4, 5 → 6"])
    }

    @Test func `numbers with a branch stand by themselves`() {
        let branch = Fixtures.one(
            .renumbered, before: Fixtures.article("5-1", "第五条之一", "文"),
            after: Fixtures.article("7", "第七条", "文"),
            significance: .formal)
        #expect(folded(shifted([5], by: 1) + [branch]) == ["2 articles renumbered: 5 → 6, 5-1 → 7"])
    }

    @Test func `a table of a Chinese text names the runs in Chinese too`() throws {
        let table = ComparisonTable(Fixtures.view(shifted(Array(6...9), by: 1, words: [8])))
        let notes = table.rows.compactMap { row in
            if case .note(let words) = row { words } else { nil }
        }
        #expect(
            notes == ["3 articles renumbered: 6–9 → 7–10 but for 8", "3条仅条号变动：第6条至第9条 → 第7条至第10条（第8条除外）"])
        #expect(
            table.title == "《示例安全法》修改对照表 Comparison table"
                && table.columns.map { $0.prefix(3) } == ["修改前", "修改后", "说明 "])
    }

    @Test func `with everything asked for the formal changes are unfolded`() {
        var view = Fixtures.sample
        view.showsAll = true
        #expect(view.formalLines.isEmpty && view.drawn.count == view.changes.changes.count - 8)
        let text = TerminalRedline.render(view, style: TerminalStyle(color: false))
        #expect(text.contains("第6条 → 第7条  renumbered · formal\n    相同的文字之6。\n"))
        #expect(HTMLRedline.page(view).contains("相同的文字之6。"))
        #expect(MarkdownRedline.render(view).contains("相同的文字之6。"))
    }

    @Test func `a selection shows what was asked for and counts the rest`() {
        var view = Fixtures.sample
        view.selection = Selection([.concept("data-localisation")])
        #expect(view.drawn.map { $0.after.first?.label } == ["第六条"])
        view.selection = Selection([.substantive])
        #expect(view.drawn.allSatisfy { $0.significance == .substantive } && view.formalLines.isEmpty)
        view.selection = Selection(
            [.away, .concept("data-localisation")], awayAfter: [ProvisionPath("art_23")])
        #expect(view.drawn.map { $0.after.first?.label } == ["第六条", "第二十三条"])
        for text in [
            TerminalRedline.render(view, style: TerminalStyle(color: false, width: 200)),
            HTMLRedline.page(view), MarkdownRedline.render(view), HTMLTable.page(ComparisonTable(view)),
        ] {
            let plain = text.replacing("\\", with: "")
            #expect(
                plain.contains(
                    "Not shown (--only away,data-localisation): 1 repealed · 1 modified · 16 renumbered · 1 split · 2 in title, headnotes and headings"
                ))
            #expect(!plain.contains("十万元") && plain.contains("31–38"))
        }
        let document = RedlineDocument(view.changes, oldSHA256: "a", newSHA256: "b", findings: view.findings)
        var chosen = document
        chosen.selection = view.selection
        #expect(chosen.json.text(.pretty).contains("\"only\": ["))
        #expect(!document.json.text(.pretty).contains("\"only\""))
    }

    @Test func `names near a wrong one are found`() {
        let known = ["source-code-disclosure", "data-localisation", "substantive", "away"]
        #expect(NearNames.of("sorce-code-disclosure", among: known) == ["source-code-disclosure"])
        #expect(NearNames.of("localisation", among: known) == ["data-localisation"])
        #expect(NearNames.of("zzz", among: known).isEmpty && NearNames.of("", among: known).isEmpty)
    }

    @Test func `two columns stand beside each other at every width`() {
        for width in [72, 73, 100, 200] {
            let text = TerminalRedline.render(
                Fixtures.sample, style: TerminalStyle(color: false, width: width), layout: .sideBySide)
            let lines = text.split(separator: "\n").map(String.init)
            #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
            let rules = Set(
                lines.filter { $0.contains("│") }.map { line in
                    DisplayWidth.of(String(line.prefix { $0 != "│" }))
                })
            #expect(rules == [(width - 3) / 2 + 1])
            #expect(text.contains("[-可以-]") && text.contains("{+应当+}"))
        }
    }

    @Test func `side by side looks like this`() {
        let change = Fixtures.modified("运营者[可以]提交。\n其他文字不变。", "运营者[应当]提交。\n其他文字不变。")
        let text = TerminalRedline.render(
            Fixtures.view([change]), style: TerminalStyle(color: false, width: 72), layout: .sideBySide)
        let gap = String(repeating: " ", count: 24)
        #expect(
            text.hasSuffix(
                """
                第二十一条\(gap) │ 第二十三条
                运营者[-可以-]提交。\(String(repeating: " ", count: 14)) │ 运营者{+应当+}提交。
                …\(String(repeating: " ", count: 33)) │ …

                """))
    }

    @Test func `a narrow terminal gets the inline form and is told why`() {
        let style = TerminalStyle(color: false, width: 60)
        #expect(
            TerminalRedline.render(Fixtures.sample, style: style, layout: .sideBySide)
                == TerminalRedline.render(Fixtures.sample, style: style))
        #expect(TerminalLayout.sideBySide.objection(width: 60)?.contains("60 columns") == true)
        #expect(TerminalLayout.sideBySide.objection(width: 72) == nil)
        #expect(TerminalLayout.inline.objection(width: 20) == nil)
    }

    @Test(arguments: HostileText.all) func `no hostile text reaches the columns as a control`(
        _ hostile: String
    ) {
        let view = Fixtures.view([
            Fixtures.modified("a[\(hostile)]b", "a[x\(hostile)]b", words: (hostile, hostile))
        ])
        let text = TerminalRedline.render(
            view, style: TerminalStyle(color: false, width: 90), layout: .sideBySide)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || VisibleText.form(of: $0) == nil })
    }

    @Test func `one old article that became two stands once in the table`() throws {
        let table = ComparisonTable(Fixtures.sample)
        let split = table.rows.compactMap { row -> ([ComparisonTable.Line], [ComparisonTable.Line])? in
            guard case .change(let before, let after, let remark) = row,
                remark.first?.contains("split") == true
            else { return nil }
            return (before, after)
        }
        let (before, after) = try #require(split.first)
        #expect(before.count == 1 && after.count == 2)
        #expect(before[0].runs.map(\.text).joined().hasPrefix("第二十七条 任何人不得非法侵入"))
        #expect(ComparisonTable(Fixtures.sample, hasRemarks: false).columns.count == 2)
    }
}
