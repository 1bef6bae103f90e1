import Glibc

/// A port whose queue of connections is full: whoever connects waits, because the kernel drops what comes.
final class FullListener {
    let port: UInt16
    private var sockets: [Int32] = []

    init() throws {
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = Self.socket()
        sockets = [listener]
        port = try withUnsafeMutableBytes(of: &name) { bytes in
            guard let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                bind(listener, address, length) == 0, listen(listener, 0) == 0,
                getsockname(listener, address, &length) == 0
            else { throw TestServer.Unavailable(errno: errno) }
            return UInt16(bytes[2]) << 8 | UInt16(bytes[3])
        }
        for _ in 0..<3 {
            let client = Self.socket()
            sockets.append(client)
            withUnsafeBytes(of: &name) { bytes in
                guard let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return }
                _ = connect(client, address, length)
            }
        }
    }

    deinit { for socket in sockets { close(socket) } }

    private static func socket() -> Int32 {
        Glibc.socket(
            AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    }
}
