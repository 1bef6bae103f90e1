/// Foreign text inside an error or a commit message.
package enum Printable {
    /// The text with everything that could steer a terminal shown as an escape, cut at 120 scalars.
    package static func text(_ raw: String) -> String {
        var shown = ""
        for (index, scalar) in raw.unicodeScalars.enumerated() {
            guard index < 120 else { return shown + "…" }
            if steers(scalar) {
                shown += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown.isEmpty ? "(empty)" : shown
    }

    /// Control characters, line and paragraph separators, and what turns the direction of writing.
    package static func steers(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1f, 0x7f...0x9f: true
        case 0x2028, 0x2029: true
        case 0x061c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: true
        default: false
        }
    }
}
