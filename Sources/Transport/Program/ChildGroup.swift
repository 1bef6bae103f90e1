import Foundation
import Material
import Synchronization

/// The process group of one child: started, killed from any thread, and reaped once.
final class ChildGroup: Sendable {
    private struct State {
        var process: pid_t?
        var status: Int32?
        var isKilled = false
    }

    private let state = Mutex(State())

    /// - Throws: `program` where the program cannot be started.
    func start(
        _ words: [String], _ environment: [String: String], _ input: Int32, _ output: Int32, _ errors: Int32,
        name: String
    ) throws(ReadingFault) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        for descriptor in Self.openDescriptors where descriptor > 2 {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        posix_spawnattr_setflags(&attributes, Int16(flags))
        let arguments = words.map { strdup($0) } + [nil]
        let settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + settings).forEach { free($0) } }
        var process = pid_t()
        let failure = state.withLock { state -> Int32 in
            if state.isKilled { return ECANCELED }
            let failure = posix_spawn(&process, words[0], &actions, &attributes, arguments, settings)
            if failure == 0 { state.process = process }
            return failure
        }
        guard failure == 0 else {
            throw ReadingFault(
                .program, "\(name) cannot be started: \(String(cString: strerror(failure)))")
        }
    }

    /// What is open now; libraries do not mark all of theirs to be closed in a child.
    private static var openDescriptors: [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return names.compactMap { Int32($0) }
    }

    /// Ends the whole group at once.
    func kill() {
        state.withLock { state in
            state.isKilled = true
            // Once it is reaped its number may be another's.
            if let process = state.process, state.status == nil { Foundation.kill(-process, SIGKILL) }
        }
    }

    /// Whether the child itself has ended; reaps it.
    var hasEnded: Bool {
        state.withLock { state in
            guard let process = state.process, state.status == nil else { return true }
            // Killed before it is reaped, while the group's number is still ours: nothing it left lives on.
            var info = siginfo_t()
            guard waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0,
                info._sifields._sigchld.si_pid == process
            else { return false }
            reap(process, &state)
            return true
        }
    }

    /// Kills what still runs, and tells how the child ended: its status, or 128 and the signal.
    func finish() -> Int32 {
        state.withLock { state in
            if let process = state.process, state.status == nil { reap(process, &state) }
            return state.status ?? -1
        }
    }

    private func reap(_ process: pid_t, _ state: inout State) {
        Foundation.kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) == -1, errno == EINTR {}
        let signal = status & 0x7F
        state.status = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}
