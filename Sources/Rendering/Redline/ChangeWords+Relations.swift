import Alerts
package import Redline
import Statute

extension ChangeWords {
    /// What a change means for other provisions: `“渡口经营人” is used in Article 3, Article 5`,
    /// `punishes a breach of Article 2`, `its breach is punished by Article 4`.
    package static func relations(_ change: ProvisionChange) -> [String] {
        var words = change.affects.filter { !$0.paths.isEmpty }.map { use in
            "“\(VisibleText.line(use.term))” is used in \(list(use.paths))"
        }
        if !change.enforces.isEmpty { words.append("punishes a breach of \(list(change.enforces))") }
        if !change.enforcedBy.isEmpty { words.append("its breach is punished by \(list(change.enforcedBy))") }
        return words
    }

    /// At most this many provisions are named in a heading; the rest are counted.
    private static let mostNamed = 4

    private static func list(_ paths: [ProvisionPath]) -> String {
        var words = paths.prefix(mostNamed).map(Citation.words).joined(separator: ", ")
        if paths.count > mostNamed { words += " and \(paths.count - mostNamed) more" }
        return words
    }
}
