import Statute

/// SplitMix64: the same numbers from the same seed on every machine.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Laws and mutations of laws, sensible and hostile, made from a seed.
struct RandomLaw {
    var random: Seeded

    private static let clauses = [
        "网络运营者应当保存日志", "违反本法第三条规定的", "处十万元以上五十万元以下罚款", "国家鼓励研究试验", "在二十四小时内报告", "依照《甲法》第二条第一款",
        "可以请求复核", "不得泄露秘密", "本办法所称机构，是指登记的单位", "前款所列事项", "由主管机关公告", "自2024年1月1日起施行", "第二十一条第（三）项",
        "Article 21(1) applies", "within six months", "the operator may not sell it", "本法自公布之日起施行", "1,000万元",
    ]
    private static let hostile = [
        "", " ", "　", "\u{200B}", "e\u{301}", "é", "\"\u{301}", "👩‍👩‍👧", "🇨🇳", "第", "第条", "第（", "（）", "百分之",
        "Articles", "Article",
        "99999999999999999999", "一一一一一一一一一一一一一一一一一一一一一一", "亿亿亿亿亿", "\u{FEFF}", "⼀⼆", "ａｂｃ１２", "、", "。。", ";",
        "\t", "\u{FE0F}",
        "item (", "paragraph 2 of", "𠀀", "\u{85}", "\u{2028}",
    ]

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    private mutating func words(_ most: Int = 4) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...most, using: &random) {
            let source = chance(20) ? Self.hostile : Self.clauses
            text += source.randomElement(using: &random) ?? ""
            text += ["，", "；", "。", ",", " ", ""].randomElement(using: &random) ?? ""
        }
        return text
    }

    private mutating func article() -> Provision {
        var article = Provision(kind: .article, text: words())
        for index in 0..<(chance(30) ? Int.random(in: 1...4, using: &random) : 0) {
            var child = Provision(
                kind: chance(50) ? .item : .paragraph, number: "\(index + 1)",
                label: chance(50) ? "（\(index + 1)）" : "",
                text: words())
            if chance(20) {
                child.children = [Provision(kind: .subitem, number: "1", label: "1.", text: words(2))]
            }
            article.children.append(child)
        }
        return article
    }

    /// At most `most` articles, perhaps in chapters, perhaps with a preamble and an annex.
    mutating func law(_ most: Int = 12) -> StatuteText {
        var units = (0..<Int.random(in: 0...most, using: &random)).map { _ in article() }
        if let copy = units.randomElement(using: &random), chance(40) { units += [copy, copy] }
        return assembled(units, preamble: chance(20) ? words() : nil, annex: chance(20) ? words() : nil)
    }

    /// Numbers the units anew, puts them into chapters, gives everything its path.
    private mutating func assembled(_ units: [Provision], preamble: String?, annex: String?) -> StatuteText {
        var root = Provision(kind: .body)
        if let preamble { root.children.append(Provision(kind: .preamble, text: preamble)) }
        var chapter: Provision?
        for (index, unit) in units.enumerated() {
            var unit = unit
            unit.number = "\(index + 1)"
            unit.label = "第\(index + 1)条"
            if chance(15) {
                if let chapter { root.children.append(chapter) }
                chapter = Provision(
                    kind: .chapter, number: "\(index)", label: "第\(index)章", heading: words(1))
            }
            if chapter != nil { chapter?.children.append(unit) } else { root.children.append(unit) }
        }
        if let chapter { root.children.append(chapter) }
        if let annex {
            root.children.append(
                Provision(
                    kind: .annex, number: "1", heading: "附件",
                    children: [
                        Provision(kind: .paragraph, text: annex),
                        Provision(kind: .item, label: "1.", text: words()),
                    ]))
        }
        var next = 0
        Self.setPaths(&root, &next)
        return StatuteText(
            title: chance(50) ? "试验法" : words(1), language: chance(80) ? .zh : .en,
            headnotes: chance(30) ? [words()] : [],
            root: root)
    }

    /// Articles by number, everything else by a running count: unique.
    private static func setPaths(_ node: inout Provision, _ next: inout Int) {
        next += 1
        switch node.kind {
        case .body: node.path = .root
        case .article: node.path = ProvisionPath.root.appending(.article, node.number)
        default: node.path = ProvisionPath.root.appending(node.kind, "\(next)")
        }
        for index in node.children.indices { setPaths(&node.children[index], &next) }
    }

    /// The same law with some changes.
    mutating func mutated(_ text: StatuteText) -> StatuteText {
        var units = text.articleLevel.filter { $0.kind == .article }
        let preamble = text.articleLevel.first { $0.kind == .preamble }?.text
        for _ in 0..<Int.random(in: 0...4, using: &random) { mutate(&units) }
        return assembled(units, preamble: chance(90) ? preamble : words(), annex: chance(10) ? words() : nil)
    }

    private mutating func mutate(_ units: inout [Provision]) {
        guard !units.isEmpty else {
            units.append(article())
            return
        }
        let index = Int.random(in: units.indices, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: units.insert(article(), at: index)
        case 1: units.remove(at: index)
        case 2: units.swapAt(index, Int.random(in: units.indices, using: &random))
        case 3: units[index].text = edited(units[index].text)
        case 4:
            if let child = units[index].children.indices.randomElement(using: &random) {
                units[index].children[child].text = edited(units[index].children[child].text)
            }
        case 5:
            if let child = units[index].children.popLast() {
                units.insert(
                    Provision(kind: .article, text: child.text, children: child.children), at: index + 1)
            }
        case 6:
            let other = units.remove(at: index)
            if units.isEmpty {
                units.append(other)
            } else {
                units[index % units.count].children.append(paragraph(other))
            }
        default: units.insert(units[index], at: Int.random(in: units.indices, using: &random))
        }
    }

    private func paragraph(_ article: Provision) -> Provision {
        Provision(kind: .paragraph, text: article.text, children: article.children)
    }

    /// Cuts out, puts in or doubles a few scalars.
    private mutating func edited(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        let start = Int.random(in: 0...scalars.count, using: &random)
        let end = min(scalars.count, start + Int.random(in: 0...6, using: &random))
        let replacement = chance(60) ? Array(words(1).unicodeScalars) : []
        scalars.replaceSubrange(start..<end, with: replacement)
        return scalars.string
    }
}
