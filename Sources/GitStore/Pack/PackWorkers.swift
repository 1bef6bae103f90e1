internal import Dispatch

/// Makes shares of a pack ready on all cores while the next objects are still being made.
final class PackWorkers {
    /// So many shares may wait or be at work: objects come faster than they are deflated.
    private static let most = 16

    private let queue = DispatchQueue(label: "lexwatch.pack", attributes: .concurrent)
    private let group = DispatchGroup()
    private let room = DispatchSemaphore(value: most)

    /// Hands a share over; waits while too many are under way.
    func take(_ share: PackShare) {
        room.wait()
        queue.async(group: group) { [room] in
            share.make()
            room.signal()
        }
    }

    /// Waits until all that was handed over is ready.
    func finish() { group.wait() }
}
