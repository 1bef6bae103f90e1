import Foundation
import GitStore
import Tracking

/// In whose name a decision stands.
enum Reviewer {
    /// `--author`, `LEXWATCH_AUTHOR` or `author` in `lexwatch.yml`; else what git's own variables say; else `user.name`
    /// and `user.email` of the store. No other configuration is asked: a decision must not get a name by accident.
    static func author(
        _ given: String?, store: GitStore, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> Author {
        if let given { return try parsed(given) }
        if let name = environment["GIT_AUTHOR_NAME"], let email = environment["GIT_AUTHOR_EMAIL"],
            !name.isEmpty
        {
            return try Author(name: name, email: email)
        }
        guard let configured = try store.configuredAuthor() else { throw ReviewError.noAuthor }
        return configured
    }

    /// `Name <mail>`
    static func parsed(_ words: String) throws -> Author {
        guard let open = words.lastIndex(of: "<"), words.last == ">" else {
            throw ReviewError.badAuthor(words)
        }
        let name = words[..<open].trimmingCharacters(in: .whitespaces)
        let email = String(words[words.index(after: open)...].dropLast())
        guard !name.isEmpty, email.contains("@"), let author = try? Author(name: name, email: email) else {
            throw ReviewError.badAuthor(words)
        }
        return author
    }
}
