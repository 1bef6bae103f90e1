import Statute

/// Reads addresses: 刑法第一百二十条之一第二款, 第六条和第七条, 序言第七自然段, 第七项至第十五项, 第四章章名.
struct ChineseAddress {
    /// The most provisions that one range (第…至第…) may name, and one list.
    private static let longest = 2_000

    /// The law that the address names, as printed.
    private(set) var law: String?

    /// The list of addresses at the cursor; nil, with the cursor unmoved, where there is none.
    ///
    /// - Parameter context: where an address goes on that names no article of its own (第二款).
    mutating func list(_ cursor: inout PieceCursor, context: Address?) -> [Address]? {
        var ahead = cursor
        takeLaw(&ahead)
        guard let first = one(&ahead, context: context) else { return nil }
        var found = [first]
        while found.count <= Self.longest {
            var next = ahead
            if next.take("至") || next.take("到") {
                guard let last = one(&next, context: found[found.count - 1]),
                    let range = Self.range(found[found.count - 1], last)
                else { break }
                found += range
            } else if next.take(anyOf: ["、", "和", "及其", "以及", "及", "与", "，"]) != nil {
                takeLaw(&next)
                guard let more = one(&next, context: found[found.count - 1]) else { break }
                // A comma may also begin the next clause; it joins places only where nothing else could.
                if ahead.looks(at: "，"), !Self.isJoined(next) { break }
                found.append(more)
            } else {
                break
            }
            ahead = next
        }
        cursor = ahead
        return found
    }

    /// After 第一款，第二款 only a further place or 中的 can show that the comma was one of a list.
    private static func isJoined(_ cursor: PieceCursor) -> Bool {
        cursor.looks(at: "、") || cursor.looks(at: "和第") || cursor.looks(at: "中的")
    }

    /// 第七项, 第十五项: those after the first up to the last.
    private static func range(_ first: Address, _ last: Address) -> [Address]? {
        func fill(_ a: Int?, _ b: Int?, _ make: (Int) -> Address) -> [Address]? {
            guard let a, let b, a < b, b - a <= longest else { return nil }
            return (a + 1...b).map(make)
        }
        if let item = last.item {
            return fill(first.item, item) { number in
                var address = first
                address.item = number
                return address
            }
        }
        if let paragraph = last.paragraph {
            return fill(first.paragraph, paragraph) { number in
                var address = first
                address.paragraph = number
                return address
            }
        }
        switch (first.unit, last.unit) {
        case (.article(let a), .article(let b)):
            return fill(Int(a), Int(b)) { Address(.article(String($0))) }
        case (.division(let a), .division(let b)):
            guard let outer = a.last, outer.kind == b.last?.kind else { return nil }
            return fill(outer.number, b.last?.number) { number in
                Address(.division(a.dropLast() + [.init(kind: outer.kind, number: number)]))
            }
        default: return nil
        }
    }

    // MARK: One address

    private func one(_ cursor: inout PieceCursor, context: Address?) -> Address? {
        var ahead = cursor
        _ = ahead.take("原")
        if let same = Self.pointer(&ahead, context) {
            var address = same
            Self.takeParts(&ahead, into: &address)
            cursor = ahead
            return address
        }
        guard
            var address = Self.unit(&ahead) ?? Self.bareArticle(&ahead)
                ?? Self.part(of: context ?? .whole, ahead)
        else { return nil }
        Self.takeParts(&ahead, into: &address)
        if case .division = address.unit, ahead.take(anyOf: ["章名", "节名", "编名", "标题", "名称"]) != nil {
            address.isHeading = true
        }
        cursor = ahead
        return address
    }

    /// 该条, 这一款: what the clause before spoke of.
    private static func pointer(_ cursor: inout PieceCursor, _ context: Address?) -> Address? {
        guard var address = context else { return nil }
        let words = [
            "该条", "本条", "这一条", "该款", "这一款", "这一自然段", "该自然段", "该项", "这一项", "这一段",
        ]
        guard let word = cursor.take(anyOf: words) else { return nil }
        address.sentence = nil
        if word.hasSuffix("条") {
            address.paragraph = nil
            address.item = nil
            address.subitem = nil
        } else if word.hasSuffix("款") || word.hasSuffix("段") {
            address.item = nil
            address.subitem = nil
        }
        return address
    }

    /// What an address begins with: divisions and an article, or one of the named parts.
    private static func unit(_ cursor: inout PieceCursor) -> Address? {
        if cursor.take(anyOf: ["引言", "序言", "前言", "正文"]) != nil { return Address(.preamble) }
        if cursor.take(anyOf: ["名称", "题目", "标题"]) != nil { return Address(.title) }
        var divisions: [Address.Division] = []
        while let division = division(&cursor) { divisions.append(division) }
        if let number = article(&cursor) { return Address(.article(number)) }
        return divisions.isEmpty ? nil : Address(.division(divisions))
    }

