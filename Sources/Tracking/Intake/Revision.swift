import Statute

/// Where in somebody's git repository a text stood.
package struct Revision: Sendable, Hashable {
    /// 40 hexadecimal digits.
    package var commit: String
    /// From the root of the repository.
    package var path: String
    /// When the commit's author says that it was written, Unix seconds.
    package var authored: Int64
    /// When a run that was killed had kept these bytes already, Unix seconds; nil where none had.
    package var kept: Int64?

    package init(commit: String, path: String, authored: Int64, kept: Int64? = nil) {
        self.commit = commit
        self.path = path
        self.authored = authored
        self.kept = kept
    }

    /// As git itself names it: `git show COMMIT:PATH` prints the text.
    package var name: String { "\(commit):\(path)" }

    var written: String { UTC.text(authored) }
}
