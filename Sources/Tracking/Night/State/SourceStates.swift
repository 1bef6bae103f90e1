import Foundation
import GitStore
import Material
import Statute

/// The states of all sources, as the runs branch keeps them: one file a shard, so that a night writes 256 files at most
/// and a lookup reads one.
struct SourceStates {
    private struct Shard: StoredRecord {
        var schema = 1
        /// By full name of the source.
        var sources: [String: SourceState]
    }

    private let store: GitStore
    private var shards: [String: Shard] = [:]
    private var touched: Set<String> = []

    init(_ store: GitStore) { self.store = store }

    /// What is known of a source; a state that this program cannot read is as good as none.
    mutating func state(_ source: String) throws -> SourceState {
        try shard(StoreLayout.shard(source)).sources[source] ?? SourceState()
    }

    mutating func set(_ state: SourceState, for source: String) throws {
        let name = StoreLayout.shard(source)
        var shard = try shard(name)
        guard shard.sources[source] != state else { return }
        shard.sources[source] = state
        shards[name] = shard
        touched.insert(name)
    }

    /// Every source that is known, with its state.
    mutating func all() throws -> [String: SourceState] {
        var found: [String: SourceState] = [:]
        for entry in try store.list(.runs, StorePath(components: ["sources"]))
        where entry.name.hasSuffix(".json") {
            found.merge(try shard(String(entry.name.dropLast(5))).sources) { first, _ in first }
        }
        return found
    }

    func changes() throws -> [CommitDraft.Change] {
        try touched.sorted().compactMap { name in
            guard let shard = shards[name] else { return nil }
            return .put(try StoreLayout.sources(name), try shard.encoded())
        }
    }

    private mutating func shard(_ name: String) throws -> Shard {
        if let known = shards[name] { return known }
        let path = try StoreLayout.sources(name)
        var found = Shard(sources: [:])
        if let bytes = try store.read(.runs, path) {
            do {
                found = try Shard(bytes)
            } catch {
                throw TrackingError.unreadableRecord(path: "runs/\(path)", reason: "\(error)")
            }
        }
        shards[name] = found
        return found
    }
}
