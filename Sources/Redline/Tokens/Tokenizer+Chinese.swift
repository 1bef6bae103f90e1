extension Tokenizer {
    /// 第N条(之N)第N款第（N）项第N目, or its tail alone (第N款 of the article in which it stands).
    ///
    /// - Returns: its end; nil where no reference starts, as in 第三章 or 第三方.
    mutating func chineseReference(at start: Int) -> Int? {
        var reference = Reference()
        var end = start
        var rank = 0
        while let part = chinesePart(at: end), part.rank > rank {
            rank = part.rank
            switch part.rank {
            case 1:
                reference.article = part.value
                reference.branch = part.branch
            case 2: reference.paragraph = part.value
            case 3: reference.item = part.value
            default: reference.subitem = part.value
            }
            end = part.end
        }
        guard rank > 0 else { return nil }
        let foreign = reference.article > 0 ? pointsElsewhere(at: start) : continuesForeign(at: start)
        addReference(reference, start..<end, foreign: foreign)
        return end
    }

    /// One 第N条, 第N款, 第（N）项 or 第N目.
    private func chinesePart(at start: Int) -> (rank: Int, value: Int, branch: Int, end: Int)? {
        guard start + 2 < text.count, text[start] == Han.di else { return nil }
        var index = start + 1
        let inBrackets = text[index] == 0x28
        if inBrackets { index += 1 }
        guard let numeral = numeral(at: index), let value = numeral.value else { return nil }
        index = numeral.end
        if inBrackets {
            guard index < text.count, text[index] == 0x29 else { return nil }
            index += 1
        }
        guard index < text.count else { return nil }
        switch text[index] {
        case Han.tiao:
            index += 1
            if index + 1 < text.count, text[index] == Han.zhi,
                let branch = NumeralReader.chinese(text, at: index + 1),
                let number = branch.value
            {
                return (1, value, number, branch.end)
            }
            return (1, value, 0, index)
        case Han.kuan: return (2, value, 0, index + 1)
        case Han.xiang: return (3, value, 0, index + 1)
        case Han.mu: return (4, value, 0, index + 1)
        default: return nil
        }
    }

    private func numeral(at index: Int) -> (value: Int?, end: Int)? {
        guard index < text.count else { return nil }
        if NumeralReader.asciiDigit(text[index]) != nil { return NumeralReader.arabic(text, at: index) }
        return NumeralReader.chinese(text, at: index)
    }

    /// Whether the words before a reference name another text: 《…》第N条, 刑法第N条, but not 本法第N条.
    private func pointsElsewhere(at start: Int) -> Bool {
        if let last = lastReference, joins(last.end, start) { return last.foreign }
        var index = start - 1
        while index >= 0, text[index] == Fold.blank || text[index] == Fold.ignored { index -= 1 }
        guard index >= 0 else { return false }
        if text[index] == Han.closingTitle { return true }
        // 《…》（…）第N条 names its text before the brackets.
        if text[index] == 0x29 { return bracketsFollowTitle(closing: index) }
        guard Han.endsTitle(text[index]) else { return false }
        // 本法, 本条例, 本办法, 本实施细则: its own text.
        var back = index
        while back >= 0, index - back < 6 {
            if text[back] == Han.ben { return false }
            if !Han.isIdeograph(text[back]) { break }
            back -= 1
        }
        // 依照前款规定第… and the like name no text.
        return !(text[index] == 0x5B9A && index > 0 && text[index - 1] == 0x89C4 && !titleBefore(index))
    }

    /// 规定 is the name of a text only where 《》 or a name stands before it; bare, it is a word.
    private func titleBefore(_ index: Int) -> Bool {
        index >= 2 && text[index - 2] == Han.closingTitle
    }

    private func bracketsFollowTitle(closing: Int) -> Bool {
        var index = closing - 1
        while index >= 0, closing - index < 40 {
            if text[index] == 0x28 { return index > 0 && text[index - 1] == Han.closingTitle }
            index -= 1
        }
        return false
    }

    /// 第二款 after a foreign 第三条第一款、 is foreign, too.
    private func continuesForeign(at start: Int) -> Bool {
        guard let last = lastReference, last.foreign else { return false }
        return joins(last.end, start)
    }

    /// Only the connectives of a list stand between two references.
    private func joins(_ end: Int, _ start: Int) -> Bool {
        guard start >= end, start - end <= 4 else { return false }
        for index in end..<start where !Han.joinsReferences(text[index]) { return false }
        return true
    }
}
