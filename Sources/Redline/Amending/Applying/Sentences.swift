import Statute

/// The sentences of a paragraph, for addresses such as 第二句.
enum Sentences {
    /// Where each sentence stands, with its sign and closing marks; blanks between English sentences belong to none.
    static func ranges(in text: String) -> [Range<Int>] {
        let scalars = Array(text.unicodeScalars)
        var found: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < scalars.count {
            let isEnd = ends(scalars, at: index)
            index += 1
            guard isEnd else { continue }
            while index < scalars.count, isClosing(scalars[index]) { index += 1 }
            found.append(start..<index)
            while index < scalars.count, scalars[index].isBlank { index += 1 }
            start = index
        }
        if start < scalars.count { found.append(start..<scalars.count) }
        return found
    }

    /// The sentence with this number, from the end where it is negative.
    static func range(_ number: Int, in text: String) -> Range<Int>? {
        let all = ranges(in: text)
        let index = number > 0 ? number - 1 : all.count + number
        return all.indices.contains(index) ? all[index] : nil
    }

    private static func ends(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        switch scalars[index] {
        case "。", "！", "？": true
        case ".", "!", "?": index + 1 == scalars.count || scalars[index + 1].isBlank
        default: false
        }
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "”", "’", "\"", "）", ")": true
        default: false
        }
    }
}
