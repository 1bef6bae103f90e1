import Foundation
import Material
import Statute
import Testing
import Transport

/// The pages of the fault server that are about text, as one law and what a server can do to it.
@Suite("pages that lie, and one law that stays the same")
struct FaultPageTests {
    private static let articles = (1..<40).map {
        "<p>第\($0)条 本法所称记录，是指对信息的存储。第\($0)款另有规定的除外。</p>"
    }.joined()

    private static func page(
        _ articles: String = articles, visitor: Int = 1, date: String = "2026年11月23日", extra: String = "",
        charset: String? = "utf-8"
    ) -> String {
        """
        <!doctype html><html lang="zh"><head><title>中华人民共和国测试法</title>\
        \(charset.map { "<meta charset=\"\($0)\">" } ?? "")</head>\
        <body><nav>首页 | 法规库 | 您是第\(visitor)位访问者</nav><div class="date">今天是\(date)</div>\(extra)\
        <article id="article"><h1>中华人民共和国测试法</h1>\(articles)</article>\
        <footer>京ICP备0000\(visitor)号</footer></body></html>
        """
    }

    private static func read(
        _ bytes: [UInt8], charset: String? = nil, xpath: String? = nil
    ) -> Result<Readout, ReadingFault> {
        PageReader.read(
            ReadingRequest(bytes: bytes, mediaType: "text/html", charset: charset, name: "page", xpath: xpath))
    }

    private static func gb(_ text: String) throws -> [UInt8] {
        [UInt8](try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632))))
    }

    private func good(_ xpath: String?) throws -> Readout {
        try Self.read(Array(Self.page().utf8), charset: "utf-8", xpath: xpath).get()
    }

    private static let selectors: [String?] = [nil, "//article[@id='article']"]

    @Test("the text begins with the title and holds the articles and nothing else", arguments: selectors)
    func control(xpath: String?) throws {
        let readout = try good(xpath)
        let lines = readout.text.split(separator: "\n")
        #expect(lines.first == "中华人民共和国测试法")
        #expect(lines.count == 40)
        #expect(lines.last?.hasPrefix("第39条") == true)
        #expect(readout.place == (xpath == nil ? .structure : .xpath))
        #expect(readout.surroundings.contains("位访问者"))
        let statute = StatuteParser.parse(readout.text)
        #expect(statute.text.title == "中华人民共和国测试法")
        #expect(statute.text.articleLevel.count == 39)
    }
}
