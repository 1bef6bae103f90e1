internal import CLibgit2
internal import Glibc

/// One connection to a git server, made by us: libgit2's own knows neither a deadline nor which addresses are
/// not to be spoken to. TLS stands on top of it where it is used, and is libgit2's.
final class Wire {
    private let host: String
    private let port: String
    private let watch: TransferWatch
    private var descriptor: Int32 = -1

    init(host: String, port: String, watch: TransferWatch) {
        self.host = host
        self.port = port
        self.watch = watch
    }

    deinit { close() }

    /// For ssh, which reads and writes without us once it is connected.
    var socket: Int32 { descriptor }

    /// Connects to the first address that is allowed and answers.
    func connect() -> Bool {
        let addresses = NameLookup.addresses(host, port, watch: watch)
        guard watch.mayGoOn() else { return false }
        guard !addresses.isEmpty else {
            return fails(.name, "\(Printable.text(host)) has no address")
        }
        let number = Int(port) ?? 0
        let allowed = addresses.filter { watch.peer.allowsAddress($0.text, number) }
        guard !allowed.isEmpty else {
            let names = addresses.map(\.text).joined(separator: ", ")
            return fails(
                .addressRefused,
                "\(Printable.text(host)) is at \(names), which may not be connected to at port \(number)")
        }
        for address in allowed where watch.mayGoOn() {
            if connect(to: address) { return true }
        }
        guard watch.mayGoOn() else { return false }
        return fails(.connect, "\(Printable.text(host)):\(Printable.text(port)) does not answer")
    }

    private func connect(to address: ResolvedAddress) -> Bool {
        let made = Glibc.socket(
            address.family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        guard made >= 0 else { return false }
        let code = address.bytes.withUnsafeBytes { raw in
            raw.withMemoryRebound(to: sockaddr.self) {
                Glibc.connect(made, $0.baseAddress, socklen_t(raw.count))
            }
        }
        if code == 0 || (errno == EINPROGRESS && waits(made, for: POLLOUT)) {
            var fault: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            if getsockopt(made, SOL_SOCKET, SO_ERROR, &fault, &size) == 0, fault == 0 {
                descriptor = made
                watch.breaker?.holds(made)
                return true
            }
        }
        Glibc.close(made)
        return false
    }

    /// Bytes that came, 0 at the end, -1 for a failure.
    func read(into buffer: UnsafeMutableRawPointer, _ size: Int) -> Int {
        while waits(descriptor, for: POLLIN) {
            let count = recv(descriptor, buffer, size, 0)
            if count >= 0 { return watch.took(count) ? count : -1 }
            guard errno == EAGAIN || errno == EINTR else { break }
        }
        watch.refuse(.broken, "the connection broke")
        return -1
    }

    /// Bytes that were sent, -1 for a failure.
    func write(_ bytes: UnsafePointer<CChar>, _ size: Int) -> Int {
        while waits(descriptor, for: POLLOUT) {
            let count = send(descriptor, bytes, size, Int32(MSG_NOSIGNAL))
            if count >= 0 { return count }
            guard errno == EAGAIN || errno == EINTR else { break }
        }
        watch.refuse(.broken, "the connection broke")
        return -1
    }

    func close() {
        watch.breaker?.holds(-1)
        if descriptor >= 0 { Glibc.close(descriptor) }
        descriptor = -1
    }

    /// Waits until a descriptor is ready; false when the watch says stop.
    private func waits(_ descriptor: Int32, for events: Int32) -> Bool {
        while watch.mayGoOn() {
            var waiting = pollfd(fd: descriptor, events: Int16(events), revents: 0)
            let ready = poll(&waiting, 1, watch.patience)
            if ready > 0 { return true }
            if ready < 0, errno != EINTR { return false }
        }
        return false
    }

    private func fails(_ kind: MirrorError.Kind, _ reason: String) -> Bool {
        watch.refuse(kind, reason)
        return false
    }
}
