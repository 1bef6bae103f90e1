import Statute
import TestSupport

/// A made-up law of forty articles, with items and paragraphs of every length.
enum FortyArticles {
    static let title = "河道采砂管理条例示例"

    static let lines: [String] = {
        var lines = [
            title, "（2021年3月5日示例市第十届人民代表大会常务委员会第七次会议通过　自2021年7月1日起施行）",
        ]
        var number = 0
        for (index, name) in ["总则", "许可", "监督检查", "法律责任"].enumerated() {
            lines.append("第\(numeral(index + 1))章　\(name)")
            for place in 0..<10 {
                number += 1
                let clauses = String(repeating: "采砂单位应当在许可证载明的范围和期限内作业，", count: place % 4 + 1)
                lines.append(
                    "第\(numeral(number))条　\(clauses)每日记录作业时间和数量，保存不少于\(number)个月，"
                        + "并按照本条例第\(numeral(number % 40 + 1))条的规定报送GPS数据。")
                if place % 3 == 0 {
                    let more = String(repeating: "影响河势稳定的其他情形；", count: place + 1)
                    lines += ["（一）作业范围、深度和期限，以及\(more)", "（二）船舶的名称和编号；", "（三）其他材料。"]
                }
                if place % 4 == 1 {
                    let more = String(repeating: "因特殊情况需要延长的，应当告知申请人；", count: place % 3)
                    lines.append("前款规定的期限，自收到申请之日起计算，\(more)不得超过三十日。")
                }
            }
        }
        return lines
    }()

    static let text = lines.map { $0 + "\n" }.joined()

    /// The tree, drawn, with every kind of blank as one.
    static func outline(of text: String) -> String {
        let drawn = TestSupport.outline(StatuteParser.parse(text, language: .zh).text)
        return String(String.UnicodeScalarView(drawn.unicodeScalars.map { $0 == "\u{3000}" ? " " : $0 }))
    }

    static func isChapter(_ line: String) -> Bool { line.hasPrefix("第") && line.prefix(4).contains("章") }

    static func numeral(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        if number < 10 { return digits[number] }
        return (number < 20 ? "" : digits[number / 10]) + "十" + digits[number % 10]
    }
}
