import Dispatch
import Foundation
import Tracking

/// Turns SIGINT, SIGTERM and SIGHUP into the end of a run: what is held is kept, and the process ends with 128 and the
/// signal's number. A second signal ends it at once.
final class StopSignals {
    private let sources: [any DispatchSourceSignal]

    convenience init(_ stop: NightStop) { self.init { stop.stop($0) } }

    /// - Parameter stop: called on a thread of its own, once for each signal that comes.
    init(_ stop: @escaping @Sendable (_ signal: Int32) -> Void) {
        let queue = DispatchQueue(label: "lexwatch.signals")
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            // Ignored by default handling, seen by the source.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                stop(number)
                signal(number, SIG_DFL)
            }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
    }
}
