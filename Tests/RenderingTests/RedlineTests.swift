import Alerts
import Redline
import Rendering
import Statute
import Testing

@Suite struct RedlineTests {
    private func side(_ stretches: [Stretch], _ wanted: Stretch.Kind) -> String {
        stretches.filter { $0.kind == .kept || $0.kind == wanted }.map(\.text).joined()
    }

    @Test func `changed words are parted from kept ones`() throws {
        let change = Fixtures.modified("网络[可以]提交", "网络[应当]提交")
        let part = try #require(EntryRedline(change).parts.first)
        #expect(
            part.stretches == [
                Stretch(.kept, "网络"), Stretch(.deleted, "可以", edit: .modality),
                Stretch(.inserted, "应当", edit: .modality), Stretch(.kept, "提交"),
            ])
    }

    @Test func `whatever the edits say both texts can be read back`() {
        var generator = SystemRandomNumberGenerator()
        let letters = Array("甲乙丙丁\n，e\u{301}\"".unicodeScalars)
        func random() -> String {
            var view = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                view.append(letters.randomElement() ?? "甲")
            }
            return String(view)
        }
        for _ in 0..<500 {
            let a = ArticleText(Fixtures.article("1", "第一条", random()))
            let b = ArticleText(Fixtures.article("2", "第二条", random()))
            let edits = (0..<Int.random(in: 0...4)).map { _ in
                let before = Int.random(in: 0...15)
                let after = Int.random(in: 0...15)
                return Edit(
                    before: before..<(before + Int.random(in: 0...6)),
                    after: after..<(after + Int.random(in: 0...6)),
                    class: .text)
            }
            let change = ProvisionChange(
                kind: .modified, before: [a], after: [b],
                links: [
                    ProvisionLink(
                        before: a.path, after: b.path, similarity: 0, ground: .wording, edits: edits)
                ],
                moved: false, significance: .substantive, reasons: [], fidelityBefore: nil, fidelityAfter: nil
            )
            let mark = Fixtures.finding(b.path, 1..<4)
            let stretches = EntryRedline(change, findings: SidedFindings(after: [mark])).parts.flatMap(
                \.stretches)
            #expect(side(stretches, .deleted).unicodeScalars.elementsEqual(a.string.unicodeScalars))
            #expect(side(stretches, .inserted).unicodeScalars.elementsEqual(b.string.unicodeScalars))
        }
    }

    @Test func `words that touch a concept are marked and the mark ends once`() throws {
        let change = Fixtures.modified("应当[可以]提交源代码", "应当[必须]提交源代码")
        let findings = SidedFindings(after: [Fixtures.finding(ProvisionPath("art_23"), 2..<9)])
        let part = try #require(EntryRedline(change, findings: findings).parts.first)
        let marked = part.stretches.filter { !$0.marks.isEmpty }
        #expect(marked.map(\.text) == ["必须", "提交源代码"])
        #expect(marked.map { $0.ending.count } == [0, 1])
        #expect(marked.first?.marks.first?.label == "source-code-disclosure · requires")
    }

    @Test func `a lost highlight of the old text is shown in the kept words`() throws {
        let change = Fixtures.modified("[不得]要求提供源代码", "[]要求提供源代码")
        let findings = SidedFindings(before: [
            Fixtures.finding(ProvisionPath("art_21"), 6..<9, polarity: .forbids)
        ])
        let part = try #require(EntryRedline(change, findings: findings).parts.first)
        #expect(part.stretches.first { !$0.marks.isEmpty }?.text == "源代码")
        #expect(
            EntryRedline.badges(change, findings).map(ChangeWords.badge) == [
                "before · source-code-disclosure: forbids"
            ])
    }

    @Test func `words of a split provision are said to stand in the other part`() {
        let split = Fixtures.sample.drawn.first { $0.kind == .split }
        let text = split.map { EntryRedline($0).parts.map(\.stretches) } ?? []
        #expect(text.count == 2)
        #expect(text.first?.contains { $0.kind == .elsewhere(label: "第三十条", side: .before) } ?? false)
        #expect(text.last?.contains { $0.kind == .elsewhere(label: "第二十九条", side: .before) } ?? false)
    }

    @Test func `renumbered articles are told as ranges`() {
        let changes = Fixtures.sample.renumbered
        #expect(NumberRuns.pairs(changes) == "6–20 → 7–21")
        let some = [changes[0], changes[1], changes[4]]
        #expect(NumberRuns.pairs(some) == "6–7 → 7–8, 10 → 11")
        #expect(NumberRuns.singles(some.flatMap(\.before)) == "6–7, 10")
    }

    @Test func `headnotes that came or went are told`() {
        var changes = Fixtures.changeSet([])
        var text = Fixtures.text(changes.new.title, [("第一章", "总则", [])])
        text.headnotes = ["（测试文本）", "（新的说明）"]
        changes.newFrame = Frame(of: text)
        #expect(FrameChange.all(in: changes) == [FrameChange(before: nil, after: "（新的说明）", place: .headnote)])
    }

    @Test func `headings and the title are compared`() {
        let found = FrameChange.all(in: Fixtures.sample.changes)
        #expect(
            found == [
                FrameChange(before: "示例安全法（草案）", after: "示例安全法", place: .title),
                FrameChange(before: nil, after: "第二章 网络运行安全"),
            ])
    }

    @Test func `blanks in headings are typesetting`() {
        var changes = Fixtures.sample.changes
        changes.oldFrame = Frame(of: Fixtures.text("甲法", [("第一章", "总则", []), ("第二章", "附则", [])]))
        changes.newFrame = Frame(of: Fixtures.text("甲法", [("第一章", "总\u{3000}则", []), ("第二章", "罚则", [])]))
        #expect(
            FrameChange.all(in: changes) == [FrameChange(before: "第二章 附则", after: "第二章 罚则")])
    }
}
