import Synchronization
import Testing

@testable import Transport

@Suite("The queue of hosts")
struct HostQueueTests {
    /// What several tasks write into.
    private final class Shared<Value: Sendable>: Sendable {
        private let value: Mutex<Value>
        init(_ value: Value) { self.value = Mutex(value) }
        func with<Result: Sendable>(_ body: @Sendable (inout Value) -> Result) -> Result {
            value.withLock { body(&$0) }
        }
    }

    private struct Crowd {
        var inside: [String: Int] = [:]
        var most = 0
        var done = 0
        var clashes = 0
    }

    /// Waits until something holds that another task brings about.
    private func until(_ holds: () async -> Bool) async throws {
        while !(await holds()) { try await Task.sleep(for: .milliseconds(2)) }
    }

    @Test("one at a time for a host, several hosts at once, in the order of arrival")
    func order() async throws {
        let queue = HostQueue(hostsAtOnce: 2)
        let log = Shared<[String]>([])
        #expect(await queue.enter("a"))
        #expect(await queue.enter("b"))
        var tasks: [Task<Void, Never>] = []
        for (place, host) in ["a", "c", "a", "b", "c"].enumerated() {
            tasks.append(
                Task {
                    if await queue.enter(host) { log.with { $0.append("\(host)\(place)") } }
                })
            try await until { await queue.lineLength == place + 1 }
        }
        #expect(log.with { $0 } == [])
        await queue.leave("a")
        await tasks[0].value
        #expect(log.with { $0 } == ["a0"])
        // The first in line wants a host that is busy: the next whose host is free goes.
        await queue.leave("b")
        await tasks[1].value
        #expect(log.with { $0 } == ["a0", "c1"])
        await queue.leave("c")
        await tasks[3].value
        await queue.leave("a")
        await tasks[2].value
        await queue.leave("b")
        await tasks[4].value
        #expect(log.with { $0 } == ["a0", "c1", "b3", "a2", "c4"])
    }

    @Test("who gives up leaves the line, and holds nothing")
    func cancelled() async throws {
        let queue = HostQueue(hostsAtOnce: 1)
        #expect(await queue.enter("a"))
        let waiting = Task { await queue.enter("a") }
        try await until { await queue.lineLength == 1 }
        waiting.cancel()
        #expect(await waiting.value == false)
        #expect(await queue.lineLength == 0)
        await queue.leave("a")
        #expect(await queue.enter("a"))
        let late = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await queue.enter("b")
        }
        #expect(await late.value == false)
    }

    @Test("however many come, at most so many hosts are asked, none twice, and all get their turn")
    func crowd() async {
        let queue = HostQueue(hostsAtOnce: 3)
        let state = Shared(Crowd())
        await withTaskGroup { group in
            for number in 0..<300 {
                group.addTask {
                    let host = "h\(number % 7)"
                    // Some lose patience.
                    let task = Task { await queue.enter(host) }
                    if number % 5 == 0 { task.cancel() }
                    guard await task.value else { return }
                    state.with {
                        $0.inside[host, default: 0] += 1
                        if $0.inside[host, default: 0] > 1 { $0.clashes += 1 }
                        $0.most = max($0.most, $0.inside.values.reduce(0, +))
                    }
                    await Task.yield()
                    state.with {
                        $0.inside[host, default: 0] -= 1
                        $0.done += 1
                    }
                    await queue.leave(host)
                }
            }
        }
        let end = state.with { $0 }
        #expect(end.clashes == 0 && end.most <= 3 && end.done >= 240)
        #expect(await queue.lineLength == 0)
    }
}
