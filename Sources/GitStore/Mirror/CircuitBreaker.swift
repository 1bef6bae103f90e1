internal import Glibc
internal import Synchronization

/// Breaks a connection that somebody else reads and writes (ssh does, through libssh2, which knows no deadline) when its
/// time is up or the run is stopped. The reader then sees the end of it.
final class CircuitBreaker: Sendable {
    private struct State {
        var descriptor: Int32 = -1
        var isOver = false
    }

    private let state = Mutex(State())
    private let end: ContinuousClock.Instant
    private let isCancelled: @Sendable () -> Bool

    private init(seconds: Double, isCancelled: @escaping @Sendable () -> Bool) {
        end = ContinuousClock.now.advanced(by: .milliseconds(Int64(min(max(0, seconds), 1e6) * 1_000)))
        self.isCancelled = isCancelled
    }

    /// Watches on a thread of its own until ``finish()``.
    static func started(seconds: Double, isCancelled: @escaping @Sendable () -> Bool) -> CircuitBreaker {
        let breaker = CircuitBreaker(seconds: seconds, isCancelled: isCancelled)
        let shared = Unmanaged.passRetained(breaker)
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { raw in
                if let raw { Unmanaged<CircuitBreaker>.fromOpaque(raw).takeRetainedValue().watch() }
                return nil
            }, shared.toOpaque())
        if code == 0 { pthread_detach(thread) } else { shared.release() }
        return breaker
    }

    /// The connection that is open now; -1 for none. To be told before it is closed: its number may be another's then.
    func holds(_ descriptor: Int32) {
        state.withLock { $0.descriptor = descriptor }
    }

    func finish() {
        state.withLock { $0.isOver = true }
    }

    private func watch() {
        while true {
            usleep(100_000)
            let isLate = ContinuousClock.now >= end || isCancelled()
            let isDone = state.withLock { state in
                if isLate, !state.isOver, state.descriptor >= 0 {
                    shutdown(state.descriptor, Int32(SHUT_RDWR))
                }
                return state.isOver
            }
            if isDone { return }
        }
    }
}
