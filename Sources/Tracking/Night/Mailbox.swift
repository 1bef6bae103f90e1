import Foundation

/// Hands values from many tasks to one thread that waits for them. The store is used by one thread alone, so the run
/// waits here while fetching and reading go on elsewhere.
final class Mailbox<Value: Sendable>: Sendable {
    private struct State: @unchecked Sendable {
        let condition = NSCondition()
    }

    private let state = State()
    nonisolated(unsafe) private var values: [Value] = []
    nonisolated(unsafe) private var first = 0

    func put(_ value: Value) {
        state.condition.lock()
        values.append(value)
        state.condition.signal()
        state.condition.unlock()
    }

    /// The oldest value, waiting for one where there is none.
    func next() -> Value {
        state.condition.lock()
        defer { state.condition.unlock() }
        while first == values.count { state.condition.wait() }
        return take()
    }

    /// The oldest value, or nil at once.
    func nextIfAny() -> Value? {
        state.condition.lock()
        defer { state.condition.unlock() }
        return first == values.count ? nil : take()
    }

    private func take() -> Value {
        let value = values[first]
        first += 1
        if first == values.count {
            values.removeAll(keepingCapacity: true)
            first = 0
        }
        return value
    }
}
