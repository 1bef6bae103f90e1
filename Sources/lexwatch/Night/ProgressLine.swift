import Foundation
import Rendering
import Tracking

/// One line on a terminal's standard error that tells how far the night is; nothing anywhere else.
struct ProgressLine {
    private let isShown: Bool
    private let width: Int

    init(_ settings: Settings) {
        isShown = !settings.quiet && isatty(2) == 1
        width = settings.terminal.width
    }

    func show(_ progress: NightProgress) {
        show("\(progress.done)/\(progress.known) \(progress.source)")
    }

    func show(_ words: String) {
        guard isShown else { return }
        StandardStream.tell("\r\u{1B}[2K\(words.prefix(max(10, width - 1)))")
    }

    func clear() {
        guard isShown else { return }
        StandardStream.tell("\r\u{1B}[2K")
    }
}
