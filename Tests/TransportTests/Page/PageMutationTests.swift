import Foundation
import Material
import TestSupport
import Testing

@testable import Transport

/// Pages that chance has damaged: nothing crashes, nothing hangs, and what is read is what stands there.
@Suite("damaged pages")
struct PageMutationTests {
    private static let pieces = [
        "<", ">", "</", "<!--", "-->", "<![", "]]>", "<?", "&", "&#", "&nbsp", "&#x4e00;", "\"", "'", "=",
        "/>", "<p>",
        "</p>", "<div>", "</div>", "<td>", "</td>", "<tr>", "<table>", "</table>", "<b>", "</b>", "<a href='",
        "</a>",
        "<script>", "</script>", "<title>", "</title>", "<body>", "</body>", "</html>", "<html>", "<head>",
        "<select>",
        "<textarea>", "<p style='display:none'>", "<li>", "<br/>", "<o:p>", "<frameset>", "<form>", "第九条　",
        "甲",
        "\u{3000}", "\n", "<style>", "<svg>", "<pre>", "<h1>", "<meta charset=gbk>", "<noscript>", "\u{1}",
    ]

    private static func mutated(_ page: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = page
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let at = Int.random(in: 0...bytes.count, using: &generator)
            let end = min(bytes.count, at + Int.random(in: 1...24, using: &generator))
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: bytes.removeSubrange(at..<end)
            case 1:
                bytes.insert(
                    contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &generator))
            case 2: bytes = Array(bytes[..<at])
            case 3 where at < end: bytes[at] = UInt8.random(in: 0...255, using: &generator)
            default:
                guard let piece = pieces.randomElement(using: &generator) else { continue }
                // Between characters, so that most pages stay UTF-8.
                var place = at
                while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
                bytes.insert(contentsOf: Array(piece.utf8), at: place)
            }
        }
        return bytes
    }

    private static func ideographs(_ words: some Sequence<UInt8>) -> [Unicode.Scalar] {
        String(decoding: Array(words), as: UTF8.self).unicodeScalars.filter {
            (0x3400...0x9FFF).contains($0.value)
        }
    }

    /// Whether one sequence is another with some left out.
    private static func isPart(_ part: [Unicode.Scalar], of whole: [Unicode.Scalar]) -> Bool {
        var rest = whole[...]
        for scalar in part {
            guard let found = rest.firstIndex(of: scalar) else { return false }
            rest = rest[(found + 1)...]
        }
        return true
    }

    /// The ideographs outside of tags, by a scan that knows nothing but `<` and `>`: true to what the parser is
    /// given, in which every other `<` is `&lt;`.
    private static func outsideTags(_ source: PageSource) -> [Unicode.Scalar] {
        var words: [UInt8] = []
        var quote: UInt8?
        var isInTag = false
        var isPastName = false
        // An equals sign that opens a value, and not a second one, which is the value.
        var opensValue = false
        for byte in source.bytes {
            if !isInTag {
                if byte == 0x3C { isInTag = true } else { words.append(byte) }
                isPastName = false
            } else if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x3E {
                isInTag = false
            } else if byte == 0x22 || byte == 0x27, opensValue {
                quote = byte
            }
            if byte <= 0x20 || byte == 0x2F { isPastName = true }
            if byte > 0x20 { opensValue = isPastName && byte == 0x3D && !opensValue }
        }
        return ideographs(words)
    }

    private static let pages: [(name: String, bytes: [UInt8], xpath: String?)] =
        SitePages.all.map { ($0.name, Array($0.html.utf8), $0.xpath) }

    @Test("a damaged page is read or refused, and every sign arrives once and in order", arguments: 0..<40)
    func mutations(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        for round in 0..<250 {
            let page = Self.pages[(seed + round) % Self.pages.count]
            let bytes = Self.mutated(page.bytes, &generator)
            let xpath = round.isMultiple(of: 2) ? page.xpath ?? "//body" : nil
            let label = "\(page.name), seed \(seed), round \(round)"
            let request = ReadingRequest(bytes: bytes, mediaType: "text/html", name: "page", xpath: xpath)
            guard case .success(let readout) = PageReader.read(request), readout.format == .html else {
                continue
            }
            // Looking at every sign takes longer than reading; the reader itself counts them on every page.
            guard (round / 2).isMultiple(of: 3) else { continue }
            let decoded = try CharsetReading(bytes, name: "page", meta: MetaPrescan.label(in: bytes))
            let source = PageSource(Array(decoded.text.utf8))
            let parser = PageParser(name: "page", limits: ReadingLimits())
            let parsed = try parser.parse(source, xpath: xpath)
            // What the parser was given is what it handed on.
            let whole = Self.ideographs(parsed.tree.text)
            let isWhole = whole == Self.outsideTags(source)
            #expect(isWhole, "\(label)")
            // What the chosen elements hold is what was read.
            let title = readout.text.split(separator: "\n").first.map(String.init) ?? ""
            let read = Self.ideographs(readout.text.utf8)
            let untitled = Self.ideographs(readout.text.utf8.dropFirst(title.utf8.count))
            if readout.place == .xpath, let selection = parsed.selection {
                let expected = Self.visible(
                    selection, parsed.tree,
                    withHidden: readout.notices.contains { $0.contains("goes on in an element") })
                let isSame = read == expected || untitled == expected
                #expect(isSame, "\(label)")
            } else {
                let isPart = Self.isPart(read, of: whole) || Self.isPart(untitled, of: whole)
                #expect(isPart, "\(label)")
            }
        }
    }

    /// The ideographs of the text nodes in some elements, each once, without what is not shown.
    private static func visible(
        _ selection: [Int], _ tree: PageTree, withHidden: Bool
    ) -> [Unicode.Scalar] {
        var words: [UInt8] = []
        var node = 0
        while node < tree.nodes.count {
            guard let root = selection.first(where: { tree.contains($0, node) }) else {
                node += 1
                continue
            }
            let tag = tree.tag(node)
            let isHidden =
                !withHidden && tree.nodes[node].marks.contains(.hidden) || tag?.isControl ?? false
            if node != root, tag?.isUnseen ?? false || isHidden {
                node = tree.end(node)
                continue
            }
            if tag == nil { words += tree.words(node) }
            node += 1
        }
        return ideographs(words)
    }
}
