import Foundation

/// Works on things beside the caller's thread and hands the results over in the order of the things.
///
/// The things are asked for one at a time, so that whoever gives them needs no lock; only the work on them goes on at
/// once. At most `window` things, and one thing more than `room` bytes, are under way or wait to be taken.
final class OrderedCrew<Item: Sendable, Value: Sendable>: Sendable {
    private let workers: Int
    private let window: Int
    private let room: Int
    private let weigh: @Sendable (Item) -> Int
    private let work: @Sendable (Item) -> Value
    /// Called under `giving` alone.
    nonisolated(unsafe) private let give: () throws -> Item?
    private let giving = NSLock()
    private let condition = NSCondition()
    /// Touched under the condition's lock alone.
    nonisolated(unsafe) private var state = State()

    private struct State {
        var given = 0
        var taken = 0
        var bytes = 0
        var running = 0
        var done: [Int: (value: Value, bytes: Int)] = [:]
        /// Nothing more is given: there is nothing more, or nobody wants it.
        var isEnded = false
        var failure: (any Error)?
    }

    init(
        workers: Int, window: Int, room: Int, weigh: @escaping @Sendable (Item) -> Int,
        work: @escaping @Sendable (Item) -> Value, give: @escaping () throws -> Item?
    ) {
        self.workers = max(1, workers)
        self.window = max(1, window)
        self.room = max(1, room)
        self.weigh = weigh
        self.work = work
        self.give = give
    }

    func start() {
        condition.withLock { state.running = workers }
        for _ in 0..<workers {
            let thread = Thread { [self] in
                while let (number, item, bytes) = next() { hand(number, work(item), bytes) }
                condition.withLock {
                    state.running -= 1
                    condition.broadcast()
                }
            }
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    /// The result for the next thing; nil at the end.
    ///
    /// - Throws: what asking for the next thing threw, after the results of all before it.
    func take() throws -> Value? {
        try condition.withLock {
            while true {
                if let found = state.done.removeValue(forKey: state.taken) {
                    state.taken += 1
                    state.bytes -= found.bytes
                    condition.broadcast()
                    return found.value
                }
                if state.isEnded, state.taken == state.given {
                    if let failure = state.failure { throw failure }
                    return nil
                }
                condition.wait()
            }
        }
    }

    /// Ends the work and waits until nobody is at it.
    func stop() {
        condition.withLock {
            state.isEnded = true
            condition.broadcast()
            while state.running > 0 { condition.wait() }
        }
    }

    private func next() -> (Int, Item, Int)? {
        giving.withLock {
            let mayGoOn = condition.withLock {
                while !state.isEnded, state.given - state.taken >= window || state.bytes >= room {
                    condition.wait()
                }
                return !state.isEnded
            }
            guard mayGoOn else { return nil }
            let asked = Result { try give() }
            return condition.withLock {
                switch asked {
                case .success(let item?) where !state.isEnded:
                    let bytes = weigh(item)
                    defer {
                        state.given += 1
                        state.bytes += bytes
                    }
                    return (state.given, item, bytes)
                case .success: break
                case .failure(let failure): state.failure = failure
                }
                state.isEnded = true
                condition.broadcast()
                return nil
            }
        }
    }

    private func hand(_ number: Int, _ value: Value, _ bytes: Int) {
        condition.withLock {
            state.done[number] = (value, bytes)
            condition.broadcast()
        }
    }
}