    private static func division(_ cursor: inout PieceCursor) -> Address.Division? {
        var ahead = cursor
        guard ahead.take("第"), let number = ahead.takeNumber() else { return nil }
        let kind: ProvisionKind
        switch ahead.take(anyOf: ["分编", "编", "章", "节", "部分"]) {
        case "分编": kind = .subpart
        case "编": kind = .part
        case "章": kind = .chapter
        case "节": kind = .section
        // 第一部分 of a text whose divisions are numbered 一、 二、.
        case "部分": kind = .hcontainer
        default: return nil
        }
        cursor = ahead
        return Address.Division(kind: kind, number: number)
    }

    /// 第一百二十条之一 as `120-1`.
    private static func article(_ cursor: inout PieceCursor) -> String? {
        var ahead = cursor
        guard ahead.take("第"), let number = ahead.takeNumber(), ahead.take("条") else { return nil }
        cursor = ahead
        return branched(number, &cursor)
    }

    /// 十一条 without 第, as careless drafting has it; only where 条 is not a count (增加一条).
    private static func bareArticle(_ cursor: inout PieceCursor) -> Address? {
        var ahead = cursor
        guard let number = ahead.takeNumber(), ahead.take("条") else { return nil }
        guard ahead.looks(at: "修改为") || ahead.looks(at: "第") || ahead.looks(at: "改为") else { return nil }
        cursor = ahead
        return Address(.article(branched(number, &cursor)))
    }

    private static func branched(_ number: Int, _ cursor: inout PieceCursor) -> String {
        var name = String(number)
        while cursor.looks(at: "之") {
            var ahead = cursor
            guard ahead.take("之"), let branch = ahead.takeNumber() else { break }
            name += "-\(branch)"
            cursor = ahead
        }
        return name
    }

    /// The context as the start of 第二款 or 第三项: without the parts that are named anew.
    private static func part(of context: Address, _ cursor: PieceCursor) -> Address? {
        var ahead = cursor
        var address = context
        address.sentence = nil
        address.subitem = nil
        var probe = Address(context.unit)
        takeParts(&ahead, into: &probe)
        guard ahead.index > cursor.index else { return nil }
        if probe.paragraph != nil { address.paragraph = nil }
        if probe.paragraph != nil || probe.item != nil { address.item = nil }
        return address
    }

    /// 第二款第（三）项第1目第二句.
    private static func takeParts(_ cursor: inout PieceCursor, into address: inout Address) {
        skipDescription(&cursor)
        while true {
            var ahead = cursor
            if let word = ahead.take(anyOf: ["末款", "最后一款", "首款", "末项", "后两句", "后二句", "末句", "首句"]) {
                switch word {
                case "末款", "最后一款": address.paragraph = -1
                case "首款": address.paragraph = 1
                case "末项": address.item = -1
                case "首句": address.sentence = 1
                default: address.sentence = -1
                }
                cursor = ahead
                continue
            }
            guard ahead.take("第") else { return }
            let isBracketed = ahead.take("（")
            guard let number = ahead.takeNumber() else { return }
            if isBracketed, !ahead.take("）") { return }
            switch ahead.take(anyOf: ["自然段", "款", "段", "项", "目", "句"]) {
            case "款", "段", "自然段": address.paragraph = number
            case "项": address.item = number
            case "目": address.subitem = number
            case "句": address.sentence = number
            default: return
            }
            cursor = ahead
        }
    }

    /// 第六十七条全国人民代表大会常务委员会职权第二十项: the list is described before its item is named.
    private static func skipDescription(_ cursor: inout PieceCursor) {
        var length = 0
        while length < 40, let scalar = cursor.scalar(length), scalar.isIdeograph, scalar != "第" {
            length += 1
        }
        guard length >= 2, cursor.scalar(length) == "第", cursor.scalar(length - 2) == "职",
            cursor.scalar(length - 1) == "权"
        else { return }
        cursor.index += length
    }

    // MARK: The law

    /// 《…》, 刑法, 本条例 before the address.
    private mutating func takeLaw(_ cursor: inout PieceCursor) {
        var ahead = cursor
        if let title = ahead.takeTitle() {
            _ = ahead.take("的")
            _ = ahead.take("原") || ahead.take("修改后的")
            law = title
            cursor = ahead
            return
        }
        if ahead.take("修改后") {
            if let title = ahead.takeTitle() { law = title }
            cursor = ahead
            return
        }
        var length = 0
        while length < 30, let scalar = cursor.scalar(length), scalar.isIdeograph,
            !Self.startsAddress(cursor, length)
        {
            length += 1
        }
        guard length > 1, Self.startsAddress(cursor, length) else { return }
        let name = (0..<length).compactMap { cursor.scalar($0) }.string
        let endings = ["法", "法典", "条例", "规定", "解释", "办法", "决定", "细则", "规则"]
        guard endings.contains(where: { name.hasSuffix($0) }),
            !Self.acts.contains(where: { name.contains($0) })
        else { return }
        law = name
        cursor.index += length
    }

    private static let acts = ["修改", "增加", "删去", "删除", "合并", "改为", "作为"]

    private static func startsAddress(_ cursor: PieceCursor, _ offset: Int) -> Bool {
        var ahead = cursor
        ahead.index += offset
        if ahead.looks(at: "序言") || ahead.looks(at: "原第") || ahead.looks(at: "引言") { return true }
        return ahead.take("第") && (ahead.take("（") || ahead.takeNumber() != nil)
    }
}
