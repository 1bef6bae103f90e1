import Statute

/// What of a text can be counted and compared without reading it.
struct StatuteShape {
    /// A place where article numbers do not run on.
    struct Break: Equatable {
        enum Sort { case gap, restart }
        let sort: Sort
        let before: String
        let after: String
        /// Position in ``articles`` of the article after it.
        let index: Int
    }

    /// Words that announce a list.
    struct Announcement {
        /// The article in which it stands, as printed.
        let label: String
        /// The words, folded.
        let key: String
        let items: Int
        /// Nothing of the provision comes after it.
        let isLast: Bool
        let isExplicit: Bool
    }

    let articles: [Provision]
    /// Every article-level provision.
    let units: [Provision]
    /// Visible scalars below the headnotes.
    let characters: Int
    let items: Int
    let subitems: Int
    let announcements: [Announcement]
    /// The last line of the text and whether it stands in an annex, which may end as it likes.
    let lastLine: String
    let endsInAnnex: Bool

    init(_ text: StatuteText) {
        var units: [Provision] = []
        var characters = 0
        var items = 0
        var subitems = 0
        var lastLine = ""
        var lastIsAnnexed = false
        var announcements: [Announcement] = []
        var stack: [(node: Provision, unit: String, isAnnexed: Bool, isLastOfUnit: Bool)] = [
            (text.root, "", false, true)
        ]
        while let (node, unit, isAnnexed, isLast) = stack.popLast() {
            characters += [node.label, node.heading, node.text]
                .reduce(0) { $0 + $1.unicodeScalars.count { !$0.isUnseen } }
            let annexed = isAnnexed || node.kind == .annex
            let words = node.text.isEmpty ? (node.heading.isEmpty ? node.label : node.heading) : node.text
            if !words.isEmpty, node.kind != .body {
                lastLine = words
                lastIsAnnexed = annexed
            }
            if node.kind == .item { items += 1 }
            if node.kind == .subitem { subitems += 1 }
            var name = unit
            var startsUnit = false
            if !node.kind.isContainer, unit.isEmpty {
                units.append(node)
                name = node.label.isEmpty ? "the words before the first article" : node.label
                startsUnit = true
            }
            if let end = node.text.unicodeScalars.last(where: { !$0.isUnseen }), end == "：" || end == ":" {
                let key = PlainWords.folded(node.text)
                announcements.append(
                    Announcement(
                        label: name, key: key, items: node.children.count,
                        isLast: node.children.isEmpty && (isLast || startsUnit),
                        isExplicit: ["下列", "thefollowing"].contains {
                            PlainWords.holds(Array(key.utf8), Array($0.utf8))
                        }))
            }
            for (index, child) in node.children.enumerated().reversed() {
                let isEnd = (isLast || startsUnit) && index == node.children.count - 1
                stack.append((child, name, annexed, node.kind.isContainer ? true : isEnd))
            }
        }
        self.units = units
        articles = units.filter { $0.kind == .article }
        self.characters = characters
        self.items = items
        self.subitems = subitems
        self.announcements = announcements
        self.lastLine = lastLine
        endsInAnnex = lastIsAnnexed
    }

    /// Where the numbers jump or go back; 第N条之一 after 第N条 runs on.
    var breaks: [Break] {
        var found: [Break] = []
        var last = [0]
        for (index, article) in articles.enumerated() {
            let number = article.number.utf8.split(separator: 0x2D).compactMap { Int(Substring($0)) }
            guard let main = number.first, let lastMain = last.first else { continue }
            let before = last.map(String.init).joined(separator: "-")
            let follows: Bool
            if number.count == 1 {
                follows = main == lastMain + 1
            } else {
                follows = main == lastMain && number[1] == (last.count > 1 ? last[1] + 1 : 1)
            }
            if !follows {
                let rises =
                    main > lastMain || (main == lastMain && number.count > 1 && last.count < 2)
                    || (main == lastMain && number.count > 1 && last.count > 1 && number[1] > last[1])
                found.append(
                    Break(sort: rises ? .gap : .restart, before: before, after: article.number, index: index))
            }
            last = number
        }
        return found
    }

    /// The longest run of articles whose numbers follow each other.
    var longestRun: Int {
        var longest = articles.isEmpty ? 0 : 1
        var start = 0
        for cut in breaks.map(\.index) + [articles.count] {
            longest = max(longest, cut - start)
            start = cut
        }
        return longest
    }

    /// Whether one of the last articles says when the law takes effect or who interprets it.
    var hasCommencement: Bool {
        for unit in units.suffix(8) {
            let words = Array(PlainWords.folded(ArticleText(unit).string).utf8)
            let signs = [
                "起施行", "起实施", "起生效", "起执行", "日施行", "之日起", "起试行", "时施行", "comeintoforce", "comeintoeffect",
                "takeeffect", "effectiveasof", "entersintoforce", "beeffective",
            ]
            if signs.contains(where: { PlainWords.holds(words, Array($0.utf8)) }) { return true }
        }
        return false
    }
}
