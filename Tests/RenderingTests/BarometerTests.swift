import Alerts
import Foundation
import Rendering
import Statute
import Testing

@Suite("The barometer as text, JSON, picture and page")
struct BarometerTests {
    private let view = BarometerFixtures.view

    @Test("a golden sample of the text stands as it is drawn here")
    func golden() {
        let text = TerminalBarometer.render([view], style: TerminalStyle(color: false, width: 120))
        let table = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
            .drop { !$0.hasPrefix("date") }.prefix { !$0.hasPrefix("  Mechanism") }
        #expect(table.joined(separator: "\n") == BarometerFixtures.table)
    }

    @Test("fits narrow and wide terminals, and writes no escape sequences without colour")
    func widths() {
        for width in [40, 60, 80, 120, 200] {
            let text = TerminalBarometer.render([view], style: TerminalStyle(color: false, width: width))
            let lines = text.split(separator: "\n").map(String.init)
            #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
            #expect(!text.contains("\u{1B}"))
            #expect(text.contains("▼▼"))
            #expect(text.contains("Nothing moved:"))
        }
        #expect(
            TerminalBarometer.render([view], style: TerminalStyle(color: true, width: 80)).contains("\u{1B}"))
    }

    @Test("the JSON holds ids, article paths, days and what they are")
    func json() throws {
        let json = BarometerDocument([view], readings: []).json
        let data = Data(json.text(.pretty).utf8)
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(root["schema"] as? Int == 1)
        let entry = try #require((root["commitments"] as? [[String: Any]])?.first)
        let events = try #require(entry["events"] as? [[String: Any]])
        #expect(
            events.compactMap { $0["kind"] as? String } == [
                "proposed", "promise", "adopted", "in-force", "adopted", "in-force", "suspended",
            ])
        let adopted = try #require(events.first { $0["kind"] as? String == "in-force" })
        #expect(adopted["version"] as? String == "2016-11-07.adopted")
        #expect(adopted["basis"] as? String == "effective")
        let movement = try #require((adopted["movements"] as? [[String: Any]])?.first)
        #expect(movement["path"] as? String == "art_3")
        #expect(movement["counts"] as? String == "away")
        #expect(movement["change"] as? Int == 1)
    }

    @Test("the picture is well-formed XML without scripts, and says in words what it shows")
    func picture() {
        let svg = BarometerChart.file([view], language: .en)
        #expect(XMLCheck.isWellFormed(Array(svg.utf8)))
        #expect(svg.contains("<title id=\"b-title\">"))
        #expect(svg.contains("prefers-color-scheme:dark"))
        #expect(svg.contains("Sample Law suspended −2▼ −1▲"))
        #expect(!svg.contains("<script"))
        #expect(!svg.contains("href"))
    }

    @Test("hostile titles are escaped in picture and page, and draw nothing")
    func hostile() {
        for vector in HostileText.all {
            let view = BarometerFixtures.view(title: vector)
            let svg = BarometerChart.file([view], language: .en)
            #expect(XMLCheck.isWellFormed(Array(svg.utf8)), "\(vector)")
            #expect(!svg.contains("<img"))
            #expect(!svg.contains("<script"))
            let page = HTMLBarometer.page([view])
            #expect(!page.contains("<img"))
            #expect(!page.contains("<script>alert"))
            let text = TerminalBarometer.render([view], style: TerminalStyle(color: false))
            #expect(!text.unicodeScalars.contains("\u{1B}"))
        }
    }

    @Test("labels at one place stand in rows of their own")
    func labels() throws {
        let svg = BarometerChart.file([BarometerFixtures.crowded], language: .en)
        #expect(XMLCheck.isWellFormed(Array(svg.utf8)))
        var boxes: [(x: ClosedRange<Double>, y: Double)] = []
        for label in svg.matches(
            of:
                /<text class="label[^"]*" x="([\d.]+)" y="([\d.]+)"( text-anchor="end")?>(?:<title>[^<]*<\/title>)([^<]*)</
        ) {
            let x = try #require(Double(label.1))
            let y = try #require(Double(label.2))
            let width = Double(DisplayWidth.of(String(label.4))) * 5.6
            let range = label.3 == nil ? x...(x + width) : (x - width)...x
            #expect(!boxes.contains { $0.y == y && $0.x.overlaps(range) })
            boxes.append((range, y))
        }
        #expect(boxes.count == 23)
    }

    @Test("the page holds every chart with ids of its own, and names what has nothing to show")
    func page() {
        let page = HTMLBarometer.page([
            view, BarometerFixtures.view(title: "Second"), BarometerFixtures.empty,
        ])
        #expect(page.contains("id=\"b0-away\""))
        #expect(page.contains("id=\"b1-away\""))
        #expect(page.contains("No text of the United States is held"))
        #expect(page.matches(of: /<style>/).count == 3)
    }
}
