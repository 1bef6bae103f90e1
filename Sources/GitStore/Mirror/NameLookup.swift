internal import Glibc

/// An address that a host's name stands for.
struct ResolvedAddress {
    /// `struct sockaddr` as bytes, the port in it.
    let bytes: [UInt8]
    let family: Int32
    /// `192.0.2.1` or `2001:db8::1`.
    let text: String
}

/// Asks for the addresses of a name without waiting longer than the watch allows: getaddrinfo(3) knows no
/// deadline, so it runs on a thread of its own that is left alone when it takes too long.
final class NameLookup {
    private let host: String
    private let port: String
    /// Written by the thread before it closes its end of the pipe, read only after that.
    private var found: [ResolvedAddress] = []
    private var writer: Int32 = -1

    private init(host: String, port: String) {
        self.host = host
        self.port = port
    }

    /// The addresses in the order of the system; empty when there are none or the watch said stop.
    static func addresses(_ host: String, _ port: String, watch: TransferWatch) -> [ResolvedAddress] {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return [] }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let lookup = NameLookup(host: host, port: port)
        lookup.writer = ends[1]
        let shared = Unmanaged.passRetained(lookup)
        var thread = pthread_t()
        let started = pthread_create(&thread, nil, { NameLookup.run($0) }, shared.toOpaque())
        guard started == 0 else {
            shared.release()
            close(ends[1])
            return []
        }
        pthread_detach(thread)
        while watch.mayGoOn() {
            var waiting = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
            if poll(&waiting, 1, watch.patience) > 0 { return lookup.found }
        }
        return []
    }

    private static func run(_ raw: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let raw else { return nil }
        let lookup = Unmanaged<NameLookup>.fromOpaque(raw).takeRetainedValue()
        lookup.found = ask(lookup.host, lookup.port)
        close(lookup.writer)
        return nil
    }

    private static func ask(_ host: String, _ port: String) -> [ResolvedAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_ADDRCONFIG
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, port, &hints, &first) == 0 else { return [] }
        defer { freeaddrinfo(first) }
        var addresses: [ResolvedAddress] = []
        var next = first
        while let entry = next?.pointee {
            next = entry.ai_next
            guard let address = entry.ai_addr else { continue }
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            guard
                getnameinfo(
                    address, entry.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0
            else { continue }
            addresses.append(
                ResolvedAddress(
                    bytes: Array(UnsafeRawBufferPointer(start: address, count: Int(entry.ai_addrlen))),
                    family: entry.ai_family,
                    text: String(
                        decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)))
        }
        return addresses
    }
}
