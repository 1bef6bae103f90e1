import Material

/// The links of a page.
enum PageLinks {
    static func links(of tree: PageTree) -> [Link] {
        let base = tree.first(.base).flatMap { tree.addresses[$0] }
        return tree.nodes.indices.compactMap { node in
            guard let tag = tree.tag(node), tag == .a || tag == .area, let written = tree.addresses[node]
            else {
                return nil
            }
            let address = StatuteTitle.trimmed(written)
            guard !address.isEmpty else { return nil }
            return Link(
                address: base.map { WebReference.resolve(address, against: $0) } ?? address,
                words: words(of: node, in: tree))
        }
    }

    /// The words that a link shows, or what it or its picture is called.
    private static func words(of link: Int, in tree: PageTree) -> String {
        var words: [UInt8] = []
        var name: String? = tree.names[link]
        // A link that was never closed would take the whole page.
        for node in link..<tree.end(link) where words.count < 4_096 {
            if tree.tag(node) == nil { words += tree.words(node) } else { name = name ?? tree.names[node] }
        }
        let shown = folded(String(decoding: words, as: UTF8.self))
        return shown.isEmpty ? folded(name ?? "") : shown
    }

    /// Every run of blanks as one, none at the ends.
    static func folded(_ words: String) -> String {
        var folded = String.UnicodeScalarView()
        var gap = false
        for scalar in words.unicodeScalars {
            if Blank.isBlank(scalar) {
                gap = true
            } else {
                if gap, !folded.isEmpty { folded.append(" ") }
                gap = false
                folded.append(scalar)
            }
        }
        return String(folded)
    }
}
