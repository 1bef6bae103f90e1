package import Statute

/// What a statement of law is, in words that carry its polarity: a concept and an effect alone, “source-code disclosure
/// introduced”, can say the opposite of a law that forbids it.
package enum Standing {
    /// Such as “ban on demanding source-code disclosure”.
    ///
    /// - Parameter title: the concept's title as it stands within a sentence.
    package static func phrase(_ polarity: Polarity, _ title: String, isPenalty: Bool = false) -> String {
        if isPenalty { return "penalty in matters of \(title)" }
        switch polarity {
        case .requires: return "duty of \(title)"
        case .mayRequire: return "power to demand \(title)"
        case .permits: return "permission of \(title)"
        case .forbids: return "ban on demanding \(title)"
        case .protects: return "protection in matters of \(title)"
        case .mentions: return "mention of \(title)"
        }
    }
}

/// A provision as a lawyer cites it in English: `art_69__para_2__point_3` is “Article 69, paragraph 2, item 3”.
package enum Citation {
    package static func words(_ path: ProvisionPath) -> String {
        let steps = path.rawValue.split(separator: "_", omittingEmptySubsequences: true).map(String.init)
        var cited: [String] = []
        var index = 0
        while index + 1 < steps.count {
            guard let name = name(steps[index]) else { return path.rawValue }
            cited.append("\(name) \(steps[index + 1])")
            index += 2
        }
        if index < steps.count {
            guard steps[index] == "preamble" else { return path.rawValue }
            cited.append("preamble")
        }
        return cited.joined(separator: ", ")
    }

    private static func name(_ token: String) -> String? {
        switch token {
        case "art": "Article"
        case "para": "paragraph"
        case "point": "item"
        case "subpoint": "subitem"
        case "chp": "Chapter"
        case "sec": "Section"
        case "part": "Part"
        case "annex": "Annex"
        case "hcontainer": "division"
        default: nil
        }
    }
}
