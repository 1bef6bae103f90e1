import Material
import Statute
import Testing

@testable import Tracking

@Suite("Index pages and what they announce")
struct ListingTests {
    private let page = "https://www.cac.example/wxzw/zcfg/A093703index_1.htm"

    private func listing(
        _ links: [(String, String)], words: [String] = ["网络安全法", "征求意见稿"], number: Int = 1, pages: Int = 1
    ) -> Listing {
        Listing(
            links: links.map { Link(address: $0.0, words: $0.1) }, page: page, words: words, number: number,
            pages: pages)
    }

    @Test("links whose words hold all declared words are taken, resolved, each once, in order")
    func taken() {
        let found = listing([
            ("../../2025-03/28/c_1.htm", "网络安全法（修正草案再次征求意见稿）"), ("/about.htm", "关于我们"),
            ("/2022-09/14/c_2.htm", "关于修改《网络安全法》的决定（征求意见稿）"),
            ("https://www.cac.example/2025-03/28/c_1.htm#top", "网络安全法 征求意见稿"),
            ("javascript:open('网络安全法征求意见稿')", "网络安全法征求意见稿"), ("x.htm", "网络安全法公布"),
        ])
        #expect(
            found.found.map(\.url) == [
                "https://www.cac.example/2025-03/28/c_1.htm", "https://www.cac.example/2022-09/14/c_2.htm",
            ])
        #expect(found.found.map(\.stage) == [.commentsAgain, .comments])
        #expect(found.found.map(\.date) == [CalendarDate("2025-03-28"), CalendarDate("2022-09-14")])
        #expect(found.notices == ["1 titles with all words lead to no page of the web"])
        #expect(found.next == nil)
    }

    @Test(
        "width, case and blanks do not count in words",
        arguments: [
            "网络安全法 征求\u{3000}意见稿", "网络\u{200b}安全法\n征求意见稿", "ＡＩ网络安全法征求意见稿", "[网络安全法]征求意见稿",
        ])
    func folding(_ words: String) {
        #expect(listing([("a.htm", words)]).found.count == 1)
        #expect(listing([("a.htm", "ＣＳＬ（２０２５）")], words: ["csl(2025)"]).found.count == 1)
    }

    @Test("no declared words take nothing, and that is said")
    func noWords() {
        let found = listing([("a.htm", "anything")], words: ["", " "])
        #expect(found.found.isEmpty)
        #expect(found.notices.count == 1)
    }

    @Test("a title that the page shows cut off is not taken, but told")
    func cutOff() {
        let found = listing([("a.htm", "关于《网络安全法（修正草案）》公开征…"), ("b.htm", "别的…")])
        #expect(found.found.isEmpty)
        #expect(found.notices.count == 1)
    }

    @Test("the source id of a found document is the same in every run and for every spelling of its address")
    func stableID() throws {
        let a = try #require(FoundDocument(url: "HTTP://A.example:80/x/../y", words: "x"))
        let b = try #require(FoundDocument(url: "http://a.example/y#z", words: "other"))
        #expect(a.id == b.id)
        #expect(a.id == "found-" + SHA256.hex(of: Array("http://a.example/y".utf8)).prefix(12))
        #expect(a.id.utf8.count == 18)
        #expect(FoundDocument(url: "/relative", words: "x") == nil)
    }

    @Test("the next page of the index is followed as far as declared, then told")
    func pagination() {
        let links = [("index_1.htm", "1"), ("A093703index_2.htm", "下一页 >"), ("index_9.htm", "尾页")]
        let first = listing(links, number: 1, pages: 3)
        #expect(first.next == "https://www.cac.example/wxzw/zcfg/A093703index_2.htm")
        #expect(first.notices.isEmpty)
        let last = listing(links, number: 3, pages: 3)
        #expect(last.next == nil)
        #expect(last.notices.count == 1)
        #expect(listing([("#", "下一页")], pages: 3).next == nil)
        #expect(
            listing([("p2.htm", "« Next »")], pages: 2).next == "https://www.cac.example/wxzw/zcfg/p2.htm")
        #expect(listing([("p2.htm", "请看下一页的说明")], pages: 2).next == nil)
    }

    @Test("a page with more matches than are taken says so")
    func limit() {
        let links = (0..<30).map { Link(address: "\($0).htm", words: "网络安全法") }
        let found = Listing(links: links, page: page, words: ["网络安全法"], limit: 10)
        #expect(found.found.count == 10)
        #expect(found.notices.count == 1)
    }

    @Test("entries of a feed are found by their titles")
    func feed() {
        let feed = Feed(
            format: .atom,
            entries: [
                FeedEntry(title: "网络安全法（草案）", link: "https://a.example/2015-07/06/1.htm"),
                FeedEntry(title: "别的"), FeedEntry(title: "网络安全法（草案）无地址"),
            ])
        let found = Listing(feed: feed, words: ["网络安全法", "草案"])
        #expect(found.found.map(\.url) == ["https://a.example/2015-07/06/1.htm"])
        #expect(found.found.first?.stage == .draft1)
        #expect(found.notices.count == 1)
    }

    @Test(
        "the words of a title say which stage it announces",
        arguments: [
            ("网络安全法（草案）", StageGuess.draft1), ("数据安全法（草案二次审议稿）", .draft2),
            ("网络安全法(草案三次审议稿)", .draft3), ("关于修改《网络安全法》的决定（征求意见稿）", .comments),
            ("网络安全法（修正草案再次征求意见稿）", .commentsAgain), ("关于修改《网络安全法》的决定", .decision),
            ("密码法（草案征求意见稿）", .comments), ("《网络安全审查办法》答记者问", .commentary),
            ("关于公开征求意见的通知", .comments),
        ])
    func stages(words: String, stage: StageGuess) {
        #expect(StageGuess(words: words) == stage)
        #expect(StageGuess(words: "中华人民共和国网络安全法") == nil)
    }

    @Test(
        "dates stand in words and in addresses",
        arguments: [
            ("http://www.npc.example/npc/xinwen/lfgz/flca/2015-07/06/content_1940614.htm", "2015-07-06"),
            ("https://www.gov.example/xxgk/202503/t20250328_1234.html", "2025-03-28"),
            ("https://www.cac.example/2025-03/28/c_1744779434867328.htm", "2025-03-28"),
            ("https://www.miit.example/20210712/a.html", "2021-07-12"),
            ("https://a.example/2021/7/2/x", "2021-07-02"),
        ])
    func addressDates(address: String, date: String) {
        #expect(DateGuess.inAddress(address) == CalendarDate(date))
    }

    @Test(
        "numbers that are no dates are none",
        arguments: [
            "http://a/c_1744779434867328.htm", "http://a/2015-13/40/x", "http://a/10000101/x",
            "http://a/n1146295/c5345009/", "", "2015",
        ])
    func noAddressDates(_ address: String) {
        #expect(DateGuess.inAddress(address) == nil)
    }

    @Test(
        "dates in words",
        arguments: ["关于……的通知 2015年7月6日", "[2015-07-06] 通知", "２０１５年７月６日", "2015/7/6", "第12号 2015.07.06"])
    func wordDates(_ words: String) {
        #expect(DateGuess.inWords(words) == CalendarDate("2015-07-06"))
        #expect(DateGuess.inWords("2015年") == nil)
    }
}
