import Foundation
import Synchronization
import Testing

@testable import Tracking

@Suite("A crew that hands results over in order")
struct OrderedCrewTests {
    private struct Broken: Error {}

    @Test(
        "gives every result once, in order, and never has more under way than the window",
        arguments: [1, 2, 5])
    func order(workers: Int) throws {
        let under = Mutex((now: 0, most: 0))
        var given = 0
        let crew = OrderedCrew<Int, Int>(
            workers: workers, window: 4, room: 1_000, weigh: { _ in 1 },
            work: { number in
                if number % 3 == 0 { Thread.sleep(forTimeInterval: 0.001) }
                return number * 2
            },
            give: {
                guard given < 200 else { return nil }
                defer { given += 1 }
                under.withLock {
                    $0.now += 1
                    $0.most = max($0.most, $0.now)
                }
                return given
            })
        crew.start()
        var taken: [Int] = []
        while let value = try crew.take() {
            under.withLock { $0.now -= 1 }
            taken.append(value)
        }
        crew.stop()
        #expect(taken == (0..<200).map { $0 * 2 })
        #expect(under.withLock { $0.most } <= 5)
    }

    @Test("holds no more bytes than it has room for, and one thing more")
    func room() throws {
        let held = Mutex((now: 0, most: 0))
        var given = 0
        let crew = OrderedCrew<Int, Int>(
            workers: 3, window: 100, room: 10, weigh: { $0 }, work: { $0 },
            give: {
                guard given < 100 else { return nil }
                given += 1
                held.withLock {
                    $0.now += 7
                    $0.most = max($0.most, $0.now)
                }
                return 7
            })
        crew.start()
        while let value = try crew.take() { held.withLock { $0.now -= value } }
        crew.stop()
        // One more may have been asked for between the taking and our own counting.
        #expect(held.withLock { $0.most } <= 21)
    }

    @Test("an error comes after the results before it, and a stop waits for nobody's turn")
    func errors() throws {
        var given = 0
        let crew = OrderedCrew<Int, Int>(
            workers: 2, window: 4, room: 100, weigh: { _ in 1 }, work: { $0 },
            give: {
                if given == 5 { throw Broken() }
                defer { given += 1 }
                return given
            })
        crew.start()
        var taken: [Int] = []
        #expect(throws: Broken.self) { while let value = try crew.take() { taken.append(value) } }
        #expect(taken == [0, 1, 2, 3, 4])
        crew.stop()
        let endless = OrderedCrew<Int, Int>(
            workers: 2, window: 4, room: 100, weigh: { _ in 1 }, work: { $0 }, give: { 1 })
        endless.start()
        #expect(try endless.take() == 1)
        endless.stop()
    }
}
