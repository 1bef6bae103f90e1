import Foundation
internal import GRDB
import GitStore
import Statute

extension IndexBuilder {
    /// Notes what a version says from a commit on.
    func takeState(_ key: VersionKey, _ step: IndexedBranches.Step, _ seq: Int) throws {
        let version = try versionRow(key)
        let files = try store.list(.versions, StoreLayout.folder(key), at: step.id)
        let record = files.first { $0.name == StoreLayout.versionMetadata }?.id
        let facts = try record.flatMap { StoredFacts(try store.blob($0)) }
        try db.cachedStatement(sql: "UPDATE states SET until = ? WHERE version = ? AND until IS NULL")
            .execute(arguments: [seq, version])
        try db.cachedStatement(
            sql: """
                INSERT INTO states (version, since, gone, record, title, signed, published, effective, status, known,
                    readable) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            version, seq, files.isEmpty, record.map { Data($0.bytes) }, facts?.title, facts?.signed,
            facts?.published,
            facts?.effective, facts?.status, facts?.known, facts != nil || files.isEmpty,
        ])
        let state = db.lastInsertedRowID
        let join = try db.cachedStatement(sql: "INSERT INTO state_texts VALUES (?, ?, ?, ?, ?, ?, ?)")
        for file in files.sorted(by: { $0.name < $1.name }) where !file.isFolder {
            guard let tag = StoreLayout.language(ofTextName: file.name),
                let language = Language(rawValue: tag)
            else {
                continue
            }
            let text = try textRow(file.id, language)
            let entry = facts?.texts[tag]
            try join.execute(arguments: [
                state, tag, text, entry?.capture, entry?.sha256, entry?.captured,
                entry?.provenance?.general.fidelity,
            ])
        }
    }

    private func versionRow(_ key: VersionKey) throws -> Int64 {
        let name = key.instrument.description
        let instrument: Int64
        if let found = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM instruments WHERE name = ?"), arguments: [name])
        {
            instrument = found
        } else {
            try db.cachedStatement(sql: "INSERT INTO instruments (name) VALUES (?)").execute(arguments: [name]
            )
            instrument = db.lastInsertedRowID
        }
        let version = key.version.description
        if let found = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM versions WHERE instrument = ? AND name = ?"),
            arguments: [instrument, version])
        {
            return found
        }
        try db.cachedStatement(sql: "INSERT INTO versions (instrument, name) VALUES (?, ?)")
            .execute(arguments: [instrument, version])
        return db.lastInsertedRowID
    }

    /// The row of a text, which is cut into provisions when it is new.
    private func textRow(_ blob: ObjectID, _ language: Language) throws -> Int64 {
        let key = Data(blob.bytes)
        if let found = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM texts WHERE blob = ? AND language = ?"),
            arguments: [key, language.rawValue])
        {
            return found
        }
        let bytes = try store.blob(blob)
        try db.cachedStatement(sql: "INSERT INTO texts (blob, language, sha256) VALUES (?, ?, ?)")
            .execute(arguments: [key, language.rawValue, Data(SHA256.digest(of: bytes))])
        let text = db.lastInsertedRowID
        let statute = CanonicalText.parse(String(decoding: bytes, as: UTF8.self), language: language).text
        let insert = try db.cachedStatement(sql: "INSERT INTO provisions VALUES (?, ?, ?, ?, ?, ?)")
        for (order, place) in ProvisionPlaces.all(in: statute).enumerated() {
            let wording = try wordingRow(place, title: statute.title, language)
            try insert.execute(arguments: [
                text, order, place.provision.path.rawValue, place.provision.label, place.heading, wording,
            ])
        }
        return text
    }

    private func wordingRow(_ place: ProvisionPlaces.Place, title: String, _ language: Language) throws
        -> Int64
    {
        let body = Array(place.words.utf8)
        let digest = Data(
            SHA256.digest(of: Array("\(language.rawValue)\0\(title)\0\(place.heading)\0".utf8) + body).prefix(
                16))
        if let found = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM wordings WHERE digest = ?"), arguments: [digest])
        {
            return found
        }
        try db.cachedStatement(sql: "INSERT INTO wordings (digest, body) VALUES (?, ?)")
            .execute(arguments: [digest, Data(SHA256.digest(of: body).prefix(8))])
        let wording = db.lastInsertedRowID
        try db.cachedStatement(sql: "INSERT INTO words (rowid, title, heading, body) VALUES (?, ?, ?, ?)")
            .execute(arguments: [wording, title, place.heading, place.words])
        return wording
    }
}
