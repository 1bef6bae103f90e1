/// Why a review could not be done: what, and what to do.
package enum ReviewError: Error, Sendable, Hashable, CustomStringConvertible {
    case noAlert(String)
    case ambiguousAlert(String, matches: [String])
    case noReason(String)
    /// Nobody said who decides.
    case noAuthor
    case badAuthor(String)
    /// A negative example comes from a rejection, and the last decision is none.
    case notRejected(String, state: String)
    /// The alert's words are not known any more.
    case noEvidence(String)
    /// The concept file cannot take the example: what and where.
    case file(String, reason: String)
    /// The example is in the file already.
    case present(file: String, line: Int)

    package var description: String {
        switch self {
        case .noAlert(let id): "\(id): no such alert; `lexwatch review list` shows them with their ids"
        case .ambiguousAlert(let id, let matches):
            "\(id): may mean \(matches.prefix(5).joined(separator: " or "))\(matches.count > 5 ? " or …" : ""); give more of the id"
        case .noReason(let verb): "\(verb): needs its words: --reason \"…\""
        case .noAuthor:
            "who decides? give --author 'Name <mail>', set LEXWATCH_AUTHOR or GIT_AUTHOR_NAME and GIT_AUTHOR_EMAIL, "
                + "or user.name and user.email in the store: git -C STORE config user.name NAME"
        case .badAuthor(let words): "“\(words)”: an author looks like Name <mail@example.org>"
        case .notRejected(let id, let state):
            "\(id): a negative example comes from a rejection, and this alert is \(state); `lexwatch review reject \(id) --reason …` first"
        case .noEvidence(let id): "\(id): the alert has no words that could be an example"
        case .file(let file, let reason): "\(file): \(reason)"
        case .present(let file, let line):
            "\(file):\(line): the example stands there already; nothing was written"
        }
    }

    package var exitCode: Int32 {
        switch self {
        case .noAlert: 66
        case .ambiguousAlert, .noReason, .noAuthor, .badAuthor, .notRejected: 64
        case .noEvidence, .file, .present: 65
        }
    }
}
