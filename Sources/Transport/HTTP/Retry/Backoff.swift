/// How long to wait before trying again: twice as long each time, less a random part, so that many clients that
/// failed together do not come back together.
package struct Backoff: Sendable {
    /// Seconds before the second attempt, at most.
    package var base: Double
    /// Seconds, at most.
    package var cap: Double
    /// 0 ..< 1.
    package var random: @Sendable () -> Double

    package init(
        base: Double = 1, cap: Double = 30, random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
    ) {
        self.base = base
        self.cap = cap
        self.random = random
    }

    /// Seconds, between half and all of base · 2^(failures - 1).
    ///
    /// - Parameter failures: attempts that failed, from 1.
    package func wait(after failures: Int) -> Double {
        var whole = min(base, cap)
        var left = max(0, failures - 1)
        while left > 0, whole < cap {
            whole = min(cap, whole * 2)
            left -= 1
        }
        return whole * (1 - random() / 2)
    }
}
