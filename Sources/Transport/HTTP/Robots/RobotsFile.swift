import Material

/// The robots.txt of each host, read once in a run through the guarded client.
actor RobotsFile {
    private enum Answer {
        case rules(RobotsRules)
        /// Could not be had: nothing of the host may be asked for (RFC 9309, 2.3.1.4).
        case unreachable(FetchFailure)
    }

    /// Seconds that the file may cost, within what the fetch has left.
    private static let patience: Double = 15

    private let fetcher: HTTPFetcher
    private let product: String
    private var answers: [String: Answer] = [:]

    init(_ fetcher: HTTPFetcher) {
        self.fetcher = fetcher
        product = String(fetcher.settings.userAgent.prefix { $0 != "/" && $0 != " " })
    }

    func forgetFailures() {
        answers = answers.filter { if case .rules = $0.value { true } else { false } }
    }

    /// Asked for one host by one fetch at a time: whoever asks holds the host's place in the queue.
    func objection(to url: WebURL, within seconds: Double) async -> FetchFailure? {
        let answer: Answer
        if let known = answers[url.origin] {
            answer = known
        } else {
            answer = await read(url, within: seconds)
            // A fetch that was given up, or had no time left, says nothing about the host.
            if case .unreachable(let failure) = answer, failure.kind == .cancelled || seconds < Self.patience
            {
                return failure
            }
            answers[url.origin] = answer
        }
        switch answer {
        case .unreachable(var failure):
            failure.message = "\(url): \(failure.message)"
            return failure
        case .rules(let rules):
            if rules.allows(url.target) { return nil }
            return FetchFailure(
                kind: .robots, message: "\(url): robots.txt of \(url.host) does not let \(product) read it",
                isTransient: false)
        }
    }

    private func read(_ url: WebURL, within seconds: Double) async -> Answer {
        let limits = FetchLimits(
            deadline: min(seconds, Self.patience), connect: min(seconds, Self.patience),
            bodyBytes: RobotsRules.byteLimit, attempts: 2)
        let request = FetchRequest(
            url: "\(url.origin)/robots.txt", fields: [Exchange.Field("Accept", "text/plain,*/*;q=0.5")],
            limits: limits)
        switch await fetcher.fetch(request) {
        case .document(let file):
            let type = file.exchange.field("Content-Type")?.lowercased() ?? ""
            if type.hasPrefix("text/html") { return .rules(RobotsRules()) }
            return .rules(RobotsRules(file.bytes, product: product))
        // Nobody asked on a condition.
        case .notModified: return .rules(RobotsRules())
        case .failed(let failure): return judged(failure)
        }
    }

    private func judged(_ failure: FetchFailure) -> Answer {
        switch failure.kind {
        // A longer file than anybody has to read: its beginning counts (RFC 9309, 2.5).
        case .tooLarge: return .rules(RobotsRules(failure.bytes, product: product))
        case .status:
            let status = failure.exchange.status ?? 0
            // "Unavailable" (RFC 9309, 2.3.1.3), unless it says that we ask too much.
            if status < 500, status != 429 { return .rules(RobotsRules()) }
        // As unavailable (RFC 9309, 2.3.1.2).
        case .redirects, .redirectRefused: return .rules(RobotsRules())
        // The page itself would end the same way, and these names say more.
        case .name, .connect, .addressRefused, .badURL, .tls, .tlsExpired, .tlsSelfSigned, .tlsWrongHost,
            .cancelled, .deferred:
            return .unreachable(failure)
        default: break
        }
        return .unreachable(
            FetchFailure(
                kind: .robots, message: "robots.txt could not be read: \(failure.message)", isTransient: true,
                retryAfter: failure.retryAfter, exchange: failure.exchange))
    }
}
