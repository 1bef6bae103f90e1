import Floor
import Redline

/// Several engines over the same pairs, in turns, so that what slows the machine slows all of them.
struct Race {
    struct Runner {
        let name: String
        /// Goes over all pairs once.
        let run: () -> Void
    }

    struct Time: Encodable {
        /// Median of the processor time for all pairs together.
        let milliseconds: Double
        let fastest: Double
        let repetitions: Int
    }

    /// Milliseconds of one sample at least: so many runs of a quick runner are measured as one.
    private static let sample = 5.0

    let runners: [Runner]

    /// - Parameter seconds: how long each runner may take, about; at least three rounds are run.
    func times(seconds: Double) -> [String: Time] {
        let estimates = runners.map { Self.estimate($0.run) }
        let bundles = estimates.map { max(1, Int(Self.sample / $0)) }
        let slowest = zip(estimates, bundles).map { $0 * Double($1) }.max() ?? 1
        let rounds = min(101, max(3, Int(seconds * 1000 / slowest) | 1))
        var samples = [[Double]](repeating: [], count: runners.count)
        for round in 0..<rounds {
            for index in runners.indices {
                // A slow runner sits rounds out once its own time is used up.
                if round >= 3, Double(round) * estimates[index] > seconds * 1000 { continue }
                // What the runner before it left in the caches, and gave back to the system, is none of its cost.
                runners[index].run()
                let all = Stopwatch.milliseconds { for _ in 0..<bundles[index] { runners[index].run() } }
                samples[index].append(all / Double(bundles[index]))
            }
        }
        var times: [String: Time] = [:]
        for (runner, taken) in zip(runners, samples) {
            let sorted = taken.sorted()
            times[runner.name] = Time(
                milliseconds: sorted[sorted.count / 2], fastest: sorted[0], repetitions: sorted.count)
        }
        return times
    }

    /// Milliseconds that one run takes once it is warm: the first ones take longer, and would make samples too short.
    private static func estimate(_ run: () -> Void) -> Double {
        var (runs, taken) = (1, 0.0)
        run()
        while taken < sample {
            taken = Stopwatch.milliseconds { for _ in 0..<runs { run() } }
            if taken < sample { runs *= 2 }
        }
        return taken / Double(runs)
    }
}

/// Keeps results alive, so that no work is optimised away.
final class Sink {
    private(set) var sum: UInt64 = 0

    func take(_ value: UInt64) { sum = sum &* 31 &+ value }
}

extension Race {
    /// The floor, our engine (core and whole) and libgit2's line diff.
    static func standard(_ pairs: [TextPair], sink: Sink, names: Set<String>) -> Race {
        var runners: [Runner] = []
        func add(_ name: String, _ run: @escaping () -> Void) {
            if names.isEmpty || names.contains(name) { runners.append(Runner(name: name, run: run)) }
        }
        add("floor") {
            for pair in pairs {
                for text in [pair.old, pair.new] {
                    text.withUnsafeBufferPointer { sink.take(lexwatch_floor($0.baseAddress, $0.count)) }
                }
            }
        }
        add("core") {
            for pair in pairs {
                let redline = Engine(language: pair.language).edits(old: pair.old, new: pair.new)
                sink.take(UInt64(redline?.links.count ?? 0))
            }
        }
        add("whole") {
            for pair in pairs {
                let changes = Engine(language: pair.language).redline(old: pair.old, new: pair.new)
                sink.take(UInt64(changes.changes.count))
            }
        }
        add("libgit2 lines") {
            for pair in pairs { sink.take(UInt64(LineDiff.hunks(pair).count)) }
        }
        return Race(runners: runners)
    }
}
