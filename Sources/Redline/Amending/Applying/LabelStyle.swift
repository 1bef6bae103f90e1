import Statute

/// Prints numbers the way a text prints them: 第十二条 or 第12条, Article 12, （三） or (3), Chapter III or Chapter 3.
struct LabelStyle {
    let language: Language

    /// - Parameter sample: a label of the same text; empty where there is none.
    func article(_ number: String, like sample: String) -> String {
        guard language == .zh else { return "Article \(number)" }
        let parts = number.utf8.split(separator: UInt8(ascii: "-")).map {
            Int(String(decoding: $0, as: UTF8.self)) ?? 0
        }
        let isArabic = Self.hasDigit(sample)
        let words = parts.map { isArabic ? String($0) : SmallNumeral.chinese($0) }
        return "第\(words.first ?? "")条" + words.dropFirst().map { "之" + $0 }.joined()
    }

    func division(_ kind: ProvisionKind, _ number: Int, like sample: String) -> String {
        if language == .zh {
            let words = Self.hasDigit(sample) ? String(number) : SmallNumeral.chinese(number)
            let unit =
                switch kind {
                case .part: "编"
                case .subpart: "分编"
                case .section: "节"
                default: "章"
                }
            return "第\(words)\(unit)"
        }
        let unit =
            switch kind {
            case .part: "Part"
            case .subpart: "Subpart"
            case .section: "Section"
            default: "Chapter"
            }
        let isArabic = Self.hasDigit(sample) || (sample.isEmpty && kind == .section)
        return "\(unit) \(isArabic ? String(number) : SmallNumeral.roman(number).uppercased())"
    }

    /// A list item like the ones beside it.
    func item(_ number: Int, like sample: String) -> String {
        let scalars = Array(sample.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last else {
            return language == .zh ? "（\(SmallNumeral.chinese(number))）" : "(\(number))"
        }
        let words = Self.hasDigit(sample) ? String(number) : SmallNumeral.chinese(number)
        switch first {
        case "（", "(":
            return String(first) + words + String(last)
        default:
            return words + String(last)
        }
    }

    private static func hasDigit(_ sample: String) -> Bool {
        sample.unicodeScalars.contains { SmallNumeral.digit($0) != nil }
    }
}
