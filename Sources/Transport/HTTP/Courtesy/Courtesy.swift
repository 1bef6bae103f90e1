import Material

/// Says for each request of a chain when and whether it may be made.
protocol Courtesy: Sendable {
    /// Waits until a host may be asked; false when the task was cancelled meanwhile. Each true is followed by ``leave``.
    func enter(_ authority: String) async -> Bool
    func leave(_ authority: String) async
    /// Why a URL may not be asked for; nil when it may.
    func objection(to url: WebURL, within seconds: Double) async -> FetchFailure?
}

/// The place in the queue that a fetch holds: at one host at a time, so that no two fetches can wait for each other.
struct Seat {
    let courtesy: (any Courtesy)?
    private var authority: String?

    init(_ courtesy: (any Courtesy)?) { self.courtesy = courtesy }

    /// Leaves the host that is held and waits for another; false when cancelled.
    mutating func take(_ url: WebURL) async -> Bool {
        guard let courtesy, authority != url.authority else { return !Task.isCancelled }
        await leave()
        guard await courtesy.enter(url.authority) else { return false }
        authority = url.authority
        return true
    }

    mutating func leave() async {
        guard let courtesy, let held = authority else { return }
        authority = nil
        await courtesy.leave(held)
    }
}
