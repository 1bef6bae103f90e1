import Alerts
import Redline
import Rendering
import Statute
import Testing

@Suite struct TerminalTests {
    private let plain = TerminalStyle(color: false, width: 80)

    @Test func `a heading says what why and which way`() {
        let change = Fixtures.modified("[应当]提交", "[必须]提交", words: ("应当", "必须"))
        let text = TerminalRedline.render(Fixtures.view([change]), style: plain)
        #expect(text.contains("第二十一条 → 第二十三条  modified · substantive · 应当→必须 (tightened)\n"))
        #expect(text.contains("    [-应当-]{+必须+}提交\n"))
    }

    @Test func `signs stand with and without colour`() {
        let coloured = TerminalRedline.render(Fixtures.sample, style: TerminalStyle(color: true, width: 80))
        var bare = ""
        var inEscape = false
        for scalar in coloured.unicodeScalars {
            if scalar == "\u{1B}" { inEscape = true }
            if !inEscape { bare.unicodeScalars.append(scalar) }
            if scalar == "m" { inEscape = false }
        }
        #expect(coloured.contains("\u{1B}[9;31m") && coloured.contains("\u{1B}[4;32m"))
        #expect(bare == TerminalRedline.render(Fixtures.sample, style: plain))
    }

    @Test(arguments: [40, 80, 120]) func `no line is wider than the terminal`(_ width: Int) {
        let text = TerminalRedline.render(Fixtures.sample, style: TerminalStyle(color: false, width: width))
        for line in text.unicodeScalars.split(separator: "\n") {
            #expect(DisplayWidth.of(String(line)) <= width)
        }
    }

    @Test(arguments: HostileText.all) func `no control from a text reaches the terminal`(_ hostile: String) {
        let change = Fixtures.one(.inserted, after: Fixtures.article("1", "第\(hostile)条", "正文\(hostile)"))
        var view = Fixtures.view([
            change, Fixtures.one(.repealed, before: Fixtures.article("2", hostile, hostile)),
        ])
        view.changes.new.title = hostile
        view.old.name = hostile
        var alert = Fixtures.alert
        alert.reason = hostile
        let outputs = [
            TerminalRedline.render(view, style: plain), TerminalAlerts.render([alert], style: plain),
            TerminalTable([.init("甲")], rows: [[hostile]]).render(style: plain),
            TerminalOutline.render(
                ParsedStatute(
                    text: Fixtures.text(
                        hostile, [(hostile, hostile, [Fixtures.article("1", hostile, hostile)])]),
                    diagnostics: [], lines: [:]), style: plain),
        ]
        for output in outputs {
            #expect(output.unicodeScalars.allSatisfy { $0 == "\n" || VisibleText.form(of: $0) == nil })
        }
    }

    @Test func `an assumed side is not known and never unchanged`() {
        let words = Fixtures.article("31", "第三十一条", "文字")
        let changes = [Fixtures.one(.unchanged, before: words, after: words, fidelity: (.assumed, .official))]
        let text = TerminalRedline.render(Fixtures.view(changes), style: plain)
        #expect(text.contains("?? Not known.") && text.contains("old text assumed, articles: 31"))
        #expect(!text.contains("1 article unchanged") && text.contains("1 not known"))
    }

    @Test func `renumbered articles are folded and moved ones are told`() {
        let text = TerminalRedline.render(Fixtures.sample, style: plain)
        #expect(text.contains("15 articles renumbered: 6–20 → 7–21\n"))
        #expect(text.contains("renumbered, moved: 第四十条 is now 第二十五条"))
        #expect(text.contains("split: 第二十七条 became 第二十九条 and"))
    }

    @Test func `a long unchanged stretch is shortened unless all is asked for`() {
        let long = String(repeating: "未变", count: 80)
        let change = Fixtures.modified("开头[可以]\(long)", "开头[应当]\(long)")
        var view = Fixtures.view([change])
        #expect(TerminalRedline.render(view, style: plain).contains(" …"))
        view.showsAll = true
        let all = TerminalRedline.render(view, style: plain)
        #expect(!all.contains("…") && all.unicodeScalars.filter { $0 == "未" }.count == 80)
    }

    @Test func `paragraphs that are left out do not run together`() throws {
        let items = (1...9).map { "第\($0)项" + String(repeating: "未变", count: 20) }.joined(separator: "\n")
        let change = Fixtures.modified("开头[可以]：\n\(items)\n结尾", "开头[应当]：\n\(items)\n结尾")
        let text = TerminalRedline.render(Fixtures.view([change]), style: plain)
        #expect(text.hasSuffix("    开头[-可以-]{+应当+}：\n    …\n"))
    }

    @Test func `a reason that says no more than the redline is left out`() {
        var change = Fixtures.modified("[]甲", "[很长]甲", reason: .text, words: nil, direction: .unclear)
        change.reasons.append(
            Reason(
                .scope, before: nil, after: ReasonValue(text: String(repeating: "范围", count: 20)),
                direction: .unclear))
        #expect(ChangeWords.grounds(change) == ["substantive", "+范围范围范围范围范围范… (scope)"])
    }

    @Test func `a rewrite is said to be one`() {
        var view = Fixtures.view([])
        view.changes.rewrite = true
        #expect(TerminalRedline.render(view, style: plain).contains("!! The text was rewritten"))
    }

    @Test func `a table lines its columns up by width and breaks the flexible one`() {
        let table = TerminalTable(
            [.init("name"), .init("n", alignment: .right), .init("title", flexible: true)],
            rows: [["网络", "5", "很长的标题很长的标题很长的标题"], ["ab", "12"]])
        #expect(
            table.render(style: TerminalStyle(color: false, width: 28))
                == "name   n  title\n网络   5  很长的标题很长的标\n          题很长的标题\nab    12\n")
    }

    @Test func `scan and run reports name what matters first`() {
        let scan = TerminalScan.render([Fixtures.finding(ProvisionPath("art_3"), 0..<2)], style: plain)
        #expect(scan.contains("requires  art_3  by 网络运营者 · to 主管部门"))
        let report = RunReportView(
            started: "02:30", finished: "02:31",
            lines: [
                .init("cn/a", .unchanged), .init("cn/b", .quarantined, detail: "look at it"),
                .init("cn/c", .changed),
            ])
        #expect(
            report.render(style: plain)
                == "Run of 02:30, finished 02:31\n  1 unchanged · 1 changed · 1 quarantined\n\nNeeds a person:\n"
                + "  ! cn/b quarantined: look at it\n\n  + cn/c changed\n")
    }
}
