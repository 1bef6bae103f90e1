import Material
import Testing

@testable import Tracking

@Suite("Pages and their attached files")
struct AttachmentTests {
    private static let notice = "关于公布《测试网络法》的通知\n现予公布，请遵照执行。\n附件：测试网络法\n国家测试办公室\n2016年11月7日\n"

    @Test(
        "a page that only names the file is told",
        arguments: [
            Link(address: "P020161107.doc", words: "测试网络法"), Link(address: "/a/b.docx?x=1", words: "下载"),
            Link(address: "b.PDF", words: "全文"), Link(address: "b.wps", words: "b"),
            Link(address: "b.ofd#1", words: "b"), Link(address: "/download?id=3", words: "附件：测试网络法.pdf"),
            Link(address: "/download?id=3", words: "附件1"),
        ])
    func only(_ link: Link) {
        #expect(GateScene.kinds(GateScene.input(Self.notice, links: [link])).contains("attachment-only"))
        #expect(GateScene.kinds(GateScene.input(GateScene.law(), links: [link])) == [])
    }

    @Test("other links are no attachments")
    func links() {
        let links = [Link(address: "/index.html", words: "首页"), Link(address: "/doc/1.html", words: "文档")]
        #expect(!GateScene.kinds(GateScene.input(Self.notice, links: links)).contains("attachment-only"))
    }

    @Test("a file that says the same but for blanks, width and punctuation agrees")
    func agrees() {
        let file = GateScene.law().replacing("，", with: ",").replacing("；", with: " ;")
            .replacing("（一）", with: "(一)").replacing("2017", with: "２０１７")
        #expect(GateScene.kinds(GateScene.input(GateScene.law(), attachment: file)) == [])
    }

    @Test("the first article that differs is named with both wordings")
    func differs() {
        let file = GateScene.law(replacing: 5, with: "违反本法规定的，由主管部门责令改正，处五十万元以下罚款。")
        let signals = PageGate.signals(GateScene.input(GateScene.law(), attachment: file))
        #expect(signals.map(\.kind.rawValue) == ["attachment-differs"])
        let message = signals.first?.message ?? ""
        #expect(message.contains("第六条") && message.contains("处十万元") && message.contains("处五十万元"))
    }

    @Test("an article that stands on one side only is named")
    func missing() {
        let file = GateScene.law(GateScene.articles + ["国务院可以制定实施办法。"])
        let more = PageGate.signals(GateScene.input(GateScene.law(), attachment: file))
        #expect(more.first?.message == "第九条 stands in the attachment and not on the page")
        let less = PageGate.signals(GateScene.input(file, attachment: GateScene.law()))
        #expect(
            less.first { $0.kind == .attachmentDiffers }?.message
                == "第九条 stands on the page and not in the attachment")
    }

    @Test("several differences are counted")
    func several() {
        let file = GateScene.law(GateScene.articles.map { $0.replacing("应当", with: "可以") })
        let message =
            PageGate.signals(GateScene.input(GateScene.law(), attachment: file)).first?.message ?? ""
        #expect(message.contains("第二条") && message.contains("4 articles differ"))
    }
}
