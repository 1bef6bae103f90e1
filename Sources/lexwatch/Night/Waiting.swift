import Dispatch

/// Lets the one synchronous thread of the program wait for asynchronous work. Never called from a task.
enum Waiting {
    private final class Box<Value: Sendable>: Sendable {
        nonisolated(unsafe) var value: Value?
    }

    static func result<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value {
        let box = Box<Value>()
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            box.value = await work()
            done.signal()
        }
        while true {
            done.wait()
            if let value = box.value { return value }
        }
    }
}
