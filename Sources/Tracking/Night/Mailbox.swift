import Foundation

/// Hands values from many tasks to one thread that waits for them. The store is used by one thread alone, so the run
/// waits here while fetching and reading go on elsewhere.
final class Mailbox<Value: Sendable>: Sendable {
    private let condition = NSCondition()
    /// Both are touched under the condition's lock alone.
    nonisolated(unsafe) private var values: [Value] = []
    nonisolated(unsafe) private var first = 0

    func put(_ value: Value) {
        condition.lock()
        values.append(value)
        condition.signal()
        condition.unlock()
    }

    /// The oldest value, waiting for one where there is none.
    func next() -> Value {
        condition.lock()
        defer { condition.unlock() }
        while first == values.count { condition.wait() }
        return take()
    }

    /// The oldest value, or nil at once.
    func nextIfAny() -> Value? {
        condition.lock()
        defer { condition.unlock() }
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
