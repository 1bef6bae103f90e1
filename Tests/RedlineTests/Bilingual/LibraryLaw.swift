import Statute

@testable import Redline

/// A law of our own in both languages: a public library of seven articles.
enum LibraryLaw {
    static let zh = [
        "为了便利读者，规范公共图书馆的管理，制定本办法。",
        "图书馆应当每周开放六日，每日不少于十小时。",
        "读者凭证件可以借阅图书，每次不超过八册，期限三十日。",
        """
        图书馆不得实施下列行为：
        （一）向读者收取阅览费用；
        （二）向他人提供读者的个人信息；
        （三）无正当理由拒绝登记。
        """,
        "逾期不还的，由图书馆警告；损坏图书的，应当照价赔偿。",
        "违反本办法第四条规定的，由主管部门责令改正，处一万元以上五万元以下罚款；情节严重的，吊销许可。",
        "本办法自2021年3月1日起施行。",
    ]

    static let en = [
        "These Measures are formulated for the convenience of readers and to regulate the management of public libraries.",
        "A library shall be open six days a week, for not less than ten hours a day.",
        "Readers may borrow books on presenting a document, not more than eight volumes at a time, for thirty days.",
        """
        A library shall not commit any of the following acts:
        (1) charging readers a fee for reading;
        (2) providing personal information of readers to others;
        (3) refusing registration without proper reason.
        """,
        "Whoever does not return books in time shall be warned by the library; whoever damages books shall pay compensation at the price.",
        "Whoever violates Article 4 of these Measures shall be ordered by the department in charge to make corrections and fined not less than RMB 10,000 and not more than RMB 50,000; where the circumstances are serious, the licence shall be revoked.",
        "These Measures come into force on 1 March 2021.",
    ]

    private static let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

    static func chinese(_ bodies: [String] = zh) -> StatuteText {
        law(zip(digits, bodies).map { "第\($0)条 \($1)" }.joined(separator: "\n"), .zh)
    }

    static func english(_ bodies: [String] = en) -> StatuteText {
        law(bodies.enumerated().map { "Article \($0.offset + 1) \($0.element)" }.joined(separator: "\n"), .en)
    }

    /// The bodies with some changed.
    static func edited(_ bodies: [String], _ edit: (inout [String]) -> Void) -> [String] {
        var bodies = bodies
        edit(&bodies)
        return bodies
    }
}

/// `1=1 number high`, a line for each pair, then what has none, then the notes.
func drawn(_ alignment: BilingualAlignment) -> String {
    var lines = alignment.pairs.map { "\($0.zh.number)=\($0.en.number) \($0.ground) \($0.confidence)" }
    lines += alignment.unpairedChinese.map { "\($0.number)=" }
    lines += alignment.unpairedEnglish.map { "=\($0.number)" }
    return (lines + alignment.notes.map { "\($0.category.rawValue): \($0.message)" }).joined(separator: "\n")
}

/// `3=3`, the numbers of the pairs and of what has none.
func numbers(_ alignment: BilingualAlignment) -> String {
    (alignment.pairs.map { "\($0.zh.number)=\($0.en.number)" }
        + alignment.unpairedChinese.map { "\($0.number)=" }
        + alignment.unpairedEnglish.map { "=\($0.number)" }).joined(separator: " ")
}

func notes(_ alignment: BilingualAlignment) -> [String] {
    alignment.notes.map { "\($0.category.rawValue): \($0.message)" }
}
