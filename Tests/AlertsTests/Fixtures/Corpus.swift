import Foundation
import Statute

/// Official texts outside the project; tests that need them are skipped when they are not there.
enum Corpus {
    static let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let folder: URL = {
        let path = ProcessInfo.processInfo.environment["LEXWATCH_CORPUS"] ?? "../shared/corpus"
        return path.hasPrefix("/") ? URL(filePath: path) : packageRoot.appending(path: path)
    }()

    static let isThere = FileManager.default.fileExists(atPath: folder.appending(path: "cn-laws").path)

    static func text(_ path: String) throws -> StatuteText {
        let url = folder.appending(path: "cn-laws/\(path).md")
        return ChineseOutline.text(try String(contentsOf: url, encoding: .utf8))
    }

    static func all() throws -> [(name: String, text: StatuteText)] {
        let root = folder.appending(path: "cn-laws")
        let files = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
        return try files.filter { $0.hasSuffix(".md") }.sorted().map { name in
            let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
            return (name, ChineseOutline.text(text))
        }
    }
}

/// As much structure as these tests need: articles, paragraphs and items. The parser of Statute does the rest.
enum ChineseOutline {
    static func text(_ markdown: String) -> StatuteText {
        var title = ""
        var articles: [Provision] = []
        for raw in markdown.split(whereSeparator: \.isNewline) {
            let line = raw.drop { $0 == " " || $0 == "\u{3000}" }
            if line.isEmpty || line.hasPrefix("<!--") { continue }
            if line.hasPrefix("#") {
                if title.isEmpty { title = String(line.drop { $0 == "#" || $0 == " " }) }
                continue
            }
            if let (label, rest) = articleLabel(line) {
                let number = "\(articles.count + 1)"
                let path = ProvisionPath("art_\(number)")
                let first = Provision(
                    kind: .paragraph, number: "1", text: rest, path: path.appending(.paragraph, "1"))
                articles.append(
                    Provision(kind: .article, number: number, label: label, children: [first], path: path))
            } else if var article = articles.popLast() {
                add(line, to: &article)
                articles.append(article)
            }
        }
        let root = Provision(kind: .body, children: articles)
        return StatuteText(title: title, language: .zh, headnotes: [], root: root)
    }

    private static func add(_ line: Substring, to article: inout Provision) {
        let isItem = line.first == "（" || line.first == "("
        guard isItem, let close = line.firstIndex(where: { $0 == "）" || $0 == ")" }),
            line.distance(from: line.startIndex, to: close) < 6, var paragraph = article.children.popLast()
        else {
            let number = "\(article.children.count + 1)"
            article.children.append(
                Provision(
                    kind: .paragraph, number: number, text: String(line),
                    path: article.path.appending(.paragraph, number)))
            return
        }
        let number = "\(paragraph.children.count + 1)"
        paragraph.children.append(
            Provision(
                kind: .item, number: number, label: String(line[...close]),
                text: String(line[line.index(after: close)...]), path: paragraph.path.appending(.item, number)
            ))
        article.children.append(paragraph)
    }

    private static func articleLabel(_ line: Substring) -> (String, String)? {
        guard line.first == "第", let end = line.firstIndex(of: "条") else { return nil }
        let numerals = line[line.index(after: line.startIndex)..<end]
        guard !numerals.isEmpty, numerals.allSatisfy({ "一二三四五六七八九十百千零〇0123456789".contains($0) }) else {
            return nil
        }
        var rest = line[line.index(after: end)...]
        var label = String(line[...end])
        if rest.first == "之" {
            label += String(rest.prefix(2))
            rest = rest.dropFirst(2)
        }
        guard rest.isEmpty || rest.first == " " || rest.first == "\u{3000}" else { return nil }
        return (label, String(rest.drop { $0 == " " || $0 == "\u{3000}" }))
    }
}
