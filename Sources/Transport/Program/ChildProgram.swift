import Dispatch
import Foundation
import Material

/// A program that reads a document for us: in a process group of its own, with limits on time, memory and files,
/// nothing of our environment and none of our open files.
///
/// Three clocks stop it: ours, which kills the group; `timeout`, should we be gone by then; and the limit on CPU time.
struct ChildProgram: Sendable {
    struct Limits: Sendable {
        var seconds: Double
        var memory: Int
        /// Of each file that it writes.
        var fileSize: Int
        /// Of what it says on standard output.
        var output: Int
    }

    struct Ending: Sendable {
        /// As a shell tells it: 128 and more for a signal.
        var status: Int32
        var output: [UInt8]
        /// The first 64 KB.
        var errors: String
        var isLate: Bool
        var isOverlong: Bool
    }

    let path: String
    var arguments: [String]
    var environment: [String: String] = [:]
    var limits: Limits

    /// Looks a program up in the folders of the system, never in a PATH that somebody set.
    static func find(_ name: String) -> String? {
        ["/usr/bin/", "/usr/local/bin/", "/bin/"].map { $0 + name }
            .first(where: isThere)
    }

    static func isThere(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

    /// Runs it to its end; the thread that waits is not one of the concurrency pool.
    ///
    /// - Parameter input: what stands on standard input, as a file that can be sought in.
    /// - Throws: `program` where it cannot be started.
    func run(input: [UInt8] = []) async throws(ReadingFault) -> Ending {
        let group = ChildGroup()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // A thread of its own: a shared queue lets only as many wait at once as there are cores.
                Thread.detachNewThread {
                    continuation.resume(
                        returning: Result { () throws(ReadingFault) in
                            try wait(input, group)
                        })
                }
            }
        } onCancel: {
            group.kill()
        }
        return try result.get()
    }

    private func wait(_ input: [UInt8], _ group: ChildGroup) throws(ReadingFault) -> Ending {
        let source = try ChildInput(input)
        let said = try ChildPipe()
        let complaints = try ChildPipe()
        try group.start(words, environment, source.descriptor, said.writing, complaints.writing, name: path)
        said.closeWriting()
        complaints.closeWriting()
        let deadline = DispatchTime.now() + limits.seconds
        var ending = Ending(status: 0, output: [], errors: "", isLate: false, isOverlong: false)
        var errors: [UInt8] = []
        var open = [said, complaints]
        while !open.isEmpty {
            let left = Int64(deadline.uptimeNanoseconds) - Int64(DispatchTime.now().uptimeNanoseconds)
            guard left > 0 else {
                ending.isLate = true
                break
            }
            // No end of file is told while a grandchild holds the pipe: the clock still runs.
            ChildPipe.wait(for: open, milliseconds: Int32(clamping: left / 1_000_000 + 1))
            if said.isOpen { said.read(into: &ending.output) }
            if complaints.isOpen { complaints.read(into: &errors, keeping: 1 << 16) }
            if ending.output.count > limits.output {
                ending.isOverlong = true
                break
            }
            open.removeAll { !$0.isOpen }
        }
        // Its output has ended; it may not have.
        while !ending.isLate, !ending.isOverlong, !group.hasEnded {
            if DispatchTime.now() > deadline { ending.isLate = true }
            usleep(2_000)
        }
        ending.status = group.finish()
        ending.errors = String(decoding: errors, as: UTF8.self)
        return ending
    }

    private var words: [String] {
        let whole = Int(limits.seconds.rounded(.up))
        return [
            "/usr/bin/timeout", "--signal=KILL", String(whole + 5), "/usr/bin/prlimit",
            "--as=\(limits.memory)", "--cpu=\(whole + 5)", "--fsize=\(limits.fileSize)", "--core=0", "--",
            path,
        ] + arguments
    }
}
