/// Plain text as Markdown that shows exactly that text (CommonMark 0.31 with the strikethrough of GitHub).
package enum MarkdownText {
    /// One line's worth; line ends and whatever else would act are written out, see ``VisibleText``.
    /// `atLineStart`: whether signs that make lists and headings must be escaped too.
    package static func escape(_ text: String, atLineStart: Bool = false) -> String {
        var out = String.UnicodeScalarView()
        var opening = atLineStart
        for scalar in VisibleText.line(text).unicodeScalars {
            switch scalar {
            case "<", ">", "&":
                // Entities, because not every reader of Markdown knows that `\<` starts no tag.
                out.append(
                    contentsOf: (scalar == "<" ? "&lt;" : scalar == ">" ? "&gt;" : "&amp;").unicodeScalars)
                opening = false
                continue
            case "\\", "`", "*", "_", "[", "]", "~", "|", "#", "!", "$", "@":
                out.append("\\")
                opening = false
            case "-", "+", "=", ":", ".", ")":
                if opening { out.append("\\") }
                opening = false
            case "0"..."9": break
            case " ":
                // Four spaces would begin a block of code.
                if opening {
                    out.append(contentsOf: "&#32;".unicodeScalars)
                    continue
                }
            default: opening = false
            }
            out.append(scalar)
        }
        return String(out)
    }

    /// The text between two equal delimiters such as `**`.
    ///
    /// A delimiter that stands between a letter and a punctuation sign does not count in CommonMark, and Chinese
    /// has no spaces there: a hair space (U+200A) is put outside of it where the words begin or end with a sign.
    static func delimited(_ text: String, by delimiter: String) -> String {
        let escaped = escape(text)
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return "" }
        let before = isWord(first) ? "" : "\u{200A}"
        let after = isWord(last) ? "" : "\u{200A}"
        // A delimiter next to a space does not count either; a no-break space entity is no space to it.
        let body = escaped.unicodeScalars.allSatisfy { $0 == " " } ? "␠" : trimmed(escaped)
        return before + delimiter + body + delimiter + after
    }

    /// Spaces at both ends become entities, which delimiters take for signs.
    private static func trimmed(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)[...]
        var head = ""
        var tail = ""
        while scalars.first == " " {
            head += "&#32;"
            scalars = scalars.dropFirst()
        }
        while scalars.last == " " {
            tail += "&#32;"
            scalars = scalars.dropLast()
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return head + String(view) + tail
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
