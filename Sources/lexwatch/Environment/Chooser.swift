import Alerts
import ArgumentParser
import Rendering
import Tracking

/// Turns the words of `--only` into a selection.
enum Chooser {
    /// - Parameters:
    ///   - concepts: the ids that the register declares; empty where there is none.
    ///   - alerts: asked for only when `away` is among the words.
    static func selection(_ words: [String], concepts: [String], alerts: () throws -> [Alert]) throws
        -> Selection
    {
        let terms = try words.map { word throws -> Selection.Term in
            switch word {
            case "substantive": return .substantive
            case "away": return .away
            default:
                guard concepts.contains(word) else { throw unknown(word, concepts) }
                return .concept(word)
            }
        }
        guard terms.contains(.away) else { return Selection(terms) }
        let away = try alerts().filter { $0.direction == .away && $0.excludedBy == nil }
        return Selection(
            terms, awayBefore: Set(away.flatMap(\.before)), awayAfter: Set(away.flatMap(\.after)))
    }

    private static func unknown(_ word: String, _ concepts: [String]) -> ValidationError {
        let near = NearNames.of(word, among: ["substantive", "away"] + concepts)
        let advice =
            near.isEmpty
            ? "known are \((["substantive", "away"] + concepts).joined(separator: ", "))"
            : "near it are \(near.joined(separator: ", "))"
        return ValidationError("--only: “\(VisibleText.line(word))” is no concept; \(advice)")
    }
}
