/// Numbers by which offices file what they issue: 国务院令第760号, 主席令第五十三号, 银监办发〔2014〕317号.
enum DocumentNumber {
    /// In the order found, as `order 760` and `2014 no. 317`.
    static func all(in lines: [String]) -> [String] {
        var found: [String] = []
        for line in lines {
            let scalars = Array(PlainWords.folded(line).unicodeScalars)
            for index in scalars.indices where scalars[index] == "号" {
                guard let number = number(before: index, in: scalars), !found.contains(number) else {
                    continue
                }
                found.append(number)
            }
        }
        return found
    }

    private static func number(before end: Int, in scalars: [Unicode.Scalar]) -> String? {
        var start = end
        while start > 0, ChineseNumber.isDigit(scalars[start - 1]) { start -= 1 }
        guard start < end, start >= 2, let value = ChineseNumber.value(scalars[start..<end]) else {
            return nil
        }
        if scalars[start - 1] == "第" {
            return scalars[start - 2] == "令" ? "order \(value)" : nil
        }
        // 〔2014〕317号
        switch scalars[start - 1] {
        case "〕", "]", ")", "】", "﹞": break
        default: return nil
        }
        var year = start - 1
        while year > 0, ChineseNumber.isDigit(scalars[year - 1]) { year -= 1 }
        guard let named = ChineseNumber.value(scalars[year..<(start - 1)]), (1949...2200).contains(named)
        else {
            return nil
        }
        return "\(named) no. \(value)"
    }
}
