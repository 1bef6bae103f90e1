import Foundation
import GitStore
import Statute

/// Reads versions, text and metadata, through one open store: one of each of its first laws, at random, so that no law is
/// looked at twice and nothing of it is in any cache. A larger store of the same laws is asked for the same texts.
struct Reading {
    struct Result: Encodable {
        /// In the store.
        var versions = 0
        /// Microseconds of one read.
        var p50 = 0.0
        var p99 = 0.0
        /// The same of processor time, which other programs do not disturb.
        var cpu50 = 0.0
        var cpu99 = 0.0
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
        var chosen: [VersionKey] = []
        do {
            let store = try GitStore(path: store, access: .reading)
            for instrument in try store.instruments() {
                let keys = try store.versions(of: instrument)
                result.versions += keys.count
                guard chosen.count < count, let key = keys.randomElement(using: &dice) else { continue }
                chosen.append(key)
            }
        }
        chosen.shuffle(using: &dice)
        let clock = ContinuousClock()
        let start = clock.now
        let store = try GitStore(path: store, access: .reading)
        if let key = chosen.first { result.bytes += try size(key, store) }
        result.first = microseconds(clock.now - start)
        let before = store.objectReads
        var (times, busy): ([Double], [Double]) = ([], [])
        for key in chosen.dropFirst() {
            let (start, used) = (clock.now, processor())
            result.bytes += try size(key, store)
            busy.append(processor() - used)
            times.append(microseconds(clock.now - start))
        }
        guard !times.isEmpty else { return result }
        result.lookups = Double(store.objectReads - before) / Double(times.count)
        (result.p50, result.p99) = percentiles(times)
        (result.cpu50, result.cpu99) = percentiles(busy)
        return result
    }

    private func size(_ key: VersionKey, _ store: GitStore) throws -> Int {
        try store.version(key)?.texts["zh"]?.count ?? 0
    }

    private func percentiles(_ times: [Double]) -> (Double, Double) {
        let sorted = times.sorted()
        return (sorted[sorted.count / 2], sorted[sorted.count * 99 / 100])
    }

    /// Of this thread, in microseconds.
    private func processor() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
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
