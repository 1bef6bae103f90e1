import CCurl
import Glibc
import Material

extension Transfer {
    /// curl wants this once in a process before anything else; the standard makes such a constant once.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// How long we sleep at most before looking at clock and switch.
    private static let tick: Duration = .milliseconds(100)

    /// Runs to the end, whichever comes first of the server's, the deadline's and the switch's.
    static func run(_ request: HopRequest, until off: Switch) -> HopReply {
        Transfer(request).run(until: off)
    }

    private func run(until off: Switch) -> HopReply {
        guard Self.isReady, let handle = curl_easy_init() else { return starved }
        defer { curl_easy_cleanup(handle) }
        guard let multi = curl_multi_init() else { return starved }
        defer { curl_multi_cleanup(multi) }
        let list = fieldList()
        defer { curl_slist_free_all(list) }
        let isSetUp = withExtendedLifetime(self) { setUp(handle, fields: list) }
        guard isSetUp, curl_multi_add_handle(multi, handle) == CURLM_OK else { return starved }
        defer { curl_multi_remove_handle(multi, handle) }
        let code = withExtendedLifetime(self) { drive(multi, until: off) }
        return reply(from: handle, code: code)
    }

    /// Nil where we ended it ourselves.
    private func drive(_ multi: UnsafeMutableRawPointer, until off: Switch) -> CURLcode? {
        let clock = ContinuousClock()
        var graceEnd: ContinuousClock.Instant?
        while true {
            var running: Int32 = 0
            guard curl_multi_perform(multi, &running) == CURLM_OK else { return CURLE_OUT_OF_MEMORY }
            var code = CURLE_OK
            if lexwatch_curl_multi_result(multi, &code) != 0 { return code }
            if running == 0 { return CURLE_OK }
            if off.isOff {
                fault = .init(kind: .cancelled, reason: "was given up", isTransient: false)
                return nil
            }
            let now = clock.now
            if head.isWhole, isRedirect { return nil }
            if hasAllAnnounced {
                let end = graceEnd ?? now + .seconds(request.grace)
                graceEnd = end
                if now >= end { return nil }
            }
            if now >= request.end {
                fault = .late(request.limits)
                return nil
            }
            let next = min(now + Self.tick, request.end, graceEnd ?? request.end)
            let wait = Int32((next - now) / .milliseconds(1)) + 1
            var ready: Int32 = 0
            guard curl_multi_poll(multi, nil, 0, max(1, wait), &ready) == CURLM_OK else {
                return CURLE_OUT_OF_MEMORY
            }
        }
    }

    /// As many bytes as were announced, or more, have come.
    var hasAllAnnounced: Bool {
        guard head.isWhole, case .length(let length) = framing else { return false }
        return received >= length
    }

    private var starved: HopReply {
        HopReply(
            fault: .init(
                kind: .connect, reason: "could not be asked: curl would not start", isTransient: true))
    }

    private func fieldList() -> UnsafeMutablePointer<curl_slist>? {
        var list: UnsafeMutablePointer<curl_slist>?
        for field in request.fields {
            // A field with an empty value has to be written so; with a colon curl would take the field out.
            let line = field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
            if let longer = curl_slist_append(list, line) { list = longer }
        }
        return list
    }

