import Alerts
import Foundation
import Redline
import Rendering
import Statute
import Testing

@Suite struct JSONTests {
    @Test(arguments: HostileText.all) func `any text survives a JSON reader`(_ text: String) throws {
        let value: JSONValue = ["t": .string(text)]
        for layout in [JSONValue.Layout.compact, .pretty] {
            let read = try JSONSerialization.jsonObject(with: Data(value.bytes(layout))) as? [String: String]
            let same = try #require(read?["t"]).unicodeScalars.elementsEqual(text.unicodeScalars)
            #expect(same)
        }
    }

    @Test(arguments: HostileText.all) func `no control reaches the output`(_ text: String) {
        let scalars = JSONValue.string(text).text().unicodeScalars
        #expect(scalars.allSatisfy { !(0...0x1F).contains($0.value) && !(0x7F...0x9F).contains($0.value) })
        #expect(!scalars.contains("\u{2028}") && !scalars.contains("\u{202E}"))
    }

    @Test func `keys keep their order and numbers are stable`() {
        let value: JSONValue = [
            "b": 1, "a": .double(0.93), "c": .double(.nan), "d": [], "e": .object([]), "f": .double(1),
        ]
        #expect(value.text() == #"{"b":1,"a":0.93,"c":null,"d":[],"e":{},"f":1.0}"#)
    }

    @Test func `pretty documents keep plain arrays on one line`() {
        let value: JSONValue = ["range": .range(1..<3), "list": [["a": 1]]]
        #expect(
            value.text(.pretty)
                == "{\n  \"range\": [1, 3],\n  \"list\": [\n    {\n      \"a\": 1\n    }\n  ]\n}")
    }

    @Test func `a redline document has every key of the summary even when nothing changed`() {
        let json = RedlineDocument(Fixtures.changeSet([]), oldSHA256: "1", newSHA256: "2").json
        #expect(
            json["summary"]?.text()
                == #"{"inserted":0,"repealed":0,"modified":0,"renumbered":0,"split":0,"joined":0,"regrouped":0,"#
                + #""unchanged":0,"unverified":0,"moved":0,"substantive":0,"editorial":0,"formal":0}"#)
        #expect(
            json.text().hasPrefix(
                #"{"schema":1,"old":{"title":"示例安全法","language":"zh","articles":0,"sha256":"1"}"#))
    }

    @Test func `a modified entry reads as the contract shows it`() {
        let change = Fixtures.modified("应当[可以]提交", "应当[必须]提交", words: ("可以", "必须"))
        let json = RedlineDocument(Fixtures.changeSet([change]), oldSHA256: "", newSHA256: "").json
        #expect(
            json["changes"]?.text()
                == #"[{"kind":"modified","before":["art_21"],"after":["art_23"],"links":[["art_21","art_23"]],"grounds":["wording"],"#
                + #""fidelity":{"before":"official","after":"official"},"unverified":false,"#
                + #""labels":{"before":["第二十一条"],"after":["第二十三条"]},"moved":false,"significance":"substantive","#
                + #""similarity":0.933,"reasons":[{"class":"modality","before":"可以","after":"必须","direction":"tightened"}],"#
                + #""edits":[{"before":[2,4],"after":[2,4],"class":"modality"}],"findings":[]}]"#)
    }

    @Test func `a number in a reason is typed`() {
        var change = Fixtures.modified("[五万元]", "[十万元]", reason: .amount)
        change.reasons[0].before = ReasonValue(text: "五万元", value: 50000, unit: "CNY")
        let text = RedlineDocument(Fixtures.changeSet([change]), oldSHA256: "", newSHA256: "").json.text()
        #expect(text.contains(#""before":{"value":50000,"unit":"CNY","text":"五万元"},"after":null"#))
    }

    @Test func `unchanged entries are printed only when all are asked for`() {
        let view = Fixtures.sample
        let some = RedlineDocument(view.changes, oldSHA256: "", newSHA256: "").json
        let all = RedlineDocument(view.changes, oldSHA256: "", newSHA256: "", all: true, texts: true).json
        #expect(!some.text().contains(#""kind":"unchanged""#))
        #expect(all.text().contains(#""kind":"unchanged""#) && all.text().contains(#""text":{"before""#))
        #expect(some["summary"] == all["summary"])
        #expect(some["summary"]?["unchanged"] == 5 && some["summary"]?["unverified"] == 8)
    }

    @Test func `edits of several links say which link they belong to`() {
        let text = RedlineDocument(Fixtures.sample.changes, oldSHA256: "", newSHA256: "").json.text()
        #expect(text.contains(#""class":"text","link":1}"#))
        #expect(text.contains(#""class":"modality"}"#))
    }

    @Test func `an entry carries the findings of both its sides`() {
        let view = Fixtures.sample
        let text = RedlineDocument(view.changes, oldSHA256: "", newSHA256: "", findings: view.findings).json
            .text()
        #expect(
            text.contains(
                #""findings":[{"side":"before","concept":"source-code-disclosure","polarity":"permits""#))
        #expect(text.contains(#"{"side":"after","concept":"source-code-disclosure","polarity":"requires""#))
    }

    @Test func `a parsed text is printed as a tree with its diagnostics`() {
        let text = Fixtures.text("法", [("第一章", "总则", [Fixtures.article("1", "第一条", "甲：", "乙；")])])
        let parsed = ParsedStatute(
            text: text, diagnostics: [Diagnostic(.missingList, "no list", line: 12)],
            lines: [ProvisionPath("art_1"): 3])
        let json = ParseDocument(parsed).json.text()
        #expect(
            json.contains(
                #""root":{"kind":"body","children":[{"kind":"chapter","number":"1","label":"第一章","heading":"总则","path":"chp_1","#
            ))
        #expect(
            json.contains(
                #"{"kind":"article","number":"1","label":"第一条","path":"art_1","text":"甲：","line":3,"children":[{"kind":"item""#
            ))
        #expect(
            json.hasSuffix(#""diagnostics":[{"category":"missing-list","message":"no list","line":12}]}"#))
    }

    @Test func `findings and alerts have the fields of the contract`() {
        let finding = Fixtures.finding(ProvisionPath("art_31__para_2"), 10..<15)
        #expect(
            ScanDocument([finding]).json.text()
                == #"{"schema":1,"findings":[{"concept":"source-code-disclosure","polarity":"requires","path":"art_31__para_2","#
                + #""actor":"网络运营者","beneficiary":"主管部门","evidence":{"text":"应当提交源代码","range":[10,15]},"rule":"duty"}]}"#
        )
        let alert = AlertsDocument([Fixtures.alert], reviews: ["a1b2c3": Review(state: .accepted)]).json
            .text()
        #expect(
            alert.contains(#""direction":"away","excluded_by":null,"force":"political","severity":"high""#))
        #expect(
            alert.contains(#""evidence":[{"side":"after","path":"art_23","text":"#)
                && alert.contains(#""review":"accepted""#))
    }
}
