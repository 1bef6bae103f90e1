import Statute

extension ChineseInstructions {
    /// 条文顺序作相应调整, alone or with the pairs of old and new numbers in quotation marks behind it.
    mutating func order() -> Bool {
        var ahead = cursor
        _ = ahead.take(anyOf: ["将", "对"])
        if ahead.takeTitle() != nil { _ = ahead.take("的") }
        guard ahead.take(anyOf: Self.orders) != nil else { return false }
        while ahead.take(anyOf: ["和章节顺序", "作", "作出", "做", "了", "相应", "调整", "的", "修改", "依次", "顺延"]) != nil {}
        cursor = ahead
        add(.order)
        guard lookingPast("：", { $0.isAtQuotation }) else { return true }
        _ = cursor.take("：")
        clauseStart = cursor.index
        var pairs: [Modification.Renumbering] = []
        repeat {
            guard let old = quotedAddress(), cursor.take(anyOf: ["调整为", "改为", "修改为"]) != nil,
                let new = quotedAddress()
            else { return false }
            pairs.append(.init(old: old, new: new))
        } while lookingPast("，", { $0.isAtQuotation }) && cursor.take("，")
        add(.renumbering(pairs))
        return true
    }

    static let orders = [
        "条文顺序", "条文序号", "条款顺序", "条款序号", "条文的顺序", "部分条文顺序", "相关条文顺序", "章节条文顺序", "章节、条文顺序", "有关条文顺序",
        "条文顺序和", "条款的顺序", "其他条文顺序", "其他条文序号", "有关条文序号",
    ]

    mutating func quotedAddress() -> Address? {
        guard let wording = cursor.takeQuotation() else { return nil }
        let scalars = Array(wording.string.unicodeScalars)
        let block = Block(
            lines: 0...0, span: 0..<scalars.count, label: nil,
            pieces: scalars.enumerated().map {
                Piece(kind: .scalar($0.element), span: $0.offset..<($0.offset + 1))
            }, quotations: [])
        var inner = PieceCursor(block, source: scalars, ignoresCase: false)
        var reader = ChineseAddress()
        guard let found = reader.list(&inner, context: nil), inner.isAtEnd, found.count == 1 else {
            return nil
        }
        return found[0]
    }
}
