import Foundation
import Rendering
import Tracking

/// One line on a terminal's standard error that tells how far an import is; nothing anywhere else.
final class ImportProgress {
    private let isShown: Bool
    private let width: Int
    private var last = Date.distantPast

    init(_ settings: Settings) {
        isShown = !settings.quiet && isatty(2) == 1
        width = settings.terminal.width
    }

    /// Ten times a second at most.
    func show(_ progress: ImportRun.Progress) {
        guard isShown, last.timeIntervalSinceNow < -0.1 else { return }
        last = Date()
        let words = "\(progress.done)\(progress.known.map { "/\($0)" } ?? "") \(progress.name)"
        // A Han character takes two columns.
        StandardStream.tell("\r\u{1B}[2K\(words.prefix(max(10, width / 2 - 1)))")
    }

    func clear() {
        guard isShown else { return }
        StandardStream.tell("\r\u{1B}[2K")
    }
}
