import Foundation
import Material
import Statute

/// Fetches and reads beside the run's own thread, and hands in what comes of it.
final class Crew: Sendable {
    private let mailbox = Mailbox<NightEvent>()
    private let mirrors = MirrorWork()
    private let lock = NSLock()
    nonisolated(unsafe) private var tasks: [Task<Void, Never>] = []
    nonisolated(unsafe) private var isStopped = false

    func post(_ event: NightEvent) { mailbox.put(event) }

    /// The next event, waiting for it.
    func next() -> NightEvent { mailbox.next() }

    /// The next event where there is one already.
    func nextIfAny() -> NightEvent? { mailbox.nextIfAny() }

    func fetch(_ number: Int, _ request: FetchRequest, with fetcher: any Fetching) {
        start { [mailbox] in mailbox.put(.fetched(number, await fetcher.fetch(request))) }
    }

    /// As ``fetch(_:_:with:)``, for what failed before.
    func fetchAgain(_ number: Int, _ request: FetchRequest, with fetcher: any Fetching) {
        start { [mailbox] in
            await fetcher.forgetFailures()
            mailbox.put(.fetched(number, await fetcher.fetch(request)))
        }
    }

    func read(_ number: Int, _ request: ReadingRequest, language: Language, with reader: any DocumentReading)
    {
        start { [mailbox] in
            let result = await reader.read(request).map { ReadText($0, language: language) }
            mailbox.put(.read(number, result))
        }
    }

    func collect(_ number: Int, _ wanted: MirrorWanted, with access: MirrorAccess) {
        mirrors.files(
            wanted, access, isCancelled: { [self] in lock.withLock { isStopped } },
            { [mailbox] result in mailbox.put(.collected(number, result)) })
    }

    /// Gives up whatever is under way; nothing more is started.
    func stop() {
        lock.withLock {
            isStopped = true
            for task in tasks { task.cancel() }
            tasks = []
        }
    }

    private func start(_ work: @escaping @Sendable () async -> Void) {
        lock.withLock {
            if isStopped { return }
            tasks.append(Task.detached(operation: work))
        }
    }
}
