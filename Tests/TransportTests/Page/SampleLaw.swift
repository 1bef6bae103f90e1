/// A law that nobody has passed, as every manner of page shows it.
enum SampleLaw {
    static let title = "数据标签管理办法"
    static let note = "（2026年3月1日公布，自2026年6月1日起施行）"

    /// Chapters and articles as lines; the paragraphs of an article follow it.
    static let body = [
        "第一章　总则",
        "第一条　为了规范数据标签活动，保护使用者的权益，制定本办法。",
        "第二条　在境内给数据加标签，适用本办法。军事数据的标签，另行规定。",
        "第三条　本办法所称标签，是指下列标记：",
        "（一）写明来源的；",
        "（二）写明形成时间的，误差<5秒的除外；",
        "（三）R&D活动中使用的。",
        "第二章　标签的使用",
        "第四条　标签应当清楚、真实，不得涂改。",
        "标签损坏的，应当在十日内重新制作。",
        "第五条　依照本办法第三条加标签的，应当保存记录不少于六个月。",
        "第六条　违反本办法第四条规定的，由主管部门责令改正；拒不改正的，处以罚款。",
        "第三章　附则",
        "第七条　本办法自2026年6月1日起施行。",
    ]

    static let lines = [title, note] + body

    /// The line as markup.
    static func escaped(_ line: String) -> String {
        line.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    static let traditional = [
        "數據標籤管理辦法", "第一條　為了規範數據標籤活動，保護使用者的權益，制定本辦法。", "第二條　在境內給數據加標籤，適用本辦法。",
        "第三條　標籤應當清楚、真實，不得塗改。違反規定的，由主管部門責令改正。", "第四條　本辦法自公布之日起施行。",
    ]

    /// Without blanks: which blank stands where is a page's own affair.
    static func folded(_ text: String) -> [String] {
        text.split(separator: "\n").map { line in
            String(
                String.UnicodeScalarView(
                    line.unicodeScalars.filter { !$0.properties.isWhitespace }))
        }
    }
}
