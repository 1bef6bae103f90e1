import Alerts
import Statute

/// The words in which renderings of the barometer speak; the same in text, page and chart.
enum BarometerWords {
    /// `China (cn)`
    static func country(_ code: String) -> String {
        switch code {
        case "cn": "China"
        case "us": "United States"
        default: code.uppercased()
        }
    }

    /// In a sentence: `the United States`.
    static func countryInSentence(_ code: String) -> String {
        code == "us" ? "the United States" : country(code)
    }

    static func title(_ titles: [Language: String], or id: String, _ language: Language = .en) -> String {
        titles[language] ?? titles[.en] ?? titles[.zh] ?? id
    }

    /// `Cybersecurity Law (adopted)`
    static func text(_ text: DatedText, _ language: Language = .en) -> String {
        let name = title(text.titles, or: text.instrument, language)
        return text.stage.ends ? name : "\(name) (\(text.version.stage))"
    }

    /// What happened, as the words after the text's name.
    static func happening(_ event: BarometerEvent) -> String {
        let unread =
            event.text.map { $0.reading == nil && !$0.stage.ends } ?? false ? "; its text is not held" : ""
        switch event.kind {
        case .proposed: return "proposed\(unread)"
        case .adopted:
            return (event.text?.effective).map { "adopted, takes effect \($0)\(unread)" }
                ?? "adopted\(unread)"
        case .inForce: return "in force\(basis(event))\(unread)"
        case .suspended: return "suspended\(basis(event))"
        case .repealed: return "repealed\(basis(event))"
        case .superseded: return "superseded"
        case .promise: return "the promise is made"
        case .force: return "force of the promise"
        }
    }

    /// Said only where the day of effect is not known.
    private static func basis(_ event: BarometerEvent) -> String {
        switch event.basis {
        case .effective, .promise: ""
        case .adopted: " (day of effect not known; counted from adoption)"
        case .published: " (day of effect not known; counted from publication)"
        }
    }

    static func phase(_ phase: BarometerState.Phase) -> String {
        switch phase {
        case .before: "before the promise"
        case .holds(let force): AgreementWords.shortForce(force)
        case .outside(let force): "\(AgreementWords.shortForce(force)): all is outside the promise"
        }
    }

    /// `toward`, `not known`, `outside the promise (commercial-sectors)`
    static func weight(_ weight: BarometerProvision.Weight) -> String {
        switch weight {
        case .counted(let bearing): bearing.rawValue
        case .outside(let reason): "outside the promise (\(reason.replacing("-", with: " ")))"
        case .unknown: "not known"
        }
    }

    /// `forbids source-code disclosure`
    private static func sayings(_ provision: BarometerProvision, _ concepts: [String: String]) -> String {
        provision.sayings.map { saying in
            let concept = concepts[saying.concept] ?? saying.concept.replacing("-", with: " ")
            return "\(polarity(saying.polarity)) \(concept)"
        }.joined(separator: ", ")
    }

    private static func polarity(_ polarity: Polarity) -> String {
        switch polarity {
        case .requires: "requires"
        case .mayRequire: "may require"
        case .permits: "permits"
        case .forbids: "forbids"
        case .protects: "protects"
        case .mentions: "mentions"
        }
    }

    /// The articles of one movement together: `+2 toward: Articles 31 and 32 (forbids …)`.
    static func movements(_ event: BarometerEvent, _ concepts: [String: String]) -> [String] {
        var groups: [(change: Int, weight: String, sayings: String, isOlder: Bool, names: [String])] = []
        for movement in event.movements {
            let weight = weight(movement.provision.weight)
            let sayings = sayings(movement.provision, concepts)
            let index = groups.firstIndex {
                $0.change == movement.change && $0.weight == weight && $0.sayings == sayings
                    && $0.isOlder == movement.mayBeOlder
            }
            if let index {
                groups[index].names.append(movement.provision.name)
            } else {
                groups.append(
                    (movement.change, weight, sayings, movement.mayBeOlder, [movement.provision.name]))
            }
        }
        return groups.map {
            let sign = $0.change > 0 ? "+" : "−"
            let older = $0.isOlder ? "; may be older: the text before is held as an extract" : ""
            return "\(sign)\($0.names.count) \($0.weight): \(joined($0.names)) (\($0.sayings)\(older))"
        }
    }

    /// `Articles 3, 4 and 9`
    static func joined(_ names: [String]) -> String {
        let prefix = "Article "
        guard names.count > 1 else { return names.first ?? "" }
        let areArticles = names.allSatisfy { $0.hasPrefix(prefix) }
        let parts = areArticles ? names.map { String($0.dropFirst(prefix.count)) } : names
        let list = parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
        return areArticles ? "Articles \(list)" : list
    }

    /// `away 1 · toward 0 · depends 2 · not known 0`
    static func counts(_ tally: BarometerTally) -> String {
        var words = ["away \(tally.away)", "toward \(tally.toward)", "depends \(tally.depends)"]
        words.append("not known \(tally.unknown)")
        if tally.outside > 0 { words.append("outside the promise \(tally.outside)") }
        return words.joined(separator: " · ")
    }
}

extension BarometerWords {
    /// Why there is nothing to show.
    static func nothing(_ view: BarometerView) -> String {
        let country = countryInSentence(view.country)
        if view.timeline.silent.isEmpty {
            return "No text of \(country) is held that could be read against it."
        }
        let count = view.timeline.silent.count
        return
            "No text of \(country) that is held bears on it (\(count) \(count == 1 ? "instrument" : "instruments") read)."
    }
}
