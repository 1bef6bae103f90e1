import Evidence
import GitStore

/// What one thread asks about objects: of the table, where all have been read, else of the objects themselves, each of
/// which is hashed as it is read.
final class Facts {
    private let table: ObjectTable?
    let reader: ObjectReader
    private var keys: [VerifierKey: VerifierKey] = [:]
    /// Commits that were read without a table.
    private var commits: [ObjectName: CommitFact] = [:]

    init(_ directory: ObjectDirectory, _ table: ObjectTable?) {
        self.table = table
        reader = ObjectReader(directory, table: table, isChecking: table == nil)
    }

    /// - Throws: ``ObjectFault``.
    func commit(_ name: ObjectName) throws -> CommitFact {
        if let table {
            guard let number = table.number(of: name) else { throw ObjectFault.missing(name) }
            guard let fact = table.commits[number] else {
                throw ObjectFault.damaged(place: "commit \(name)", reason: "it does not read as a commit")
            }
            return fact
        }
        if let known = commits[name] { return known }
        let object = try reader.object(name)
        guard object.kind == .commit, let fact = CommitFact(object.bytes, known: &keys) else {
            throw ObjectFault.damaged(place: "commit \(name)", reason: "it does not read as a commit")
        }
        if commits.count > 10_000 { commits = [:] }
        commits[name] = fact
        return fact
    }

    /// - Throws: ``ObjectFault``.
    func file(_ name: ObjectName) throws -> FileFact {
        if let table {
            if let fact = table.file(name) { return fact }
            guard table.number(of: name) != nil else { throw ObjectFault.missing(name) }
            throw ObjectFault.damaged(place: "object \(name)", reason: "it is no file that can be read")
        }
        let object = try reader.object(name)
        guard object.kind == .blob else {
            throw ObjectFault.damaged(place: "object \(name)", reason: "it should be a file")
        }
        return FileFact(bytes: object.bytes.count, sha256: object.bytes.withUnsafeBytes { SHA2.sha256($0) })
    }

    /// - Throws: ``ObjectFault`` when it is not there, or is of another kind.
    func expect(_ name: ObjectName, _ kind: ObjectKind) throws {
        guard let table else {
            if !reader.has(name) { throw ObjectFault.missing(name) }
            return
        }
        guard table.number(of: name) != nil else { throw ObjectFault.missing(name) }
        if let found = table.kind(name), found != kind {
            throw ObjectFault.damaged(
                place: "object \(name)", reason: "it should be a \(kind.word) and is a \(found.word)")
        }
    }
}
