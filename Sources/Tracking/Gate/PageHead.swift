import Material
import Statute

/// The words of a page among which its title must stand.
struct PageHead {
    /// The first lines of the text, and neighbours of them joined: titles are broken over lines.
    let lines: [LawTitle]
    /// The page's own title, whole and in the pieces that sites join with signs.
    let pageTitles: [LawTitle]
    let own: LawTitle

    init(_ input: GateInput) {
        own = LawTitle(input.text.title)
        let first = PlainWords.lines(input.readout.text, limit: 16).map { PlainWords.short($0, 160) }
        var lines = first.map { LawTitle($0) } + input.text.headnotes.prefix(8).map { LawTitle($0) }
        // 标题：…, 【法规】…
        lines += first.filter { $0.unicodeScalars.contains { $0 == "：" || $0 == ":" || $0 == "】" } }
            .compactMap { Self.pieces($0).last.map { LawTitle($0) } }
        for width in [2, 3] where first.count >= width {
            for start in 0...(first.count - width) where start < 8 {
                lines.append(LawTitle(first[start..<(start + width)].joined()))
            }
        }
        self.lines = lines
        let title = PlainWords.short(input.readout.title ?? "", 300)
        pageTitles = ([title] + Self.pieces(title)).filter { !$0.isEmpty }.map { LawTitle($0) }
    }

    private static func pieces(_ title: String) -> [String] {
        var found: [String] = []
        var piece = String.UnicodeScalarView()
        for scalar in title.unicodeScalars {
            switch scalar {
            case "】", "_", "|", "-", "–", "—", "·", ">", "»", "›", "：", ":", "｜", "－", "/":
                found.append(String(piece))
                piece = String.UnicodeScalarView()
            default: piece.append(scalar)
            }
        }
        return found + [String(piece)]
    }
}
