import Statute
import TestSupport

/// Consecutive versions of the laws in the corpus.
struct CorpusPairs {
    let name: String
    let old: StatuteText
    let new: StatuteText
    /// Bytes of both.
    let size: Int

    static func all() throws -> [CorpusPairs] {
        let versions = Dictionary(grouping: Corpus.paths().filter { $0.contains("(") }) { path in
            path.prefix { $0 != "(" }
        }
        let pairs = versions.values.map { $0.sorted() }.flatMap { zip($0, $0.dropFirst()) }
        return try pairs.sorted { $0.0 < $1.0 }.map { a, b in
            let (old, new) = (try Corpus.law(a), try Corpus.law(b))
            return CorpusPairs(
                name: b, old: StatuteParser.parse(old).text, new: StatuteParser.parse(new).text,
                size: old.utf8.count + new.utf8.count)
        }
    }
}
