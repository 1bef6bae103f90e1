import Statute

/// Whether two lines that translate each other bind alike: a duty, a ban or a permission that stands in one only.
///
/// Speaks only of lines in which one language has a single kind of modal word and the other has none of that kind,
/// in whatever words; elsewhere it says nothing.
struct ModalityCheck {
    private struct Words {
        /// Modal words proper, the first of each kind as it stands.
        var duty: String?
        var ban: String?
        var permission: String?
        /// Other words that can say the same: obligation, right, 许可. They only keep the check silent.
        var hintsDuty = false
        var hintsPermission = false
        var hintsBan = false
    }

    /// `zh 应当, en may`; nil where both bind alike, or where it cannot be told.
    ///
    /// Clause by clause where both have as many.
    static func difference(zh: String, en: String) -> String? {
        let (chinese, english) = (clauses(zh, in: .zh), clauses(en, in: .en))
        guard chinese.count == english.count else { return clause(zh: zh, en: en) }
        return zip(chinese, english).lazy.compactMap { clause(zh: $0, en: $1) }.first
    }

    /// Cut at 。 and ；, at a semicolon, and at a full stop before a blank.
    private static func clauses(_ text: String, in language: Language) -> [String] {
        var clauses: [String] = []
        var last = String.UnicodeScalarView()
        var stop = false
        for scalar in text.unicodeScalars {
            if stop, scalar.isBlank, !last.isEmpty {
                clauses.append(String(last))
                last = String.UnicodeScalarView()
            }
            last.append(scalar)
            switch scalar {
            case "。", "；", ";":
                clauses.append(String(last))
                last = String.UnicodeScalarView()
                stop = false
            default: stop = language == .en && scalar == "."
            }
        }
        if last.contains(where: { !$0.isBlank }) { clauses.append(String(last)) }
        return clauses
    }

    private static func clause(zh: String, en: String) -> String? {
        let (zh, en) = (chinese(Array(zh.unicodeScalars).map(\.value)), english(en))
        if let duty = zh.duty, zh.permission == nil, !zh.hintsPermission, en.duty == nil, !en.hintsDuty,
            let other = en.permission
        {
            return "zh \(duty), en \(other)"
        }
        if let permission = zh.permission, zh.duty == nil, zh.ban == nil, en.permission == nil,
            !en.hintsPermission, let other = en.duty ?? en.ban
        {
            return "zh \(permission), en \(other)"
        }
        if let ban = zh.ban, en.ban == nil, !en.hintsBan, let other = en.permission ?? en.duty {
            return "zh \(ban), en \(other)"
        }
        return nil
    }

    private static let duties = signs("应当", "必须")
    private static let bans = signs("不得", "禁止", "不准")
    private static let permissions = signs("可以", "有权")
    private static let may: UInt32 = 0x53EF  // 可

    private static func signs(_ words: String...) -> [(word: String, signs: [UInt32])] {
        words.map { ($0, Array($0.unicodeScalars).map(\.value)) }
    }

    private static func chinese(_ text: [UInt32]) -> Words {
        func first(_ words: [(word: String, signs: [UInt32])]) -> String? {
            words.first { entry in
                text.indices.contains { at in
                    text[at...].starts(with: entry.signs) && isModal(text, at..<(at + entry.signs.count))
                }
            }?.word
        }
        return Words(
            duty: first(duties), ban: first(bans), permission: first(permissions),
            hintsPermission: text.contains(may))
    }

    /// 不准 is no ban in 不准确, and 禁止 none where it is a thing that a state imposes: 歧视性的禁止、限制措施.
    private static func isModal(_ text: [UInt32], _ range: Range<Int>) -> Bool {
        let next = range.upperBound < text.count ? text[range.upperBound] : 0
        let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0
        return !nounAfter.contains(next) && !(before == possessive && next == listMark)
    }

    private static let nounAfter: Set<UInt32> = [0x786E, 0x6027]  // 确 性
    private static let possessive: UInt32 = 0x7684  // 的
    private static let listMark: UInt32 = 0x3001  // 、

    private static func english(_ text: String) -> Words {
        var found = Words()
        let words = text.lowercased().unicodeScalars.split { !$0.isLatinLetter }.map { String($0) }
        for (index, word) in words.enumerated() {
            let next = index + 1 < words.count ? words[index + 1] : ""
            let isNegated = next == "not"
            switch word {
            case "shall" where !isNegated, "must" where !isNegated, "should" where !isNegated:
                found.duty = found.duty ?? word
            case "may" where !isNegated: found.permission = found.permission ?? word
            case "shall", "must", "should", "may": found.ban = found.ban ?? "\(word) not"
            case "required", "obliged", "obligation", "obligations", "duty", "duties":
                found.hintsDuty = true
            case "is" where next == "to", "are" where next == "to": found.hintsDuty = true
            case "entitled", "right", "rights", "power", "powers", "permitted", "allowed", "can",
                "authorised",
                "authorized":
                found.hintsPermission = true
            case "not", "no", "without", "neither", "nor", "never", "cannot", "only", "prohibited",
                "forbidden", "prohibits", "prohibit", "prohibition":
                found.hintsBan = true
            default: break
            }
        }
        return found
    }
}
