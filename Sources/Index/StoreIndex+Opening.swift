import Foundation
internal import GRDB
package import GitStore

extension StoreIndex {
    /// What a reader is ready to wait for.
    package enum Effort: Sendable {
        /// Use what is there, following at most a few thousand commits; a question that git answers as well waits for no more.
        case little
        /// Build it where it is missing.
        case whatItTakes
    }

    /// Above so many commits ``Effort/little`` lets it be.
    static let few = 2_000

    /// Opens the index of a store: checks the file, follows the branches, and builds it anew where it is missing, damaged,
    /// of another revision, or of another history.
    ///
    /// - Parameter progress: told how many commits of how many were taken.
    /// - Returns: nil only where ``Effort/little`` was not enough.
    /// - Throws: ``StoreError`` of the store; ``IndexError``. What is wrong with the file alone is never thrown.
    package static func open(
        store: GitStore, path: String, effort: Effort = .whatItTakes,
        progress: @escaping (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws -> StoreIndex? {
        var file = IndexFile(path)
        if case .sound(let queue) = file, let plan = try FollowingPlan(store: store, index: queue) {
            if plan.count == 0 {
                return StoreIndex(path: path, origin: .asItStood, queue: queue, store: store)
            }
            if effort == .little, plan.count > few { return nil }
        } else if effort == .little {
            return nil
        }
        let lock: BuilderLock
        do {
            lock = try BuilderLock(path: path + ".lock")
        } catch {
            return try inMemory(store: store, path: path, file: file, reason: error.reason, progress)
        }
        defer { withExtendedLifetime(lock) {} }
        // Whoever held the lock before us may have done it.
        file = IndexFile(path)
        do {
            return try write(store: store, path: path, file: file, progress)
        } catch let error as DatabaseError where error.isAboutTheFile {
            return try inMemory(store: store, path: path, file: file, reason: "\(error.resultCode)", progress)
        } catch IndexError.cannotWrite(_, let reason) {
            return try inMemory(store: store, path: path, file: file, reason: reason, progress)
        }
    }

    /// Builds the file from nothing, whatever stands there. The same store gives the same bytes.
    ///
    /// - Throws: ``IndexError/cannotWrite(path:reason:)``; ``StoreError``.
    package static func rebuild(
        store: GitStore, path: String, progress: @escaping (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws -> StoreIndex {
        do {
            let lock = try BuilderLock(path: path + ".lock")
            defer { withExtendedLifetime(lock) {} }
            return try write(store: store, path: path, file: .unusable(reason: "asked for"), progress)
        } catch let error as BuilderLock.Refusal {
            throw IndexError.cannotWrite(path: path, reason: error.reason)
        } catch let error as DatabaseError {
            throw IndexError.cannotWrite(path: path, reason: error.message ?? "\(error.resultCode)")
        }
    }

    /// Builds one in memory and touches no file.
    package static func inMemory(
        store: GitStore, progress: @escaping (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws -> StoreIndex {
        try inMemory(
            store: store, path: "", file: .unusable(reason: "asked for"), reason: "asked for", progress)
    }

    private static func write(
        store: GitStore, path: String, file: IndexFile, _ progress: (Int, Int) -> Void
    ) throws -> StoreIndex {
        let draft = path + ".new"
        defer { unlink(draft) }
        unlink(draft)
        let origin: Origin
        if case .sound(let queue) = file, let plan = try FollowingPlan(store: store, index: queue) {
            if plan.count == 0 {
                return StoreIndex(path: path, origin: .asItStood, queue: queue, store: store)
            }
            try queue.close()
            try copy(path, to: draft)
            let building = try Connection.building(draft)
            try plan.carryOut(on: building, store: store, progress)
            try building.close()
            origin = .followed(commits: plan.count)
        } else {
            let plan = try FollowingPlan(store: store)
            let scratch = path + ".scratch"
            defer { unlink(scratch) }
            unlink(scratch)
            let building = try Connection.building(scratch)
            try plan.carryOut(on: building, store: store, progress)
            try building.writeWithoutTransaction { db in
                try db.execute(sql: "INSERT INTO words (words) VALUES ('optimize')")
                // Written in one go: no page holds what was there before, and none is free.
                try db.execute(sql: "VACUUM INTO ?", arguments: [draft])
            }
            try building.close()
            origin = .built(commits: plan.count, reason: file.reason ?? "the store has another history")
        }
        try Seal.put(on: draft)
        guard rename(draft, path) == 0 else {
            throw IndexError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
        }
        return StoreIndex(path: path, origin: origin, queue: try Connection.reading(path), store: store)
    }

    private static func inMemory(
        store: GitStore, path: String, file: IndexFile, reason: String, _ progress: (Int, Int) -> Void
    ) throws -> StoreIndex {
        let memory = try Connection.inMemory()
        if case .sound(let queue) = file, let plan = try FollowingPlan(store: store, index: queue) {
            try queue.backup(to: memory)
            try plan.carryOut(on: memory, store: store, progress)
        } else {
            try FollowingPlan(store: store).carryOut(on: memory, store: store, progress)
        }
        return StoreIndex(path: path, origin: .inMemory(reason: reason), queue: memory, store: store)
    }

    private static func copy(_ path: String, to draft: String) throws(IndexError) {
        do {
            try FileManager.default.copyItem(atPath: path, toPath: draft)
        } catch {
            throw .cannotWrite(path: draft, reason: error.localizedDescription)
        }
    }
}

extension DatabaseError {
    /// Whether the disk is at fault rather than what we asked.
    fileprivate var isAboutTheFile: Bool {
        switch resultCode.primaryResultCode {
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_BUSY,
            .SQLITE_LOCKED, .SQLITE_CORRUPT, .SQLITE_NOTADB:
            true
        default: false
        }
    }
}
