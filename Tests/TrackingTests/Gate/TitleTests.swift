import Material
import Testing

@testable import Tracking

@Suite("The title of the page")
struct TitleTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let titles: [String]
        let page: String
        let passes: Bool
        var isDraft = false
        var testDescription: String { "\(titles) / \(page)" }

        init(_ titles: [String], _ page: String, _ passes: Bool, isDraft: Bool = false) {
            self.titles = titles
            self.page = page
            self.passes = passes
            self.isDraft = isDraft
        }
    }

    static let cases: [Case] = [
        Case(["中华人民共和国网络安全法"], "中华人民共和国网络安全法", true),
        Case(["中华人民共和国网络安全法"], "网络安全法", true),
        Case(["网络安全法"], "中华人民共和国网络安全法", true),
        Case(["网络安全法"], "《中华人民共和国网络安全法》", true),
        Case(["网络安全法"], "中华人民共和国 网 络 安 全 法", true),
        Case(["网络安全法"], "中华人民共和国\n网络安全法", true),
        Case(["网络安全法"], "中华人民共和国网络安全法（全文）", true),
        Case(["立法法"], "中华人民共和国立法法（2023年修正）", true),
        Case(["立法法"], "中华人民共和国立法法(2023修正)", true),
        Case(["网络安全法"], "中华人民共和国网络安全法（草案）", true, isDraft: true),
        Case(["网络安全法"], "网络安全法（草案二次审议稿）", true, isDraft: true),
        Case(["网络安全审查办法"], "网络安全审查办法（修订草案征求意见稿）", true, isDraft: true),
        Case(["网络安全审查办法"], "网络安全审查办法（征求意见稿）", true, isDraft: true),
        Case(["保守国家秘密法"], "中华人民共和国保守国家秘密法（修订草案）", true, isDraft: true),
        Case(["保守国家秘密法"], "中华人民共和国保守国家秘密法修订草案", true, isDraft: true),
        Case(["银行业指南（2014-2015年度）"], "银行业指南（2014—2015年度）", true),
        Case(["某管理办法（试行）"], "某管理办法（试行）", true),
        Case(["Data Security Law of the People's Republic of China"], "Data Security Law of the PRC", true),
        Case(["Data Security Law"], "DATA SECURITY LAW OF THE PEOPLE’S REPUBLIC OF CHINA", true),
        Case(["Data Security Law"], "Data Security Law (Draft)", true, isDraft: true),
        Case(["网络安全法"], "国家互联网信息办公室关于公布征求意见的通知\n网络安全法", true),
        Case(["网络数据安全管理条例"], "中华人民共和国国务院令\n第790号\n网络数据安全管理条例", true),
        Case(["网络安全法"], "首页 > 法律法规\n中华人民共和国网络安全法", true),
        Case(["网络安全审查办法"], "网络安全审查办法(2022)", true),
        Case(["Cybersecurity Review Measures"], "Cybersecurity Review Measures (2022)", true),
        Case(
            ["Executive Order 1: Blocking the Property of Certain Persons"],
            "Executive Order 1, Blocking the Property of Certain Persons, as Amended", true),
        Case(["Data Security Law"], "Data Security Law Implementing Regulations", false),
        Case(["网络安全法"], "国家网信办网站\n标　　题：中华人民共和国网络安全法", true),
        Case(["网络安全法"], "【法律】中华人民共和国网络安全法", true),
        Case(["网络安全法"], "法律法规\n【来源】数据安全法", false),
        // Another law, or what is said about one.
        Case(["网络安全法"], "中华人民共和国数据安全法", false),
        Case(["反间谍法"], "中华人民共和国反间谍法实施细则", false),
        Case(["反间谍法实施细则"], "中华人民共和国反间谍法", false),
        Case(["刑法"], "中华人民共和国刑法修正案（十）", false),
        Case(["网络安全法"], "《网络安全法》解读之三", false),
        Case(["网络安全审查办法"], "数据出境安全评估办法", false),
        Case(["某管理办法（试行）"], "某管理规定（试行）", false),
        Case(["Data Security Law"], "Cybersecurity Law", false),
        Case(["网络安全法"], "国家互联网信息办公室关于公布征求意见的通知\n数据安全管理办法", false),
        // Another state of the same.
        Case(["网络安全法"], "中华人民共和国网络安全法（草案）", false),
        Case(["网络安全审查办法"], "网络安全审查办法（修订草案征求意见稿）", false),
        Case(["Data Security Law"], "Data Security Law (Draft for Comments)", false),
    ]

    @Test("must be one of the declared", arguments: cases)
    func matches(_ scene: Case) {
        let source = GateScene.law(title: scene.page, notes: [])
        let kinds = GateScene.kinds(
            GateScene.input(source, subject: GateSubject(titles: scene.titles, isDraft: scene.isDraft)))
        #expect(kinds == (scene.passes ? [] : ["title"]))
    }

    @Test("may stand in the page's own title where the text has none")
    func pageTitle() {
        let bare = GateScene.law(title: "发布时间：2016-11-07", notes: [])
        #expect(GateScene.kinds(GateScene.input(bare, page: "中华人民共和国测试网络法_中国人大网")) == [])
        #expect(GateScene.kinds(GateScene.input(bare, page: "中国人大网")) == ["title"])
    }

    @Test("of the page does not cover another law in the text")
    func anotherUnderOurs() {
        let other = GateScene.law(title: "中华人民共和国测试数据法", notes: [])
        #expect(GateScene.kinds(GateScene.input(other, page: "中华人民共和国测试网络法")) == ["title"])
    }

    @Test("may stay as it was accepted before")
    func asBefore() {
        let source = GateScene.law(title: "测试网络法释义大全")
        let previous = GateScene.law(
            GateScene.articles.dropLast() + ["本法自2018年6月1日起施行。"], title: "测试网络法释义大全")
        #expect(GateScene.kinds(GateScene.input(source, previous: previous)) == [])
    }

    @Test("that stops to be a draft's is told at a draft's address")
    func draftAdopted() {
        let subject = GateSubject(titles: ["测试网络法"], isDraft: true)
        let draft = GateScene.law(title: "测试网络法（草案）", notes: [])
        #expect(
            GateScene.kinds(GateScene.input(GateScene.law(), previous: draft, subject: subject)) == ["title"])
        let bare = GateScene.law(replacing: 5, with: "违反本法规定的，处二十万元以下罚款。", notes: [])
        #expect(
            GateScene.kinds(GateScene.input(GateScene.law(), previous: bare, subject: subject)) == ["title"])
    }

    @Test("in another language than before is told")
    func language() {
        let english =
            "Test Network Law of the People's Republic of China\nArticle 1 Operators shall keep logs.\nArticle 2 Users shall log in.\nArticle 3 This Law shall come into force on June 1, 2017.\n"
        let kinds = GateScene.kinds(GateScene.input(english, previous: GateScene.law()))
        #expect(kinds.contains("title"))
    }

    @Test("comes with a document number, which may change with a date only")
    func numbers() {
        let subject = GateSubject(titles: ["测试条例"])
        func law(_ notes: [String], _ last: String = "本条例自公布之日起施行。") -> String {
            GateScene.law(GateScene.articles.dropLast() + [last], title: "测试条例", notes: notes)
        }
        let before = law(["（2019年1月2日国务院令第710号公布）"])
        let other = law(["（2019年1月2日国务院令第七百六十号公布）"], "本条例自2019年3月1日起施行。")
        #expect(GateScene.kinds(GateScene.input(other, previous: before, subject: subject)) == ["number"])
        let revised = law(["（2023年4月27日国务院令第760号修订）"], "本条例自2023年7月1日起施行。")
        #expect(GateScene.kinds(GateScene.input(revised, previous: before, subject: subject)) == [])
        let both = law(
            ["（2019年1月2日国务院令第710号公布 根据2021年1月2日国务院令第740号修订）"], "本条例自2019年3月1日起施行。")
        #expect(GateScene.kinds(GateScene.input(both, previous: before, subject: subject)) == [])
    }

    @Test("carries numbers in several writings")
    func numberForms() {
        #expect(DocumentNumber.all(in: ["中华人民共和国主席令第五十三号"]) == ["order 53"])
        #expect(DocumentNumber.all(in: ["国务院令第７６０号"]) == ["order 760"])
        #expect(DocumentNumber.all(in: ["银监办发〔2014〕317号"]) == ["2014 no. 317"])
        #expect(DocumentNumber.all(in: ["银监办发[2014] 317 号，第五号通知"]) == ["2014 no. 317"])
        #expect(DocumentNumber.all(in: ["第十二届全国人民代表大会第二十四次会议"]) == [])
    }
}
