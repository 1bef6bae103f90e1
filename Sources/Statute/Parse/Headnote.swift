/// Tells the lines below a title that record adoption, promulgation and amendment.
enum Headnote {
    /// Whether a line is one: it names a date and an act of law-making, or stands in brackets right there.
    static func matches(_ line: Scalars) -> Bool {
        guard line.count <= 400 else { return false }
        let text = line.string
        let hasDate = containsDate(line) || text.contains("20") || text.contains("19")
        let acts = [
            "通过", "公布", "发布", "修订", "修正", "批准", "施行", "第", "adopted", "Adopted", "promulgated",
            "published", "Published", "amended", "Amended", "revised", "Revised", "issued", "Issued",
            "effective",
        ]
        guard hasDate else { return false }
        return acts.contains { text.contains($0) }
    }

    /// A year with 年 after it, in digits of either kind.
    private static func containsDate(_ line: Scalars) -> Bool {
        zip(line, line.dropFirst()).contains { first, second in
            second == "年"
                && (first.digit != nil || first == "〇" || first == "○" || Numeral.isChineseDigit(first))
        }
    }
}

extension Numeral {
    /// 一 to 九.
    static func isChineseDigit(_ scalar: Unicode.Scalar) -> Bool {
        (chinese([scalar])?.value ?? 10) < 10
    }
}
