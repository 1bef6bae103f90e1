/// Text from outside made safe to show: whatever would act on a screen or hide in a line is written out.
///
/// A law's text can hold terminal escapes, direction overrides or characters of no width, by accident or to
/// deceive. They are shown, never obeyed and never dropped. All renderings pass through here.
package enum VisibleText {
    /// The text with every such character written out; line feeds stay, as they separate lines.
    package static func lines(_ text: String) -> String { rendered(text, keepsLineFeeds: true) }

    /// The text for a place that holds one line: line ends are written out too.
    package static func line(_ text: String) -> String { rendered(text, keepsLineFeeds: false) }

    /// The visible form of one scalar; nil where it can be shown as it is.
    package static func form(of scalar: Unicode.Scalar) -> String? {
        let value = scalar.value
        switch value {
        case 0x20...0x7E: return nil
        case 0...0x1F: return Unicode.Scalar(0x2400 + value).map { String(Character($0)) }
        case 0x7F: return "␡"
        case 0x80...0x9F, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E: return named(value)
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0: return named(value)
        case 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE0FFF: return named(value)
        default: return nil
        }
    }

    /// `‹U+202E›`
    package static func named(_ value: UInt32) -> String {
        let hex = String(value, radix: 16, uppercase: true)
        return "‹U+\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex)›"
    }

    /// Words that were changed: as ``line(_:)``, and characters that look like another one carry their code
    /// point, because a change from one to the other could not be seen otherwise.
    package static func changed(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let form = form(of: scalar) {
                out.append(contentsOf: form.unicodeScalars)
            } else {
                out.append(scalar)
                if looksLikeAnother(scalar) { out.append(contentsOf: named(scalar.value).unicodeScalars) }
            }
        }
        return String(out)
    }

    private static func rendered(_ text: String, keepsLineFeeds: Bool) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\n", keepsLineFeeds {
                out.append(scalar)
            } else if let form = form(of: scalar) {
                out.append(contentsOf: form.unicodeScalars)
            } else {
                out.append(scalar)
            }
        }
        return String(out)
    }

    /// Spaces other than the ordinary one, compatibility ideographs, and letters that pass for Latin ones.
    private static func looksLikeAnother(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        case 0xF900...0xFAFF, 0x2F800...0x2FA1F, 0x2F00...0x2FD5, 0xFE00...0xFE0F: true
        case 0x0370...0x03FF, 0x0400...0x052F: true
        default: false
        }
    }
}
