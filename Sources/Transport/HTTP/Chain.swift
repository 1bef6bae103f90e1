import Material

/// One fetch under way: attempts, and in each attempt the hops from redirect to redirect.
struct Chain {
    let fetcher: HTTPFetcher
    let request: FetchRequest
    let fields: [Exchange.Field]
    /// What is sent with POST; nil for GET. Nothing that is sent follows a redirect.
    let body: [UInt8]?
    var seat: Seat
    /// When everything has to be over.
    private var end: ContinuousClock.Instant
    /// We may not ask: asking ourselves again changes nothing.
    private var isHeldBack = false
    private let clock = ContinuousClock()

    init(
        _ fetcher: HTTPFetcher, _ request: FetchRequest, fields: [Exchange.Field], body: [UInt8]? = nil
    ) {
        self.body = body
        self.fetcher = fetcher
        self.request = Self.sane(request)
        self.fields = fields
        seat = Seat(fetcher.courtesy)
        end = clock.now + .seconds(self.request.limits.deadline)
    }

    /// Limits that can be counted with: a number that is none, or below zero, is zero.
    private static func sane(_ request: FetchRequest) -> FetchRequest {
        var request = request
        request.limits.deadline = request.limits.deadline > 0 ? min(request.limits.deadline, 1e9) : 0
        request.limits.connect = request.limits.connect > 0 ? min(request.limits.connect, 1e6) : 0
        request.limits.bodyBytes = max(0, request.limits.bodyBytes)
        return request
    }

    private var settings: HTTPSettings { fetcher.settings }
    private var secondsLeft: Double { (end - clock.now) / .seconds(1) }

    mutating func attempts(from start: WebURL) async -> FetchResult {
        var attempt = 1
        while true {
            let result = await hops(from: start, attempt: attempt)
            guard !isHeldBack, case .failed(var failure) = result, Self.mayHelp(failure) else {
                return result
            }
            if let after = failure.retryAfter, after > settings.longestWait || Double(after) >= secondsLeft {
                failure.kind = .deferred
                failure.isTransient = false
                failure.message += "; it asks us to come back after \(after) seconds"
                return .failed(failure)
            }
            // A server's wish is never shortened, only lengthened.
            let pause = max(Double(failure.retryAfter ?? 0), settings.backoff.wait(after: attempt))
            guard attempt < request.limits.attempts, pause < secondsLeft else { return result }
            do {
                try await clock.sleep(for: .seconds(pause))
            } catch {
                return .failed(cancelled(start, failure.exchange))
            }
            attempt += 1
        }
    }

    /// Whether another attempt of ours, within the deadline, could end otherwise.
    private static func mayHelp(_ failure: FetchFailure) -> Bool {
        switch failure.kind {
        case .deadline, .cancelled: false
        default: failure.isTransient
        }
    }

    private mutating func hops(from start: WebURL, attempt: Int) async -> FetchResult {
        var url = start
        var exchange = Exchange(hops: [], attempts: attempt)
        var seen: Set<String> = []
        while true {
            seen.insert(url.string)
            if let failure = await admitted(url, exchange) { return .failed(failure) }
            let reply = await ask(url, &exchange)
            if let fault = reply.fault { return .failed(failure(fault, url, exchange, reply.body)) }
            guard let status = reply.status, [301, 302, 303, 307, 308].contains(status),
                let location = reply.location
            else { return conclusion(reply, url, exchange) }
            func refusal(_ kind: FetchFailure.Kind, _ reason: String) -> FetchResult {
                .failed(failure(.init(kind: kind, reason: reason, isTransient: false), url, exchange))
            }
            if body != nil { return refusal(.redirectRefused, "redirects what was sent to it") }
            let next: WebURL
            do {
                next = try url.resolved(location)
            } catch let fault {
                return refusal(.redirectRefused, "redirects to what \(fault.reason)")
            }
            if url.isSecure, !next.isSecure {
                return refusal(.redirectRefused, "redirects from https to http, to \(next)")
            }
            if seen.contains(next.string) {
                return refusal(.redirects, "redirects in a loop, back to \(next)")
            }
            if exchange.hops.count > request.limits.redirects {
                return refusal(
                    .redirects, "redirects more than \(request.limits.redirects) times, last to \(next)")
            }
            url = next
        }
    }

