/// How the words of a change are laid out on a terminal.
package enum TerminalLayout: Sendable, Hashable {
    /// Deleted and inserted words in one text.
    case inline
    /// The old words on the left, the new ones on the right.
    case sideBySide

    /// Columns below which two texts beside each other cannot be read.
    package static let narrowest = 72

    /// Why the layout cannot be had at a width; nil where it can.
    package func objection(width: Int) -> String? {
        guard self == .sideBySide, width < Self.narrowest else { return nil }
        return "\(width) columns are too narrow for two texts side by side, which need \(Self.narrowest): "
            + "shown inline"
    }
}
