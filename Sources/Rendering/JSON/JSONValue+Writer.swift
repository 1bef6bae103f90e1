extension JSONValue {
    /// How a document is laid out.
    package enum Layout: Sendable, Hashable {
        /// On one line: for a document a line.
        case compact
        /// Two spaces a level; arrays of plain values stay on their line.
        case pretty
    }

    /// The document as UTF-8 text without a final line feed.
    ///
    /// Control characters, U+2028, U+2029 and the bidirectional controls are escaped, so that the text can be
    /// shown on a terminal or stood in a script; a reader gets the same characters back. Depth follows the value.
    package func text(_ layout: Layout = .compact) -> String {
        String(decoding: bytes(layout), as: UTF8.self)
    }

    /// As ``text(_:)``, in UTF-8 bytes.
    package func bytes(_ layout: Layout = .compact) -> [UInt8] {
        var out: [UInt8] = []
        write(to: &out, layout: layout, depth: 0)
        return out
    }

    private var isPlain: Bool {
        switch self {
        case .array(let values): values.isEmpty
        case .object(let members): members.isEmpty
        default: true
        }
    }

    private func write(to out: inout [UInt8], layout: Layout, depth: Int) {
        switch self {
        case .null: out.append(contentsOf: "null".utf8)
        case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
        case .int(let value): out.append(contentsOf: String(value).utf8)
        case .double(let value):
            out.append(contentsOf: (value.isFinite ? value.description : "null").utf8)
        case .string(let value): Self.write(value, to: &out)
        case .array(let values):
            let inline = layout == .compact || values.allSatisfy(\.isPlain)
            Self.list(values, open: "[", close: "]", inline: inline, spaced: layout == .pretty, depth, &out) {
                $0.write(to: &$1, layout: layout, depth: depth + 1)
            }
        case .object(let members):
            Self.list(members, open: "{", close: "}", inline: layout == .compact, spaced: false, depth, &out)
            {
                Self.write($0.key, to: &$1)
                $1.append(contentsOf: (layout == .compact ? ":" : ": ").utf8)
                $0.value.write(to: &$1, layout: layout, depth: depth + 1)
            }
        }
    }

    private static func list<Element>(
        _ elements: [Element], open: String, close: String, inline: Bool, spaced: Bool, _ depth: Int,
        _ out: inout [UInt8], _ element: (Element, inout [UInt8]) -> Void
    ) {
        out.append(contentsOf: open.utf8)
        for (index, value) in elements.enumerated() {
            if index > 0 { out.append(contentsOf: (inline && spaced ? ", " : ",").utf8) }
            if !inline { newline(depth + 1, &out) }
            element(value, &out)
        }
        if !inline, !elements.isEmpty { newline(depth, &out) }
        out.append(contentsOf: close.utf8)
    }

    private static func newline(_ depth: Int, _ out: inout [UInt8]) {
        out.append(0x0A)
        out.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }

    /// By scalar: a quotation mark followed by a combining mark is one `Character` and would pass unescaped.
    private static func write(_ string: String, to out: inout [UInt8]) {
        out.append(0x22)
        for scalar in string.unicodeScalars {
            switch scalar.value {
            case 0x22: out.append(contentsOf: "\\\"".utf8)
            case 0x5C: out.append(contentsOf: "\\\\".utf8)
            case 0x0A: out.append(contentsOf: "\\n".utf8)
            case 0x0D: out.append(contentsOf: "\\r".utf8)
            case 0x09: out.append(contentsOf: "\\t".utf8)
            case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
                let hex = String(scalar.value, radix: 16)
                out.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - hex.count))\(hex)".utf8)
            default: out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        out.append(0x22)
    }
}