    private func setUp(_ handle: UnsafeMutableRawPointer, fields: UnsafeMutablePointer<curl_slist>?) -> Bool {
        let user = Unmanaged.passUnretained(self).toOpaque()
        let left = max(1, (request.end - ContinuousClock().now) / .milliseconds(1))
        let connect = max(1, min(request.limits.connect * 1_000, left))
        var codes = [
            lexwatch_curl_set_string(handle, CURLOPT_URL, request.url.string),
            lexwatch_curl_set_string(handle, CURLOPT_PROTOCOLS_STR, "http,https"),
            // We follow ourselves, so that every hop is looked at.
            lexwatch_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0),
            // One version whose framing we can check; HTTP/2 would gain nothing for one page at a time.
            lexwatch_curl_set_long(handle, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)),
            lexwatch_curl_set_long(handle, CURLOPT_HTTP09_ALLOWED, 0),
            lexwatch_curl_set_long(handle, CURLOPT_IGNORE_CONTENT_LENGTH, 1),
            lexwatch_curl_set_long(handle, CURLOPT_HTTP_CONTENT_DECODING, 0),
            lexwatch_curl_set_list(handle, CURLOPT_HTTPHEADER, fields),
            lexwatch_curl_set_long(handle, CURLOPT_HEADEROPT, Int(CURLHEADER_SEPARATE)),
            lexwatch_curl_set_long(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1),
            // Both set, so that curl does not look into the environment itself.
            lexwatch_curl_set_string(handle, CURLOPT_PROXY, request.proxy ?? ""),
            lexwatch_curl_set_string(handle, CURLOPT_NOPROXY, ""),
            lexwatch_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, Int(connect)),
            lexwatch_curl_set_long(handle, CURLOPT_NOSIGNAL, 1),
            // A name server that does not answer must not hold us beyond the deadline.
            lexwatch_curl_set_long(handle, CURLOPT_QUICK_EXIT, 1),
            lexwatch_curl_set_long(handle, CURLOPT_FRESH_CONNECT, 1),
            lexwatch_curl_set_long(handle, CURLOPT_FORBID_REUSE, 1),
            lexwatch_curl_set_long(handle, CURLOPT_BUFFERSIZE, 65_536),
            lexwatch_curl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1),
            lexwatch_curl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2),
            lexwatch_curl_set_long(handle, CURLOPT_CERTINFO, 1),
            lexwatch_curl_set_sink(handle, CURLOPT_HEADERFUNCTION, Self.onLine),
            lexwatch_curl_set_pointer(handle, CURLOPT_HEADERDATA, user),
            lexwatch_curl_set_sink(handle, CURLOPT_WRITEFUNCTION, Self.onBody),
            lexwatch_curl_set_pointer(handle, CURLOPT_WRITEDATA, user),
            lexwatch_curl_set_opener(handle, Self.onOpen),
            lexwatch_curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, user),
        ]
        if let file = request.certificateFile {
            codes.append(lexwatch_curl_set_string(handle, CURLOPT_CAINFO, file))
            codes.append(lexwatch_curl_set_string(handle, CURLOPT_CAPATH, nil))
        }
        if let body = request.body {
            codes.append(lexwatch_curl_set_long(handle, CURLOPT_POST, 1))
            codes.append(lexwatch_curl_set_long(handle, CURLOPT_POSTFIELDSIZE, body.count))
            // curl copies as many bytes as it has just been told.
            codes.append(
                body.withUnsafeBytes {
                    lexwatch_curl_set_pointer(
                        handle, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: $0.baseAddress))
                })
        }
        return codes.allSatisfy { $0 == CURLE_OK }
    }

    // The callbacks run inside curl_multi_perform, on the thread that runs the transfer and keeps it alive.

    private static let onLine: lexwatch_curl_sink = { bytes, size, count, user in
        guard let bytes, let user else { return 0 }
        let transfer = Unmanaged<Transfer>.fromOpaque(user).takeUnretainedValue()
        let isWanted = bytes.withMemoryRebound(to: UInt8.self, capacity: size * count) {
            transfer.take(line: UnsafeBufferPointer(start: $0, count: size * count))
        }
        // Any other count than its own stops curl.
        return isWanted ? size * count : (size * count == 0 ? 1 : 0)
    }

    private static let onBody: lexwatch_curl_sink = { bytes, size, count, user in
        guard let bytes, let user else { return 0 }
        let transfer = Unmanaged<Transfer>.fromOpaque(user).takeUnretainedValue()
        let isWanted = bytes.withMemoryRebound(to: UInt8.self, capacity: size * count) {
            transfer.take(body: UnsafeBufferPointer(start: $0, count: size * count))
        }
        return isWanted ? size * count : (size * count == 0 ? 1 : 0)
    }

    private static let onOpen: lexwatch_curl_opener = { user, _, address in
        guard let user, let address else { return -1 }
        let transfer = Unmanaged<Transfer>.fromOpaque(user).takeUnretainedValue()
        guard transfer.mayConnect(to: address) else { return -1 }
        let type = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return socket(address.pointee.family, type, address.pointee.protocol)
    }

    /// The proxy's address was named by the operator and may be anywhere.
    private func mayConnect(to target: UnsafePointer<curl_sockaddr>) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 16)
        var port: Int32 = 0
        let count = Int(lexwatch_curl_address(target, &bytes, &port))
        guard let address = IPAddress(bytes: Array(bytes[..<count])) else {
            refused.append((nil, .refused))
            return false
        }
        let verdict = request.proxy != nil ? .allowed : request.addresses.verdict(address, port: Int(port))
        if verdict == .allowed { hasOpened = true } else { refused.append((address, verdict)) }
        return verdict == .allowed
    }
}
