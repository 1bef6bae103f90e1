package import Evidence
import Foundation
import GitStore
import Statute

/// Puts a backup back. Everything is unpacked beside the place and checked there; the place gets it whole, or nothing.
package struct Restore {
    package struct Report: Sendable {
        package var place: String
        package var manifest: BackupManifest
        /// What the backup holds beside the store and was left in it.
        package var left: [String] = []
    }

    private let file: String
    private let identities: [AgeIdentity]
    private let passphrase: String?

    package init(_ file: String, identities: [AgeIdentity] = [], passphrase: String? = nil) {
        self.file = file
        self.identities = identities
        self.passphrase = passphrase
    }

    /// Everything, as a folder with `store.git`, `lexwatch.yml`, `laws` and what else was kept.
    ///
    /// - Throws: ``BackupError``, ``StoreError``, ``AgeError``.
    package func everything(into folder: String) throws -> Report {
        try unpacked(beside: folder) { draft, manifest in
            try Self.put(draft, at: folder)
            return Report(place: folder, manifest: manifest)
        }
    }

    /// The store alone.
    package func store(into place: String) throws -> Report {
        try unpacked(beside: place) { draft, manifest in
            try Self.put(draft + "/store.git", at: place)
            let others = manifest.files.map(\.path).filter {
                !$0.hasPrefix("store.git/") && $0 != "README.txt"
            }
            return Report(place: place, manifest: manifest, left: others)
        }
    }

    private func unpacked(
        beside place: String, _ then: (_ draft: String, BackupManifest) throws -> Report
    ) throws -> Report {
        try Self.checkFree(place)
        let draft = place + ".unfinished"
        let manager = FileManager.default
        if manager.fileExists(atPath: draft) {
            // Ours, of a restore that died; anything else is left alone.
            guard manager.fileExists(atPath: draft + "/.restoring") else {
                throw BackupError(.isThere, "\(draft): is in the way; move it elsewhere")
            }
            try manager.removeItem(atPath: draft)
        }
        do {
            try manager.createDirectory(atPath: draft, withIntermediateDirectories: true)
            try Data().write(to: URL(filePath: draft + "/.restoring"))
        } catch { throw BackupError(.cannotWrite, "\(draft): \(error.localizedDescription)") }
        defer { try? manager.removeItem(atPath: draft) }
        let manifest = try unpack(into: draft)
        try Self.checkStore(draft + "/store.git", manifest)
        unlink(draft + "/.restoring")
        do { return try then(draft, manifest) } catch {
            try? Data().write(to: URL(filePath: draft + "/.restoring"))
            throw error
        }
    }

    private static func checkFree(_ place: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue,
            (try? FileManager.default.contentsOfDirectory(atPath: place))?.isEmpty == true
        else {
            throw BackupError(.isThere, "\(place): something is there already; a restore needs a free place")
        }
    }

    private static func put(_ draft: String, at place: String) throws {
        try checkFree(place)
        PlainFile.synchronise(folder: draft)
        guard rename(draft, place) == 0 else {
            throw BackupError(.cannotWrite, "\(place): \(String(cString: strerror(errno)))")
        }
        PlainFile.synchronise(folder: URL(filePath: place).deletingLastPathComponent().path)
    }

    // MARK: Unpacking

    private func unpack(into draft: String) throws -> BackupManifest {
        let input = try PlainFile(reading: file)
        var start = try input.read(64)
        let isAge = AgeReader.recognises(start)
        func raw(_ count: Int) throws -> [UInt8] {
            guard start.isEmpty else {
                defer { start = [] }
                return start
            }
            return try input.read(min(count, 1 << 17))
        }
        var found: [String: BackupManifest.File] = [:]
        do {
            let source: () throws -> [UInt8]
            if isAge {
                let age = try AgeReader(identities: identities, passphrase: passphrase, from: raw)
                // An empty part is the end of nothing.
                source = { try age.next() ?? [] }
            } else {
                source = { try raw(1 << 17) }
            }
            let tar = try TarReader(from: source)
            while let entry = try tar.next() { try take(entry, tar, draft, &found) }
            // What comes after the last entry is read too: the end of an encrypted file is what proves it whole.
            while try !source().isEmpty {}
        } catch let error as AgeError {
            throw error
        } catch let error as BackupError {
            throw BackupError(
                error.kind, error.message.hasPrefix(draft) ? error.message : "\(file): \(error.message)")
        }
        return try check(found, draft)
    }

    private func take(
        _ entry: TarReader.Entry, _ tar: TarReader, _ draft: String,
        _ found: inout [String: BackupManifest.File]
    ) throws {
        var name = entry.name
        while name.hasSuffix("/") { name.removeLast() }
        guard name + "/" != Backup.root else { return }
        guard name.hasPrefix(Backup.root) else {
            throw BackupError(.malformed, "it holds “\(name.prefix(80))”, which no backup does")
        }
        name = String(name.dropFirst(Backup.root.utf8.count))
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.isEmpty, parts.count < 40, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }),
            !name.unicodeScalars.contains(where: { $0.value < 0x20 }), found[name] == nil
        else { throw BackupError(.malformed, "it holds a name that no backup has") }
        let path = draft + "/" + name
        let manager = FileManager.default
        let folder = entry.isFolder ? path : URL(filePath: path).deletingLastPathComponent().path
        do { try manager.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
            throw BackupError(.cannotWrite, "\(folder): \(error.localizedDescription)")
        }
        if entry.isFolder { return }
        let isSecret = name.hasPrefix("keys/") || name.hasSuffix(".db")
        let isObject = name.hasPrefix("store.git/objects/")
        let file = try PlainFile(making: path, mode: isSecret ? 0o600 : isObject ? 0o444 : 0o644)
        let digest = RunningDigest(.sha256)
        var size: Int64 = 0
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        while case let count = try tar.read(into: buffer), count > 0 {
            let part = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            try file.write(part)
            digest.update(part)
            size += Int64(count)
        }
        try file.synchronise()
        found[name] = .init(path: name, bytes: size, sha256: Hexadecimal.string(digest.finish()))
    }

    // MARK: Checking

    /// Whether everything that the backup says it holds is there, and nothing else.
    private func check(_ found: [String: BackupManifest.File], _ draft: String) throws -> BackupManifest {
        func bad(_ reason: String) -> BackupError { BackupError(.malformed, "\(file): \(reason)") }
        guard found["SHA256SUMS"] != nil, found["manifest.json"] != nil else {
            throw bad("its end is missing: it was cut off, or is no backup of Lexwatch")
        }
        let sums = try PlainFile(reading: draft + "/SHA256SUMS").all()
        var named: Set<String> = []
        for line in sums.split(separator: 0x0a) {
            let words = String(decoding: line, as: UTF8.self)
            guard words.utf8.count > 66 else { throw bad("SHA256SUMS does not read") }
            let name = String(words.dropFirst(66))
            guard let file = found[name] else { throw bad("\(name) is missing from it") }
            guard words == "\(file.sha256)  \(name)" else { throw bad("\(name) is not what was written") }
            named.insert(name)
        }
        if let stranger = found.keys.sorted().first(where: { !named.contains($0) && $0 != "SHA256SUMS" }) {
            throw bad("\(stranger) is in it and was not written into it")
        }
        let manifest = try BackupManifest(json: PlainFile(reading: draft + "/manifest.json").all())
        for file in manifest.files where found[file.path] != file {
            throw bad("\(file.path) is not what was written")
        }
        guard manifest.files.count + 2 == found.count else {
            throw bad("it does not hold what its manifest.json names")
        }
        return manifest
    }

    private static func checkStore(_ path: String, _ manifest: BackupManifest) throws {
        let store = try GitStore(path: path, access: .reading)
        let references = try store.snapshot().references.mapValues(\.description)
        guard references == manifest.references else {
            throw BackupError(.malformed, "\(path): its references are not those that the manifest names")
        }
        if let fault = try GitStore.faults(at: path).first {
            throw BackupError(.damaged, "\(path): \(fault)")
        }
    }
}

extension PlainFile {
    fileprivate func all() throws -> [UInt8] {
        var bytes: [UInt8] = []
        while case let more = try read(1 << 18), !more.isEmpty { bytes += more }
        return bytes
    }
}
