import Foundation
import GitStore
import Statute

/// Reads random versions, text and metadata, through one open store.
struct Reading {
    struct Result: Encodable {
        /// In the store.
        var versions = 0
        /// Microseconds of one read.
        var p50 = 0.0
        var p99 = 0.0
        var mean = 0.0
        /// Opening the store and reading one version, as a command does; microseconds.
        var first = 0.0
        /// Objects that one read looks up.
        var lookups = 0.0
        var bytes = 0
    }

    let store: String
    let count: Int
    let seed: UInt64

    func run() throws -> Result {
        var result = Result()
        var dice = Dice(state: seed)
        var keys: [VersionKey] = []
        do {
            let store = try GitStore(path: store, access: .reading)
            for instrument in try store.instruments() { keys += try store.versions(of: instrument) }
        }
        result.versions = keys.count
        let chosen = (0..<count).compactMap { _ in keys.randomElement(using: &dice) }
        let clock = ContinuousClock()
        let start = clock.now
        let store = try GitStore(path: store, access: .reading)
        if let key = chosen.first { result.bytes += try size(key, store) }
        result.first = microseconds(clock.now - start)
        let before = store.objectReads
        var times: [Double] = []
        times.reserveCapacity(count)
        for key in chosen {
            let start = clock.now
            result.bytes += try size(key, store)
            times.append(microseconds(clock.now - start))
        }
        guard !times.isEmpty else { return result }
        result.lookups = Double(store.objectReads - before) / Double(times.count)
        result.mean = times.reduce(0, +) / Double(times.count)
        times.sort()
        result.p50 = times[times.count / 2]
        result.p99 = times[times.count * 99 / 100]
        return result
    }

    private func size(_ key: VersionKey, _ store: GitStore) throws -> Int {
        try store.version(key)?.texts["zh"]?.count ?? 0
    }

    private func microseconds(_ time: Duration) -> Double {
        Double(time.components.seconds) * 1e6 + Double(time.components.attoseconds) / 1e12
    }

    /// The same draws in every run (splitmix64).
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }
    }
}
