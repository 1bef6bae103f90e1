import Foundation
import GitStore
import Index
import Statute
import Tracking

extension Settings {
    /// The index of a store. What had to be done about the file is said on standard error.
    ///
    /// - Returns: nil only where little effort was not enough.
    func openIndex(_ store: GitStore, effort: StoreIndex.Effort) throws -> StoreIndex? {
        try checkIndexPath()
        let line = IndexProgress(isShown: !quiet && isTalking)
        let opened = try StoreIndex.open(store: store, path: index, effort: effort, progress: line.show)
        line.end()
        guard let opened else { return nil }
        switch opened.origin {
        case .asItStood: break
        case .followed(let commits):
            if verbose { remark("index \(index): followed the store by \(Self.commits(commits))") }
        case .built(let commits, let reason):
            remark("index \(index): \(reason); built from \(Self.commits(commits))")
        case .inMemory(let reason):
            remark("index \(index): \(reason); answered from a copy in memory, which takes longer")
        }
        return opened
    }

    /// Derived data inside the repository would be copied, verified and taken for ours.
    func checkIndexPath() throws {
        let file = URL(filePath: index).standardizedFileURL.path
        let repository = URL(filePath: store).standardizedFileURL.path
        guard file == repository || file.hasPrefix(repository + "/") else { return }
        throw ConfigurationError(faults: [
            "index: “\(index)” lies inside the store; name a file beside it"
        ])
    }

    /// The register and the store as it was known at a time, opened for reading.
    ///
    /// - Parameter known: nil for now.
    func library(knownAt known: String?) throws -> Library {
        guard let known else { return try library() }
        let moment = try KnownMoment(known)
        let store = try GitStore(path: store, access: .reading)
        let commit: ObjectID?
        if let index = try openIndex(store, effort: .little) {
            commit = try index.commit(knownAt: moment.time)
        } else {
            if verbose { remark("index \(index): there is none yet; the history was walked") }
            commit = try store.tip(.versions, knownAt: moment.time)
        }
        guard let commit else { throw TrackingError.nothingKnown(known) }
        return Library(register: try register(), store: store, at: commit)
    }

    static func commits(_ count: Int) -> String { count == 1 ? "1 commit" : "\(count) commits" }
}

/// One line on a terminal that counts commits.
final class IndexProgress {
    private let isShown: Bool
    private var isOpen = false

    init(isShown: Bool) { self.isShown = isShown }

    func show(_ done: Int, _ all: Int) {
        guard isShown else { return }
        isOpen = true
        StandardStream.tell("\rindex: \(done) of \(all) commits")
    }

    func end() {
        if isOpen { StandardStream.tell("\r\u{1B}[K") }
        isOpen = false
    }
}
