import Statute

/// Which articles of a text say something else than before, by their places: enough to see what a new program does. What
/// it means in law is nobody's question here.
struct ArticleDifference {
    /// Places of either side, in the order of the new text, those that went last.
    let paths: [String]

    init(from old: StatuteText, to new: StatuteText) {
        var before: [ProvisionPath: [UInt8]] = [:]
        for unit in old.articleLevel { before[unit.path] = Self.words(unit) }
        var paths: [String] = []
        for unit in new.articleLevel where before.removeValue(forKey: unit.path) != Self.words(unit) {
            paths.append(unit.path.rawValue)
        }
        paths += before.keys.sorted().map(\.rawValue)
        self.paths = paths
    }

    /// As bytes: two Swift strings are equal where the signs only look the same.
    private static func words(_ unit: Provision) -> [UInt8] { Array(ArticleText(unit).string.utf8) }
}
