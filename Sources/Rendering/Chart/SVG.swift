/// Writes the few elements of SVG 1.1 that the charts use. Every word from outside is escaped here.
enum SVG {
    /// One decimal is finer than a screen shows.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e7 else { return "0" }
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }

    static func escape(_ text: String) -> String { HTMLText.escape(VisibleText.line(text)) }

    /// - Parameter tip: shown when a reader points at the words; also what a screen reader may read.
    static func text(
        _ words: String, x: Double, y: Double, class name: String, anchor: Anchor = .start, tip: String? = nil
    ) -> String {
        let title = tip.map { "<title>\(escape($0))</title>" } ?? ""
        let place = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
        return
            "<text class=\"\(name)\" x=\"\(number(x))\" y=\"\(number(y))\"\(place)>\(title)\(escape(words))</text>\n"
    }

    enum Anchor: String { case start, middle, end }

    static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class name: String) -> String {
        "<line class=\"\(name)\" x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\"/>\n"
    }

    static func rectangle(
        _ x: Double, _ y: Double, width: Double, height: Double, class name: String, fill: String? = nil
    ) -> String {
        let fill = fill.map { " fill=\"url(#\($0))\"" } ?? ""
        return
            "<rect class=\"\(name)\" x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\"\(fill)/>\n"
    }

    static func path(_ data: String, class name: String, fill: String? = nil) -> String {
        let fill = fill.map { " fill=\"url(#\($0))\"" } ?? ""
        return "<path class=\"\(name)\" d=\"\(data)\"\(fill)/>\n"
    }

    /// How wide words are about to be, in user units: fonts differ, and a little room is left.
    static func width(_ words: String, size: Double) -> Double {
        Double(DisplayWidth.of(words)) * size * 0.56
    }
}
