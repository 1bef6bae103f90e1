package import Redline
package import Statute

extension ChangeWords {
    /// `items: (3) → (4), (5) new, (2) gone`, 项：（三）→（四），新增（五），删去（二）; nil where one provision became several,
    /// and where every item keeps its number.
    package static func items(_ change: ProvisionChange, _ language: Language = .en) -> String? {
        guard change.links.count == 1, let link = change.links.first, let old = change.before.first,
            let new = change.after.first, !link.parts.isEmpty
        else { return nil }
        let isChinese = language == .zh
        var words: [String] = []
        for part in link.parts {
            guard old.lines.indices.contains(part.oldLine), new.lines.indices.contains(part.newLine) else {
                continue
            }
            let (a, b) = (old.lines[part.oldLine], new.lines[part.newLine])
            guard a.kind == .item || b.kind == .item, a.kind != b.kind || !same(a.label, b.label) else {
                continue
            }
            words.append(isChinese ? "\(name(a))→\(name(b))" : "\(name(a)) → \(name(b))")
        }
        words += link.insertedParts(of: new).filter { $0.kind == .item }.map {
            isChinese ? "新增\(name($0))" : "\(name($0)) new"
        }
        words += link.repealedParts(of: old).filter { $0.kind == .item }.map {
            isChinese ? "删去\(name($0))" : "\(name($0)) gone"
        }
        if words.isEmpty { return nil }
        var shown = words.prefix(mostItems).joined(separator: isChinese ? "，" : ", ")
        let rest = words.count - mostItems
        if rest > 0 { shown += isChinese ? "，另有\(rest)处" : ", and \(rest) more" }
        return (isChinese ? "项：" : "items: ") + shown
    }

    /// At most this many are named; the rest are counted.
    private static let mostItems = 8

    private static func same(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

    /// The label as printed; `¶2` for a paragraph, `¶` for the provision's own words.
    private static func name(_ line: ArticleText.Line) -> String {
        VisibleText.line(line.label.isEmpty ? "¶\(line.depth == 0 ? "" : line.number)" : line.label)
    }
}
