/// Lets one request at a time to each host, to so many hosts at once, in the order in which they came.
package actor HostQueue {
    private struct Waiter {
        let ticket: UInt64
        let host: String
        let continuation: CheckedContinuation<Bool, Never>
    }

    private let hostsAtOnce: Int
    private var busy: Set<String> = []
    private var waiting: [Waiter] = []
    private var nextTicket: UInt64 = 0

    /// - Parameter hostsAtOnce: at least 1.
    package init(hostsAtOnce: Int) { self.hostsAtOnce = max(1, hostsAtOnce) }

    /// Waits for the turn of a host (name and port). False when the task is cancelled meanwhile; each true has to be
    /// followed by ``leave(_:)``.
    package func enter(_ host: String) async -> Bool {
        if Task.isCancelled { return false }
        if busy.count < hostsAtOnce, busy.insert(host).inserted { return true }
        let ticket = nextTicket
        nextTicket += 1
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // The task may have been cancelled between the first look and this one.
                if Task.isCancelled {
                    continuation.resume(returning: false)
                } else {
                    waiting.append(Waiter(ticket: ticket, host: host, continuation: continuation))
                }
            }
        } onCancel: {
            Task { await self.giveUp(ticket) }
        }
    }

    /// How many wait.
    var lineLength: Int { waiting.count }

    package func leave(_ host: String) {
        busy.remove(host)
        admit()
    }

    private func giveUp(_ ticket: UInt64) {
        guard let place = waiting.firstIndex(where: { $0.ticket == ticket }) else { return }
        waiting.remove(at: place).continuation.resume(returning: false)
    }

    /// The first in line whose host is free, then the next: one host with a long line holds no other up.
    private func admit() {
        var place = 0
        while busy.count < hostsAtOnce, place < waiting.count {
            if busy.insert(waiting[place].host).inserted {
                waiting.remove(at: place).continuation.resume(returning: true)
            } else {
                place += 1
            }
        }
    }
}
