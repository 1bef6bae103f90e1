import Statute

/// The one place where text becomes XML of Office documents.
///
/// The document is a text to be worked with, so characters stay what they are wherever XML can hold them; what XML
/// cannot hold, what would turn the direction of the line and what ends a line is written out as ``VisibleText`` does.
enum OfficeText {
    enum Place { case content, attribute }

    static func escape(_ text: String, in place: Place = .content) -> String {
        var out = String.UnicodeScalarView()
        for scalar in held(text).unicodeScalars {
            switch scalar {
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            case "\"" where place == .attribute: out.append(contentsOf: "&quot;".unicodeScalars)
            case "\t" where place == .attribute: out.append(contentsOf: "&#9;".unicodeScalars)
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// The text as a document can hold it, not yet escaped.
    static func held(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { !isHeld($0) }) else { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isHeld(scalar) {
                out.append(scalar)
            } else {
                let form = VisibleText.form(of: scalar) ?? VisibleText.named(scalar.value)
                out.append(contentsOf: form.unicodeScalars)
            }
        }
        return String(out)
    }

    private static func isHeld(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09: true
        case 0...0x1F, 0x7F...0x9F, 0x061C, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: false
        case 0xFDD0...0xFDEF: false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }

    /// The text of a run: `w:t` or `w:delText`, tabs as elements of their own.
    static func words(_ text: String, deleted: Bool = false) -> String {
        let tag = deleted ? "w:delText" : "w:t"
        let parts = text.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false)
        return parts.map { part in
            part.isEmpty
                ? "" : "<\(tag) xml:space=\"preserve\">\(escape(part.map { $0 }.string))</\(tag)>"
        }.joined(separator: "<w:tab/>")
    }
}
