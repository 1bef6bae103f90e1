import Foundation
import Material

/// Tells a watchman outside that the run began, ended well, or did not (the convention of healthchecks.io: the address
/// itself, `/start` and `/fail`). A ping that fails never fails the run.
struct Heartbeat {
    let url: String?
    let fetcher: any Fetching

    func start() { ping("/start") }
    func end(_ exit: Int32) { ping(exit == 0 ? "" : "/fail") }

    private func ping(_ suffix: String) {
        guard let url else { return }
        let request = FetchRequest(
            url: url + suffix, limits: FetchLimits(deadline: 5, connect: 3, bodyBytes: 64 << 10, attempts: 1))
        _ = Waiting.result { await fetcher.fetch(request) }
    }
}
