import Custody
import Evidence
import Foundation
import GitStore
import Statute
import TestSupport
import Testing

/// An installation with a store, settings, declarations and a database.
struct BackupScene {
    let folder: TemporaryFolder
    let identity: AgeIdentity

    init() throws {
        folder = try TemporaryFolder()
        identity = try AgeIdentity.generate()
        let store = try GitStore(path: store, access: .writing)
        for index in 0..<4 {
            var batch = StoreBatch()
            let instrument = try #require(InstrumentID("cn/law"))
            batch.add(
                try .version(
                    VersionKey(
                        instrument: instrument,
                        version: try #require(VersionName("\(1990 + index)-03-01.adopted"))),
                    texts: ["zh": Array("第一条　第\(index)版。\n".utf8)], metadata: Array("{}\n".utf8),
                    title: "cn/law: \(index)", time: 1_700_000_000), to: .versions)
            batch.add(
                try .capture(
                    CaptureKey(instrument: instrument, source: "page"),
                    document: Array("<p>\(index)</p>".utf8),
                    type: "html", metadata: Array("{}\n".utf8), title: "cn/law: page", time: 1_700_000_000),
                to: .captures)
            _ = try store.write(batch)
        }
        try folder.write("store: store.git\n", to: "lexwatch.yml")
        try folder.write("id: cn/law\n", to: "laws/cn/law/instrument.yml")
        try folder.write("secret\n", to: "signing.key")
        #expect(
            try sqlite("create table subscribers(mail); insert into subscribers values('a@example.org')")
                .status == 0)
    }

    var path: String { folder.url.path }
    var store: String { path + "/store.git" }
    var database: String { path + "/outbox.db" }

    /// Python's SQLite, so that nobody needs a program of its own for it.
    @discardableResult
    func sqlite(_ statement: String, at file: String? = nil) throws -> CommandRun {
        try CommandRun(
            URL(filePath: "/usr/bin/env"),
            [
                "python3", "-c",
                "import sqlite3, sys; c = sqlite3.connect(sys.argv[1])\nfor s in sys.argv[2].split(';'): print(c.execute(s).fetchall())\nc.commit()",
                file ?? database, statement,
            ])
    }

    var parts: Backup.Parts {
        var parts = Backup.Parts(store: store)
        parts.files = ["lexwatch.yml": path + "/lexwatch.yml", "laws": path + "/laws"]
        parts.databases = ["outbox.db": database, "none.db": path + "/none.db"]
        return parts
    }

    @discardableResult
    func backup(_ name: String = "backup.tar", lock: AgeLock? = nil, keys: Bool = false) throws
        -> Backup.Report
    {
        var parts = parts
        if keys { parts.keys = ["signing.key": path + "/signing.key"] }
        return try Backup(parts, lock: lock, program: "lexwatch test", now: 1_764_000_000).write(
            to: path + "/" + name)
    }

    func git(_ arguments: String...) throws -> CommandRun {
        try CommandRun(
            URL(filePath: "/usr/bin/env"), ["git"] + arguments,
            environment: ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"])
    }

    func references(_ store: String) throws -> String { try git("-C", store, "for-each-ref").output }

    /// Every path below the folder, to show that nothing was left.
    var names: [String] {
        (FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? []).sorted()
    }
}

/// How some work failed, in words; nil when it did not.
func failure(_ work: () throws -> Void) -> String? {
    do {
        try work()
        return nil
    } catch { return "\(error)" }
}
