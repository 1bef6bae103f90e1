package import Material

/// Fetches as a guest should: one request at a time at each host, several hosts at once, and nothing that robots.txt
/// (RFC 9309) keeps to itself. Both hold for each hop of a chain of redirects, but not for redirects of a robots.txt.
///
/// Robots.txt is read once for a host in the life of this value; one value is for one run.
package struct PoliteFetcher: Fetching {
    private let fetcher: HTTPFetcher
    private let robots: RobotsFile?

    /// - Parameters:
    ///   - base: asks for robots.txt, too.
    ///   - robots: false leaves robots.txt unread, for servers of one's own.
    package init(_ base: HTTPFetcher, robots: Bool = true, hostsAtOnce: Int = 8) {
        self.robots = robots ? RobotsFile(base) : nil
        var fetcher = base
        fetcher.courtesy = Manners(queue: HostQueue(hostsAtOnce: hostsAtOnce), robots: self.robots)
        self.fetcher = fetcher
    }

    package func fetch(_ request: FetchRequest) async -> FetchResult { await fetcher.fetch(request) }

    /// Asks anew for each robots.txt that could not be had: before a second round at the end of a run.
    package func forgetFailures() async { await robots?.forgetFailures() }

    private struct Manners: Courtesy {
        let queue: HostQueue
        let robots: RobotsFile?

        func enter(_ authority: String) async -> Bool { await queue.enter(authority) }
        func leave(_ authority: String) async { await queue.leave(authority) }

        func objection(to url: WebURL, within seconds: Double) async -> FetchFailure? {
            await robots?.objection(to: url, within: seconds)
        }
    }
}
