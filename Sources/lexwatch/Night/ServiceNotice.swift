import Foundation

/// Tells the service manager how the run stands: one datagram to the socket that `NOTIFY_SOCKET` names
/// (sd_notify(3)). Nothing happens where there is none, and a failure is none of the run's business.
struct ServiceNotice {
    private let address: String?

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        let socket = environment["NOTIFY_SOCKET"] ?? ""
        address = socket.hasPrefix("/") || socket.hasPrefix("@") ? socket : nil
    }

    func ready() { send("READY=1\nSTATUS=capturing") }

    func status(_ words: String) { send("STATUS=" + words.filter { !$0.isNewline }) }

    func stopping() { send("STOPPING=1") }

    private func send(_ message: String) {
        guard let address else { return }
        var target = sockaddr_un()
        target.sun_family = sa_family_t(AF_UNIX)
        var path = Array(address.utf8)
        // An address in the abstract name space begins with a zero byte.
        if path.first == 0x40 { path[0] = 0 }
        guard path.count < MemoryLayout.size(ofValue: target.sun_path) else { return }
        withUnsafeMutableBytes(of: &target.sun_path) { $0.copyBytes(from: path) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
        let bytes = Array(message.utf8)
        withUnsafePointer(to: &target) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }
}
