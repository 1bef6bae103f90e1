import Dispatch
import Foundation
import Synchronization

/// Shares numbered pieces of work among as many threads as the machine has cores.
enum Workers {
    /// Runs `work` on each number once. Each thread has one `tool`, made by `make`, and gives it back at the end.
    ///
    /// - Returns: the tools, with what each has gathered.
    static func run<Tool>(
        _ pieces: Int, make: @Sendable () -> Tool, work: @Sendable (inout Tool, Int) -> Void
    ) -> [Tool] {
        let threads = max(1, min(pieces, ProcessInfo.processInfo.activeProcessorCount))
        let tools = Gathered<Tool>()
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            var tool = make()
            while true {
                let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard number < pieces else { break }
                work(&tool, number)
            }
            tools.add(tool)
        }
        return tools.all
    }
}

/// Values that several threads bring. Unchecked: the lock guards them, and a value is left alone by the thread that
/// brought it.
private final class Gathered<Value>: @unchecked Sendable {
    private let lock = NSLock()
    private var values: [Value] = []

    func add(_ value: Value) { lock.withLock { values.append(value) } }

    var all: [Value] { lock.withLock { values } }
}
