internal import GRDB
import GitStore

/// What is derived from a store for speed: its history and the words of its texts. Never needed for an answer to be right.
///
/// One SQLite file beside the store that nobody changes once it stands there: who follows the store writes another one and
/// moves it into its place, so that readers neither wait nor are waited for. Not Sendable, like the store that it reads.
package final class StoreIndex {
    /// What opening it came to.
    package enum Origin: Sendable, Hashable {
        /// The file was right as it stood.
        case asItStood
        /// So many commits were added to the file.
        case followed(commits: Int)
        /// The file was built from nothing.
        case built(commits: Int, reason: String)
        /// Nothing could be written; the answer comes from a copy in memory.
        case inMemory(reason: String)
    }

    package let path: String
    package let origin: Origin
    let queue: DatabaseQueue
    let store: GitStore

    init(path: String, origin: Origin, queue: DatabaseQueue, store: GitStore) {
        self.path = path
        self.origin = origin
        self.queue = queue
        self.store = store
    }

    /// Where the index of a store stands unless somebody says otherwise: beside it, never inside.
    package static func standardPath(store: String) -> String {
        var trimmed = store[...]
        while trimmed.utf8.count > 1, trimmed.utf8.last == 0x2F { trimmed = trimmed.dropLast() }
        return trimmed + ".index"
    }

    /// Asks the tables; what SQLite says of itself is a fault of ours.
    func read<Value>(_ question: (Database) throws -> Value) throws -> Value {
        do {
            return try queue.read(question)
        } catch let error as DatabaseError {
            throw IndexError.fault(error.message ?? "\(error.resultCode)")
        }
    }
}
