import TestSupport
import Testing

@testable import Transport

@Suite("The rules of robots.txt")
struct RobotsRulesTests {
    private func rules(_ text: String) -> RobotsRules { RobotsRules(Array(text.utf8), product: "Lexwatch") }

    /// One group for us with these lines.
    private func allows(_ lines: String..., path: String) -> Bool {
        rules("User-agent: lexwatch\n" + lines.joined(separator: "\n")).allows(path)
    }

    @Test("nothing is forbidden by an empty file, a page in HTML, a file of noise or an empty rule")
    func none() {
        for text in [
            "", "\n", "<!doctype html>\nUser-agent: *\nDisallow: /",
            " \r\n<html>\nUser-agent: *\nDisallow: /",
            "hello\nDisallow: /", "User-agent: *\nDisallow:", "User-agent: *\nDisallow: # /",
        ] {
            #expect(rules(text).allows("/law"), "\(text)")
        }
    }

    @Test("our own group counts, else that for all, and groups of the same name are one")
    func groups() {
        let text = """
            User-agent: other
            Disallow: /
            User-agent: *
            Disallow: /all
            User-Agent : LEXWATCH/1.0 # us
            User-agent: third
            Crawl-delay: 5
            Disallow: /ours
            Sitemap: http://a.example/
            User-agent: lexwatch
            Disallow: /more
            """
        let ours = rules(text)
        #expect(ours.allows("/all") && !ours.allows("/ours") && !ours.allows("/more") && ours.allows("/law"))
        let theirs = RobotsRules(Array(text.utf8), product: "fourth")
        #expect(!theirs.allows("/all") && theirs.allows("/ours"))
        #expect(
            RobotsRules(Array("User-agent: lexwatchful\nDisallow: /".utf8), product: "Lexwatch").allows("/a"))
        #expect(!rules("User-agent: *\r\rUser-agent: a\r\nDisallow: /x\r\n").allows("/x"))
        #expect(!rules("\u{FEFF}User-agent: *\nDisallow: /x").allows("/x"))
        // An empty group of our own lifts the one for all.
        #expect(rules("User-agent: *\nDisallow: /\nUser-agent: lexwatch\nDisallow:").allows("/x"))
    }

    @Test("the longest rule decides, and of two as long the one that allows")
    func longest() {
        #expect(allows("Disallow: /a", "Allow: /a/b", path: "/a/b/c"))
        #expect(!allows("Allow: /a", "Disallow: /a/b", path: "/a/b/c"))
        #expect(allows("Disallow: /a", "Allow: /a", path: "/a"))
        #expect(allows("Allow: /a", "Disallow: /a", path: "/a"))
        #expect(!allows("Allow: /page", "Disallow: /*.htm", path: "/page.htm"))
        #expect(allows("Allow: /page", "Disallow: /*.ph", path: "/page.php5"))
        #expect(allows("Disallow: /", path: "/robots.txt"))
    }

    @Test(
        "an asterisk stands for anything and a dollar for the end",
        arguments: [
            ("/fish", "/fish.html", true), ("/fish", "/Fish", false), ("/fish*", "/fishheads", true),
            ("/fish/", "/fish", false), ("/*.php", "/a/b.php?c", true), ("/*.php", "/windows.PHP", false),
            ("/*.php$", "/a.php", true), ("/*.php$", "/a.php?b", false), ("/*.php$", "/a.php.php", true),
            ("/fish*.php", "/fishheads/x.php?y", true), ("/a$", "/a", true), ("/a$", "/ab", false),
            ("/a$b", "/a$bc", true),
            ("*", "/x", true), ("$", "/x", false), ("/*a*b*c", "/xxaxxbxxc", true),
            ("/*a*b*c", "/xxbxxaxxc", false),
            ("/**a", "/xa", true), ("/a*$", "/abc", true), ("/ab*b$", "/ab", false), ("/*?", "/a?b", true),
            ("/法", "/%E6%B3%95/a", true), ("/%e6%b3%95", "/%E6%B3%95", true), ("/%7Ea", "/~a", true),
            ("/~a", "/%7ea", true),
            ("/a%2Fb", "/a/b", false), ("/a%2fb", "/a%2Fb", true), ("/%", "/%25", true),
            ("/%zz", "/%zz", true),
        ])
    func patterns(pattern: String, path: String, matches: Bool) {
        #expect(allows("Disallow: \(pattern)", path: path) == !matches)
    }

    @Test("only the first 500 KiB count, and no line that they cut in two")
    func long() {
        let filler = String(repeating: "# 0123456789abcdef\n", count: 30_000)
        #expect(rules("User-agent: *\n" + filler + "Disallow: /a").allows("/a"))
        let start = "User-agent: *\n"
        let comment = String(repeating: "#", count: RobotsRules.byteLimit - start.utf8.count - 12) + "\n"
        #expect(rules(start + comment + "Disallow: /abc").allows("/a"))
    }

    @Test("patterns made to be slow are not")
    func slow() {
        let pattern = "Disallow: /" + String(repeating: "a*", count: 500) + "b\n"
        let text = "User-agent: *\n" + String(repeating: pattern, count: 40)
        let path = "/" + String(repeating: "a", count: 8_000)
        // A matcher that tries every place for every piece would need more steps than anybody can wait for.
        #expect(rules(text).allows(path))
    }

    @Test("no bytes stop the reader", arguments: 0..<50)
    func noise(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let letters = Array("User-agent: *\nDisallow: /$%2<#\r\u{0}\u{FF}".utf8)
        let bytes = (0..<400).map { _ in letters.randomElement(using: &generator) ?? 0 }
        let robots = RobotsRules(bytes, product: "Lexwatch")
        #expect(robots.allows("/robots.txt"))
        _ = robots.allows("/a/%2")
    }
}
