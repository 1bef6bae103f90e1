internal import Glibc

/// Sees to it that one transfer ends: counts what comes, looks at the clock, and remembers why it said stop.
///
/// Belongs to one thread. libgit2 gives our callbacks no way to say why, so the reason waits here.
final class TransferWatch {
    let peer: TransferPeer
    private let limits: MirrorLimits
    private let disk: String
    private let end: ContinuousClock.Instant
    private let isCancelled: @Sendable () -> Bool
    private(set) var bytes = 0
    private(set) var objects = 0
    private(set) var refusal: MirrorError?
    private var roomCheckedAt = 0
    /// For what reads and writes without asking us.
    var breaker: CircuitBreaker?

    init(
        peer: TransferPeer, limits: MirrorLimits, disk: String, isCancelled: @escaping @Sendable () -> Bool
    ) {
        self.peer = peer
        self.limits = limits
        self.disk = disk
        self.isCancelled = isCancelled
        end = ContinuousClock.now.advanced(
            by: .milliseconds(Int64(min(max(0, limits.deadline), 1e6) * 1_000)))
    }

    /// Milliseconds until somebody has to look again: short, so that a signal is heard soon.
    var patience: Int32 {
        let left = ContinuousClock.now.duration(to: end)
        let (seconds, fraction) = left.components
        guard seconds < 1 else { return 200 }
        return Int32(min(200, max(1, seconds * 1_000 + fraction / 1_000_000_000_000_000)))
    }

    /// Whether the transfer may go on; once not, never again.
    func mayGoOn() -> Bool {
        if refusal != nil { return false }
        if isCancelled() {
            refuse(.cancelled, "stopped before the mirror was up to date")
        } else if ContinuousClock.now >= end {
            refuse(.deadline, "not done within \(limits.deadline) seconds")
        }
        return refusal == nil
    }

    /// Counts bytes as they come from the wire.
    func took(_ count: Int) -> Bool {
        bytes += count
        return check()
    }

    /// Counts by what libgit2 says it has.
    func has(bytes: Int, objects: Int) -> Bool {
        self.bytes = max(self.bytes, bytes)
        self.objects = max(self.objects, objects)
        return check()
    }

    func refuse(_ kind: MirrorError.Kind, _ reason: String) {
        if refusal == nil { refusal = MirrorError(kind, "\(peer.name): \(reason)") }
    }

    private func check() -> Bool {
        if bytes > limits.bytes {
            refuse(.tooLarge, "sends more than the \(limits.bytes) bytes that are taken")
        } else if objects > limits.objects {
            refuse(.tooLarge, "sends more than the \(limits.objects) objects that are taken")
        } else if roomCheckedAt == 0 || bytes - roomCheckedAt >= 1 << 20 {
            // libgit2 writes packs through a memory map: on a full disk that ends the process.
            roomCheckedAt = max(1, bytes)
            do throws(StoreError) {
                try FreeSpace.require(bytes: limits.roomLeft, files: 8, at: disk)
            } catch {
                if refusal == nil { refusal = MirrorError(error) }
            }
        }
        return mayGoOn()
    }
}

extension TransferWatch {
    static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    /// The watch of the transfer that this thread is in. libgit2 makes connections without saying for whom.
    static var current: TransferWatch? {
        pthread_getspecific(key).map { Unmanaged<TransferWatch>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Does some work as the transfer of this thread.
    func watching<T>(_ work: () throws(MirrorError) -> T) throws(MirrorError) -> T {
        let before = pthread_getspecific(Self.key)
        pthread_setspecific(Self.key, Unmanaged.passUnretained(self).toOpaque())
        defer { pthread_setspecific(Self.key, before) }
        return try withExtendedLifetime(self) { () throws(MirrorError) in try work() }
    }
}

extension TransferWatch {
    /// Does some work as the transfer of this thread, which says by a code how it went.
    func attending(_ work: () -> Int32) -> Int32 {
        let before = pthread_getspecific(Self.key)
        pthread_setspecific(Self.key, Unmanaged.passUnretained(self).toOpaque())
        defer { pthread_setspecific(Self.key, before) }
        return withExtendedLifetime(self) { work() }
    }
}
