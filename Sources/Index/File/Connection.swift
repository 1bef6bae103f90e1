import Foundation
internal import GRDB

/// Opens SQLite files as we use them.
enum Connection {
    /// A finished file, which nobody changes any more: readers neither wait nor are waited for.
    static func reading(_ path: String) throws -> DatabaseQueue {
        var configuration = common()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// A file that nobody else knows yet: without journal, because what dies half-way is thrown away.
    static func building(_ path: String) throws -> DatabaseQueue {
        var configuration = common()
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
                    PRAGMA cache_size = -131072; PRAGMA temp_store = MEMORY; PRAGMA locking_mode = EXCLUSIVE;
                    """)
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    static func inMemory() throws -> DatabaseQueue { try DatabaseQueue(configuration: common()) }

    private static func common() -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.label = "lexwatch.index"
        configuration.prepareDatabase { db in db.add(tokenizer: StatuteTokenizer.self) }
        return configuration
    }
}
