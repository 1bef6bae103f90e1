/// The one place where text becomes HTML.
///
/// Works on scalars: a quotation mark followed by U+0301 is one `Character`, and an escape that compares
/// characters lets it through (a stored cross-site script; seen in two Swift template packages).
package enum HTMLText {
    /// For element content and for attribute values in double or single quotes. Line feeds stay.
    package static func escape(_ text: String) -> String { encode(VisibleText.lines(text)) }

    /// As ``escape(_:)`` for words that were changed; see ``VisibleText/changed(_:)``.
    package static func escapeChanged(_ text: String) -> String { encode(VisibleText.changed(text)) }

    /// The address as an attribute value; nil for anything but http, https and mailto, so that no scheme that
    /// runs code becomes a link.
    package static func link(_ address: String) -> String? {
        let scalars = address.unicodeScalars
        guard scalars.allSatisfy({ $0.value > 0x20 && VisibleText.form(of: $0) == nil }) else { return nil }
        let head = String(String.UnicodeScalarView(scalars.prefix(8))).lowercased()
        for scheme in ["http://", "https://", "mailto:"] where head.utf8.starts(with: scheme.utf8) {
            return encode(address)
        }
        return nil
    }

    private static func encode(_ text: String) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count + text.utf8.count / 8)
        for byte in text.utf8 {
            switch byte {
            case 0x26: out.append(contentsOf: "&amp;".utf8)
            case 0x3C: out.append(contentsOf: "&lt;".utf8)
            case 0x3E: out.append(contentsOf: "&gt;".utf8)
            case 0x22: out.append(contentsOf: "&quot;".utf8)
            case 0x27: out.append(contentsOf: "&#39;".utf8)
            default: out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
