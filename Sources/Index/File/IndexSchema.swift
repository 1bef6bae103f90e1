import Foundation
internal import GRDB

/// The tables of the index.
///
/// Ids count up in the order in which things were first seen on the versions branch, oldest commit first, so that an
/// index that followed night by night holds the same rows as one that was built at once.
enum IndexSchema {
    /// Raised with every change to the tables, to the words (``WordScanner/revision``) or to how texts are cut into
    /// provisions: a file of another revision is built anew.
    static let revision = 100 + WordScanner.revision
    /// “LxwI”: tells SQLite's `file` and us whose file it is.
    static let application = 0x4C78_7749
    /// Stands before the seal in the file.
    static let marker = Array("lexwatch seal 1\0".utf8)

    static func create(_ db: Database) throws {
        try createSeal(db)
        try db.execute(sql: "PRAGMA application_id = \(application)")
        try db.execute(sql: "PRAGMA user_version = \(revision)")
        try db.execute(sql: tables)
        try db.execute(
            sql: """
                CREATE VIRTUAL TABLE words USING fts5(
                    title, heading, body, content='', tokenize='\(StatuteTokenizer.name)')
                """)
        // Every word with the number of provisions that have it; it holds nothing of its own.
        try db.execute(sql: "CREATE VIRTUAL TABLE terms USING fts5vocab(words, 'row')")
    }

    /// A place for the checksum of the file.
    static func createSeal(_ db: Database) throws {
        // First, so that it has the second page for itself: nothing ever moves it.
        try db.execute(sql: "CREATE TABLE seal (value BLOB NOT NULL)")
        try db.execute(
            sql: "INSERT INTO seal VALUES (?)",
            arguments: [marker.withUnsafeBytes { Data($0) } + Data(repeating: 0, count: Seal.size)])
    }

    private static let tables = """
        CREATE TABLE commits (branch TEXT NOT NULL, seq INTEGER NOT NULL, id BLOB NOT NULL, time INTEGER NOT NULL,
            PRIMARY KEY (branch, seq)) WITHOUT ROWID;
        -- For each moment the newest commit that was made by then: only commits after which none is dated earlier.
        CREATE TABLE moments (branch TEXT NOT NULL, time INTEGER NOT NULL, seq INTEGER NOT NULL,
            PRIMARY KEY (branch, time)) WITHOUT ROWID;
        CREATE TABLE instruments (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE versions (id INTEGER PRIMARY KEY, instrument INTEGER NOT NULL, name TEXT NOT NULL,
            UNIQUE (instrument, name));
        -- What the store said of a version from one commit (since) to another (until; null for today).
        CREATE TABLE states (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER,
            gone INTEGER NOT NULL, record BLOB, title TEXT, signed TEXT, published TEXT, effective TEXT, status TEXT,
            known TEXT, readable INTEGER NOT NULL);
        CREATE INDEX states_by_version ON states (version, since);
        -- One text by its bytes and language, wherever it stands.
        CREATE TABLE texts (id INTEGER PRIMARY KEY, blob BLOB NOT NULL, language TEXT NOT NULL, sha256 BLOB NOT NULL,
            UNIQUE (blob, language));
        CREATE TABLE state_texts (state INTEGER NOT NULL, language TEXT NOT NULL, text INTEGER NOT NULL, capture TEXT,
            sha256 TEXT, captured TEXT, fidelity TEXT, PRIMARY KEY (state, language)) WITHOUT ROWID;
        CREATE INDEX states_by_text ON state_texts (text);
        -- Wording under one title and heading: a row of the full-text index. `body` tells equal words apart from others.
        CREATE TABLE wordings (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, body BLOB NOT NULL);
        CREATE TABLE provisions (text INTEGER NOT NULL, ord INTEGER NOT NULL, path TEXT NOT NULL, label TEXT NOT NULL,
            heading TEXT NOT NULL, wording INTEGER NOT NULL, PRIMARY KEY (text, ord)) WITHOUT ROWID;
        CREATE INDEX provisions_by_wording ON provisions (wording);
        CREATE TABLE captures (instrument TEXT NOT NULL, source TEXT NOT NULL, seq INTEGER NOT NULL, document BLOB,
            sha256 TEXT, bytes INTEGER, captured TEXT, PRIMARY KEY (instrument, source, seq)) WITHOUT ROWID;
        """
}
