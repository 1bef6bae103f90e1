internal import Glibc

/// How long a writer waits for another that holds the store.
package struct StoreWait: Sendable {
    /// Seconds; 0 not to wait at all.
    package let seconds: Double

    package init(seconds: Double) { self.seconds = seconds }

    /// Between two tries: not the same for everybody, so that those who wait do not come all at once.
    private static let pause = 20_000...120_000

    /// Opens a store, again and again while another holds it.
    ///
    /// - Throws: what the last try threw.
    package func open(_ store: () throws(StoreError) -> GitStore) throws(StoreError) -> GitStore {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        while true {
            do {
                return try store()
            } catch {
                let rest = (end - clock.now) / .microseconds(1)
                guard case .locked = error, rest > 0 else { throw error }
                usleep(UInt32(min(rest, Double(Int.random(in: Self.pause)))))
            }
        }
    }
}
