import Glibc
import Synchronization

/// A server on the loopback that sends exactly the bytes a test has chosen, and remembers what it was asked.
final class TestServer: Sendable {
    /// What the server does after it has read a request, one step after the other; then it closes.
    enum Step: Sendable {
        case send([UInt8])
        /// Seconds.
        case wait(Double)
        /// Until the client closes.
        case hold
        /// Closes with a reset instead of an end.
        case reset
        /// The same bytes again and again until the client closes, with a wait after each.
        case forever([UInt8], pause: Double)

        static func text(_ text: String) -> Step { .send(Array(text.utf8)) }

        /// A whole response with its length.
        static func answer(
            _ status: String = "200 OK", _ fields: [String] = [], body: [UInt8], length: String? = nil
        ) -> Step {
            let head = ["HTTP/1.1 \(status)", "Content-Length: \(length ?? "\(body.count)")"] + fields
            return .send(Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
        }

        static func answer(_ status: String = "200 OK", _ fields: [String] = [], _ body: String = "") -> Step
        {
            answer(status, fields, body: Array(body.utf8))
        }
    }

    struct Request: Sendable {
        let method: String
        let target: String
        /// Names in lower case.
        let fields: [String: String]
        let body: [UInt8]
        /// From 1, over all requests for this target.
        let number: Int
        let time: ContinuousClock.Instant
    }

    private struct State {
        var requests: [Request] = []
        var connections = 0
        var open = 0
        var mostOpen = 0
        var lastEnd: ContinuousClock.Instant?
    }

    let port: UInt16
    private let listener: Int32
    private let state = Mutex(State())
    private let script: @Sendable (Request) -> [Step]

    /// Listens on 127.0.0.1, or with `everywhere` on all addresses of both families.
    init(everywhere: Bool = false, _ script: @escaping @Sendable (Request) -> [Step]) throws {
        self.script = script
        listener = socket(
            everywhere ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        port = try Self.bound(listener, everywhere: everywhere)
        Thread.start { [weak self, listener] in
            while true {
                let client = accept(listener, nil, nil)
                if client < 0 { break }
                guard let self else {
                    close(client)
                    break
                }
                state.withLock { $0.connections += 1 }
                Thread.start { self.serve(client) }
            }
            close(listener)
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    func url(_ target: String) -> String { "http://127.0.0.1:\(port)\(target)" }

    var requests: [Request] { state.withLock { $0.requests } }
    var connections: Int { state.withLock { $0.connections } }
    /// The most connections that were served at the same time.
    var mostAtOnce: Int { state.withLock { $0.mostOpen } }

    /// When a connection ended last; for ``Step/hold`` and ``Step/forever`` that is when the client closed it. Measured
    /// on threads of the server's own, which wait for nobody, however busy the pool is that tests and clients run on.
    var lastEnd: ContinuousClock.Instant? { state.withLock { $0.lastEnd } }

    /// Seconds from the first request to the last end.
    var span: Double {
        guard let start = requests.first?.time, let lastEnd else { return -1 }
        return (lastEnd - start) / .seconds(1)
    }

    /// Until no connection is open any more, five seconds at most.
    func settle() async throws {
        for _ in 0..<500 where state.withLock({ $0.open }) > 0 {
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    func requests(for target: String) -> [Request] { requests.filter { $0.target == target } }

    private func serve(_ client: Int32) {
        state.withLock {
            $0.open += 1
            $0.mostOpen = max($0.mostOpen, $0.open)
        }
        var reset = false
        if let request = read(client) {
            for step in script(request) where !reset {
                switch step {
                case .send(let bytes): _ = Self.send(client, bytes)
                case .wait(let seconds): usleep(UInt32(seconds * 1_000_000))
                case .hold: while Self.receive(client) != nil {}
                case .reset: reset = true
                case .forever(let bytes, let pause):
                    while Self.send(client, bytes) { if pause > 0 { usleep(UInt32(pause * 1_000_000)) } }
                }
            }
        }
        // Before the client can know that it is over.
        let end = ContinuousClock().now
        state.withLock {
            $0.open -= 1
            $0.lastEnd = end
        }
        if reset {
            var linger = linger(l_onoff: 1, l_linger: 0)
            setsockopt(client, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        } else {
            shutdown(client, Int32(SHUT_WR))
        }
        close(client)
    }

    private func read(_ client: Int32) -> Request? {
        var bytes: [UInt8] = []
        var end: Int?
        while end == nil {
            guard let more = Self.receive(client) else { return nil }
            bytes += more
            end = (0..<max(0, bytes.count - 3)).first { bytes[$0..<($0 + 4)].elementsEqual("\r\n\r\n".utf8) }
        }
        let head = bytes[..<(end ?? 0)]
        let lines = head.split { $0 == 0x0D || $0 == 0x0A }.map { String(decoding: $0, as: UTF8.self) }
        let words = (lines.first ?? "").split(separator: " ").map(String.init)
        let target = words.dropFirst().first ?? ""
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(
                String.init)
            if parts.count == 2 { fields[parts[0].lowercased()] = String(parts[1].drop { $0 == " " }) }
        }
        var body = Array(bytes.dropFirst(head.count + 4))
        while body.count < Int(fields["content-length"] ?? "") ?? 0 {
            guard let more = Self.receive(client) else { return nil }
            body += more
        }
        return state.withLock { [body] state in
            let request = Request(
                method: words.first ?? "", target: target, fields: fields, body: body,
                number: 1 + state.requests.count { $0.target == target },
                time: ContinuousClock().now)
            state.requests.append(request)
            return request
        }
    }

    private static func receive(_ client: Int32) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(client, &buffer, buffer.count, 0)
        return count > 0 ? Array(buffer[..<count]) : nil
    }

    private static func send(_ client: Int32, _ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map {
                    Glibc.send(client, $0 + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
                }
                    ?? -1
            }
            if count <= 0 { return false }
            sent += count
        }
        return true
    }

    private static func bound(_ listener: Int32, everywhere: Bool) throws -> UInt16 {
        var four = sockaddr_in()
        four.sin_family = sa_family_t(AF_INET)
        four.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var six = sockaddr_in6()
        six.sin6_family = sa_family_t(AF_INET6)
        let result =
            everywhere
            ? withUnsafeBytes(of: &six) { Self.bind(listener, $0) }
            : withUnsafeBytes(of: &four) { Self.bind(listener, $0) }
        guard result == 0, listen(listener, 256) == 0 else { throw Unavailable(errno: errno) }
        var name = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutableBytes(of: &name) { bytes in
            guard let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return 0 }
            getsockname(listener, address, &length)
            // Both kinds of address have their port in bytes 2 and 3.
            return UInt16(bytes[2]) << 8 | UInt16(bytes[3])
        }
    }

    private static func bind(_ listener: Int32, _ bytes: UnsafeRawBufferPointer) -> Int32 {
        bytes.baseAddress.map {
            Glibc.bind(listener, $0.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
        } ?? -1
    }

    struct Unavailable: Error { let errno: Int32 }

    /// A thread that nobody waits for.
    private enum Thread {
        private final class Work {
            let body: @Sendable () -> Void
            init(_ body: @escaping @Sendable () -> Void) { self.body = body }
        }

        static func start(_ body: @escaping @Sendable () -> Void) {
            var thread = pthread_t()
            let work = Unmanaged.passRetained(Work(body)).toOpaque()
            let code = pthread_create(
                &thread, nil,
                { work in
                    guard let work else { return nil }
                    Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
                    return nil
                }, work)
            if code == 0 { pthread_detach(thread) }
        }
    }
}