    /// Waits for our turn and asks whether the URL may be asked for; nil when it may.
    private mutating func admitted(_ url: WebURL, _ exchange: Exchange) async -> FetchFailure? {
        let arrival = clock.now
        guard await seat.take(url) else { return cancelled(url, exchange) }
        end += clock.now - arrival
        // A task may have waited long for a thread.
        if secondsLeft <= 0 { return failure(.late(request.limits), url, exchange) }
        if let fault = proxied(url) { return failure(fault, url, exchange) }
        guard var objection = await fetcher.courtesy?.objection(to: url, within: max(0, secondsLeft)) else {
            return nil
        }
        isHeldBack = true
        objection.exchange = exchange
        return objection
    }

    /// Behind a proxy no socket of ours is opened to the host: what the URL itself says is all there is to check.
    private func proxied(_ url: WebURL) -> HopReply.Fault? {
        guard settings.proxies.proxy(for: url) != nil else { return nil }
        // RFC 6761, 6.3.
        let isLocal = url.host == "localhost" || url.host.hasSuffix(".localhost")
        let address = isLocal ? IPAddress("127.0.0.1") : IPAddress(url.host)
        let verdict =
            address.map { settings.addresses.verdict($0, port: url.port) }
            ?? (url.port == 80 || url.port == 443 ? .allowed : .portRefused)
        return verdict.fault(address, port: url.port)
    }

    private func ask(_ url: WebURL, _ exchange: inout Exchange) async -> HopReply {
        let started = settings.now()
        let reply = await fetcher.perform(
            HopRequest(
                url: url, fields: fields, body: body, limits: request.limits, end: end,
                proxy: settings.proxies.proxy(for: url), failureBytes: max(0, settings.failureBytes),
                fieldCount: settings.fieldCount, addresses: settings.addresses,
                certificateFile: settings.certificateFile,
                grace: settings.grace > 0 ? min(settings.grace, 60) : 0))
        exchange.hops.append(
            Exchange.Hop(
                url: url.string, status: reply.status, fields: reply.fields, address: reply.address,
                started: started, finished: settings.now(),
                leafSHA256: reply.leaf.flatMap { settings.certificateDigest?($0) }))
        return reply
    }

    /// What a response without a fault means. Only 200 brings a document (RFC 9110, 15).
    private func conclusion(_ reply: HopReply, _ url: WebURL, _ exchange: Exchange) -> FetchResult {
        let status = reply.status ?? 0
        if status == 200 { return .document(FetchedDocument(bytes: reply.body, exchange: exchange)) }
        if status == 304, fields.contains(where: { $0.name.hasPrefix("If-") }) {
            return .notModified(exchange)
        }
        // 521, 412 and 403 are how firewalls answer that want a browser: asking again soon changes nothing.
        let isTransient = [408, 425, 429, 500, 502, 503, 504].contains(status)
        var failure = failure(
            .init(kind: .status, reason: "answered \(status)", isTransient: isTransient), url, exchange,
            reply.body)
        if isTransient, let value = exchange.field("Retry-After") {
            failure.retryAfter = RetryAfter.seconds(value, now: settings.now())
        }
        return .failed(failure)
    }

    private func failure(
        _ fault: HopReply.Fault, _ url: WebURL, _ exchange: Exchange, _ bytes: [UInt8] = []
    ) -> FetchFailure {
        FetchFailure(
            kind: fault.kind, message: "\(url): \(fault.reason)", isTransient: fault.isTransient,
            exchange: exchange, bytes: bytes)
    }

    private func cancelled(_ url: WebURL, _ exchange: Exchange) -> FetchFailure {
        failure(.init(kind: .cancelled, reason: "was given up", isTransient: false), url, exchange)
    }
}
