import Foundation
internal import GRDB
import GitStore
package import Statute

/// Which provisions speak of which concept, kept beside the index: found by somebody else, text by text, and valid for as long
/// as the declarations are those by which they were found.
///
/// A file of its own, `<index>.concepts`, written anew whenever a text was added. Without it, texts are read again.
struct ConceptShelf {
    let path: String
    let store: GitStore
    /// What the findings depend on besides the text.
    let key: String

    private static let revision = 1

    /// - Parameters:
    ///   - texts: Which texts are asked about.
    ///   - find: The concepts of a text, each with the article-level paths that speak of it.
    func provisions(
        concept: String, in texts: [TextKey], find: (StatuteText) -> [String: Set<String>],
        progress: (Int, Int) -> Void
    ) throws -> ProvisionSet {
        let shelf = try Connection.inMemory()
        try load(into: shelf)
        let read = try shelf.read { db in
            try Set(
                Row.fetchAll(db, sql: "SELECT blob, language FROM read").map {
                    "\($0["blob"] as String).\($0["language"] as String)"
                })
        }
        let missing = texts.filter { !read.contains("\($0.blob).\($0.language.rawValue)") }
        if !missing.isEmpty {
            try shelf.write { db in
                for (count, text) in missing.sorted(by: { $0.blob < $1.blob }).enumerated() {
                    if count % 100 == 0 { progress(count, missing.count) }
                    try note(text, find, in: db)
                }
            }
            save(shelf)
        }
        return try shelf.read { db in
            var paths: [TextKey: Set<String>] = [:]
            let rows = try Row.fetchCursor(
                db, sql: "SELECT blob, language, path FROM findings WHERE concept = ?", arguments: [concept])
            let wanted = Set(texts)
            while let row = try rows.next() {
                guard let language = Language(rawValue: row["language"] as String) else { continue }
                let text = TextKey(blob: row["blob"], language: language)
                if wanted.contains(text) { paths[text, default: []].insert(row["path"]) }
            }
            return ProvisionSet(paths: paths)
        }
    }

    private func note(_ text: TextKey, _ find: (StatuteText) -> [String: Set<String>], in db: Database) throws
    {
        guard let blob = ObjectID(text.blob) else { return }
        let string = String(decoding: try store.blob(blob), as: UTF8.self)
        let statute = CanonicalText.parse(string, language: text.language).text
        try db.execute(sql: "INSERT INTO read VALUES (?, ?)", arguments: [text.blob, text.language.rawValue])
        for (concept, paths) in find(statute).sorted(by: { $0.key < $1.key }) {
            for path in paths.sorted() {
                try db.cachedStatement(sql: "INSERT INTO findings VALUES (?, ?, ?, ?)")
                    .execute(arguments: [concept, text.blob, text.language.rawValue, path])
            }
        }
    }

    /// Takes the file over where it is of use; else begins an empty one.
    private func load(into shelf: DatabaseQueue) throws {
        if Seal.holds(on: path) == true, let file = try? Connection.reading(path),
            let kept = try? file.read({ try String.fetchOne($0, sql: "SELECT key FROM declarations") }),
            kept == whole
        {
            try file.backup(to: shelf)
            return
        }
        try shelf.write { db in
            try IndexSchema.createSeal(db)
            try db.execute(
                sql: """
                    CREATE TABLE declarations (key TEXT NOT NULL);
                    CREATE TABLE read (blob TEXT NOT NULL, language TEXT NOT NULL, PRIMARY KEY (blob, language))
                        WITHOUT ROWID;
                    CREATE TABLE findings (concept TEXT NOT NULL, blob TEXT NOT NULL, language TEXT NOT NULL,
                        path TEXT NOT NULL, PRIMARY KEY (concept, blob, language, path)) WITHOUT ROWID;
                    """)
            try db.execute(sql: "INSERT INTO declarations VALUES (?)", arguments: [whole])
        }
    }

    /// Puts the file in its place; where that fails, the next question reads the texts again.
    private func save(_ shelf: DatabaseQueue) {
        guard let lock = try? BuilderLock(path: path + ".lock") else { return }
        defer { withExtendedLifetime(lock) {} }
        let draft = path + ".new"
        unlink(draft)
        defer { unlink(draft) }
        do {
            try shelf.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [draft]) }
            try Seal.put(on: draft)
            rename(draft, path)
        } catch {
            return
        }
    }

    private var whole: String { "\(Self.revision) \(IndexSchema.revision) \(key)" }
}

extension StoreIndex {
    /// Provisions that speak of a concept, in every text that stands or stood.
    ///
    /// - Parameters:
    ///   - declarations: A digest of everything on which `find` depends; findings of another one are forgotten.
    ///   - find: The concepts of a text, each with the article-level paths that speak of it.
    package func provisions(
        concept: String, declarations: String, find: (StatuteText) -> [String: Set<String>],
        progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws -> ProvisionSet {
        let texts = try read { db in
            try Row.fetchAll(db, sql: "SELECT blob, language FROM texts").compactMap { row -> TextKey? in
                guard let blob = ObjectID(bytes: Array(row["blob"] as Data)),
                    let language = Language(rawValue: row["language"] as String)
                else { return nil }
                return TextKey(blob: blob.description, language: language)
            }
        }
        let shelf = ConceptShelf(path: path + ".concepts", store: store, key: declarations)
        do {
            return try shelf.provisions(concept: concept, in: texts, find: find, progress: progress)
        } catch let error as DatabaseError {
            throw IndexError.fault(error.message ?? "\(error.resultCode)")
        }
    }
}
