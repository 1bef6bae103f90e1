import Redline
import Rendering
import Statute
import Testing

@Suite struct PartWordsTests {
    private let old = """
        第一条 渡口经营人应当履行下列义务：
        （一）检查船舶的救生设备；
        （二）登记乘客的姓名和人数；
        （三）向主管部门报告事故。
        """
    private let new = """
        第一条 渡口经营人应当履行下列义务：
        （一）检查船舶的救生设备；
        （二）向主管部门报告事故。
        （三）公布票价；
        （四）停止摆渡。
        """

    private func changes(_ old: String, _ new: String) -> ChangeSet {
        ChangeSet.between(StatuteParser.parse(old).text, StatuteParser.parse(new).text)
    }

    @Test func `items with other numbers are told in one line`() {
        let change = changes(old, new).changes[0]
        #expect(ChangeWords.items(change) == "items: （三） → （二）, （三） new, （四） new, （二） gone")
        #expect(ChangeWords.items(change, .zh) == "项：（三）→（二），新增（三），新增（四），删去（二）")
    }

    @Test func `where every item keeps its number nothing is told`() {
        let reworded = old.replacing("救生设备", with: "消防设备")
        #expect(ChangeWords.items(changes(old, reworded).changes[0]) == nil)
        #expect(ChangeWords.items(changes(old, old).changes[0]) == nil)
    }

    @Test func `a long list is cut short and counted`() {
        let items = (1...20).map { "（\($0)）第\($0)种船舶的检验办法；" }
        let long = (["第一条 渡口经营人应当遵守下列办法："] + items).joined(separator: "\n")
        let short = (["第一条 渡口经营人应当遵守下列办法："] + items.prefix(2)).joined(separator: "\n")
        let words = ChangeWords.items(changes(long, short).changes[0])
        #expect(words?.hasSuffix(", and 10 more") == true)
    }

    @Test func `JSON names the parts that changed and why provisions were matched`() {
        let json = RedlineDocument(changes(old, new), oldSHA256: "", newSHA256: "").json.text()
        #expect(json.contains(#""grounds":["wording"]"#))
        #expect(
            json.contains(
                #""parts":[{"before":"art_1__point_3","after":"art_1__point_2","similarity":1.0,"ground":"exact","moved":false}]"#
            ))
    }

    @Test func `every rendering says it`() {
        let view = RedlineView(
            changes(old, new), old: VersionCaption("a"), new: VersionCaption("b"))
        let line = "items: （三） → （二）"
        #expect(TerminalRedline.render(view, style: TerminalStyle(color: false)).contains(line))
        #expect(MarkdownRedline.render(view).contains(line))
        #expect(HTMLRedline.page(view).contains(line))
    }
}
