import Custody
import Evidence
import Foundation
import GitStore
import TestSupport
import Testing

@Suite struct BackupTests {
    @Test func `everything comes back as it was`() throws {
        let scene = try BackupScene()
        try scene.backup()
        let place = scene.path + "/back"
        let report = try Restore(scene.path + "/backup.tar").everything(into: place)
        #expect(report.manifest.program == "lexwatch test")
        #expect(try scene.references(place + "/store.git") == scene.references(scene.store))
        #expect(try scene.git("-C", place + "/store.git", "fsck", "--full", "--strict").status == 0)
        #expect(try String(contentsOfFile: place + "/lexwatch.yml", encoding: .utf8) == "store: store.git\n")
        #expect(
            try String(contentsOfFile: place + "/laws/cn/law/instrument.yml", encoding: .utf8)
                == "id: cn/law\n")
        #expect(
            try scene.sqlite("select mail from subscribers", at: place + "/outbox.db").output.contains(
                "a@example.org"))
        #expect(!FileManager.default.fileExists(atPath: place + "/none.db"))
        _ = try GitStore(path: place + "/store.git", access: .writing)
    }

    @Test func `stock tools open it, and check it`() throws {
        let scene = try BackupScene()
        try scene.backup()
        let tools = URL(filePath: "/usr/bin/env")
        #expect(try CommandRun(tools, ["tar", "-xf", "backup.tar"], in: scene.folder.url).status == 0)
        let inside = scene.path + "/lexwatch-backup"
        #expect(
            try CommandRun(tools, ["sha256sum", "--strict", "-c", "SHA256SUMS"], in: URL(filePath: inside))
                .status == 0)
        #expect(try scene.git("-C", inside + "/store.git", "fsck", "--full", "--strict").status == 0)
        #expect(
            try scene.git("-C", inside + "/store.git", "log", "--oneline", "versions").output.split(
                separator: "\n"
            ).count == 4)
    }

    @Test func `the store alone goes to its place, and what was left is named`() throws {
        let scene = try BackupScene()
        try scene.backup()
        let report = try Restore(scene.path + "/backup.tar").store(into: scene.path + "/again.git")
        #expect(Set(report.left) == ["laws/cn/law/instrument.yml", "lexwatch.yml", "outbox.db"])
        #expect(try scene.references(scene.path + "/again.git") == scene.references(scene.store))
        #expect(!scene.names.contains("again.git.unfinished"))
    }

    @Test func `an encrypted one opens for its identity and for age, and for nobody else`() throws {
        let scene = try BackupScene()
        let other = try AgeIdentity.generate()
        try scene.backup("backup.tar.age", lock: .recipients([scene.identity.recipient]), keys: true)
        let file = scene.path + "/backup.tar.age"
        let place = scene.path + "/back"
        let before = scene.names
        #expect(
            failure { _ = try Restore(file, identities: [other]).everything(into: place) }?.contains(
                "none of the given keys") == true)
        #expect(failure { _ = try Restore(file).everything(into: place) }?.contains("encrypted") == true)
        #expect(scene.names == before)
        _ = try Restore(file, identities: [scene.identity]).everything(into: place)
        #expect(try String(contentsOfFile: place + "/keys/signing.key", encoding: .utf8) == "secret\n")
        let mode =
            try FileManager.default.attributesOfItem(atPath: place + "/keys/signing.key")[.posixPermissions]
            as? Int
        #expect(mode == 0o600)
        try scene.folder.write(scene.identity.secretText + "\n", to: "identity")
        let tools = URL(filePath: "/usr/bin/env")
        if ["/usr/bin/age", "/usr/local/bin/age"].contains(where: FileManager.default.isExecutableFile) {
            let plain = scene.path + "/plain.tar"
            #expect(
                try CommandRun(tools, ["age", "-d", "-i", scene.path + "/identity", "-o", plain, file]).status
                    == 0)
            #expect(
                try CommandRun(tools, ["tar", "-tf", plain]).output.contains("lexwatch-backup/store.git/HEAD")
            )
        }
    }

    @Test func `keys never go into a backup that everybody can read`() throws {
        let scene = try BackupScene()
        #expect(failure { try scene.backup(keys: true) }?.contains("encrypted") == true)
        #expect(!scene.names.contains("backup.tar"))
    }

    @Test(arguments: [false, true]) func `one that was cut off or changed is named, and nothing is put back`(
        isEncrypted: Bool
    ) throws {
        let scene = try BackupScene()
        try scene.backup("whole", lock: isEncrypted ? .recipients([scene.identity.recipient]) : nil)
        let whole = [UInt8](try Data(contentsOf: URL(filePath: scene.path + "/whole")))
        var random = SeededGenerator(seed: 7)
        for round in 0..<60 {
            var bytes = whole
            let at = Int(random.next() % UInt64(whole.count))
            let what: String
            if round % 3 == 0 {
                bytes = Array(whole[..<at])
                what = "cut to \(at)"
            } else {
                bytes[at] ^= 1 << UInt8(random.next() % 8)
                what = "a bit of byte \(at)"
            }
            try Data(bytes).write(to: URL(filePath: scene.path + "/bad"))
            let place = scene.path + "/back"
            let said = failure {
                _ = try Restore(scene.path + "/bad", identities: [scene.identity]).everything(into: place)
            }
            if said == nil {
                // Between the files of a tar stand zeros and fields that nobody reads: what came out is what went in.
                #expect(!isEncrypted, "\(what)")
                #expect(
                    try scene.references(place + "/store.git") == scene.references(scene.store), "\(what)")
                try FileManager.default.removeItem(atPath: place)
            } else {
                #expect(!FileManager.default.fileExists(atPath: place), "\(what)")
                #expect(!FileManager.default.fileExists(atPath: place + ".unfinished"), "\(what)")
            }
        }
    }

    @Test func `what is no backup, and names that lead elsewhere, are refused`() throws {
        let scene = try BackupScene()
        try scene.folder.write("hello", to: "text")
        #expect(
            failure { _ = try Restore(scene.path + "/text").everything(into: scene.path + "/back") } != nil)
        #expect(
            failure { _ = try Restore(scene.path + "/absent").everything(into: scene.path + "/back") }?
                .contains("No such file") == true)
        let script = """
            import io, sys, tarfile
            t = tarfile.open(sys.argv[1], "w")
            i = tarfile.TarInfo("lexwatch-backup/" + sys.argv[2]); i.size = 1
            t.addfile(i, io.BytesIO(b"x")); t.close()
            """
        for name in ["../../escaped", "/../x", "a/./b", "a//b"] {
            _ = try CommandRun(
                URL(filePath: "/usr/bin/env"), ["python3", "-c", script, scene.path + "/evil.tar", name])
            #expect(
                failure { _ = try Restore(scene.path + "/evil.tar").everything(into: scene.path + "/back") }
                    != nil, "\(name)")
        }
        #expect(!scene.names.contains { $0.hasPrefix("back") && $0 != "backup.tar" })
        #expect(
            !FileManager.default.fileExists(
                atPath: scene.folder.url.deletingLastPathComponent().path + "/escaped"))
    }

    @Test func `nothing is written over, neither a backup nor what stands where one is put back`() throws {
        let scene = try BackupScene()
        try scene.backup()
        #expect(failure { try scene.backup() }?.contains("never written over") == true)
        #expect(
            failure { _ = try Restore(scene.path + "/backup.tar").store(into: scene.store) }?.contains(
                "free place") == true)
    }

    @Test func `a damaged store is not backed up without a word`() throws {
        let scene = try BackupScene()
        let folder = scene.store + "/objects/pack/"
        let name = try #require(
            FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".pack") })
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder + name)
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: folder + name)))
        bytes[bytes.count / 2] ^= 1
        try Data(bytes).write(to: URL(filePath: folder + name))
        #expect(failure { try scene.backup() }?.contains("repair") == true)
        #expect(!scene.names.contains { $0.hasPrefix("backup.tar") })
    }

    @Test func `a database is copied whole while somebody writes to it`() throws {
        let scene = try BackupScene()
        let writer = Process()
        writer.executableURL = URL(filePath: "/usr/bin/env")
        writer.arguments = [
            "python3", "-c",
            "import sqlite3, sys, time; c = sqlite3.connect(sys.argv[1]); c.execute('pragma journal_mode=wal')\nend = time.time() + 3\nwhile time.time() < end:\n    c.execute(\"insert into subscribers values('b'), ('c')\"); c.commit()",
            scene.database,
        ]
        try writer.run()
        usleep(700_000)
        try scene.backup()
        writer.waitUntilExit()
        let place = scene.path + "/back"
        _ = try Restore(scene.path + "/backup.tar").everything(into: place)
        let rows = try scene.sqlite(
            "select count(*) % 2 from subscribers; pragma integrity_check", at: place + "/outbox.db"
        ).output
        #expect(rows.contains("[(1,)]") && rows.contains("[('ok',)]"), "\(rows)")
    }

    @Test func `older backups go only when that is asked for, each by its name`() throws {
        let folder = try TemporaryFolder()
        let shelf = BackupShelf(folder.url.path)
        for day in 1...5 {
            try folder.write("x", to: "lexwatch-2026110\(day)T031500Z.tar\(day % 2 == 0 ? ".age" : "")")
        }
        for name in ["lexwatch-old.tar", "notes.txt", "lexwatch-20261101T031500Z.tar.part"] {
            try folder.write("x", to: name)
        }
        #expect(
            shelf.name(at: 1_764_000_000, isEncrypted: true).hasSuffix("/lexwatch-20251124T160000Z.tar.age"))
        #expect(
            try shelf.keep(2).map { URL(filePath: $0).lastPathComponent } == [
                "lexwatch-20261103T031500Z.tar", "lexwatch-20261102T031500Z.tar.age",
                "lexwatch-20261101T031500Z.tar",
            ])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 5)
    }
}
