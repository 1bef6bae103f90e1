/// Looks for the character set that a page names inside itself, before anything decodes it (WHATWG HTML, 13.2.3.2:
/// "prescan a byte stream to determine its encoding", and the encoding of an XML declaration).
enum MetaPrescan {
    /// Bytes that are looked at.
    static let reach = 4_096

    /// - Returns: the label as written, or nil where none is found within ``reach``.
    static func label(in bytes: [UInt8]) -> String? {
        var scan = Scan(bytes: Array(bytes.prefix(reach)))
        return scan.run()
    }

    private struct Scan {
        let bytes: [UInt8]
        var at = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func run() -> String? {
            while let open = bytes[min(at, bytes.count)...].firstIndex(of: 0x3C) {
                at = open
                if starts("<!--") {
                    // The two signs that open a comment may be those that close it.
                    at += 2
                    while at < bytes.count, !starts("-->") { at += 1 }
                    at += 3
                } else if starts("<?xml") {
                    if let label = declaration() { return label }
                } else if starts("<meta"), bytes.indices.contains(at + 5), Self.isGap(bytes[at + 5]) {
                    at += 5
                    if let label = meta() { return label }
                } else if isTag {
                    while at < bytes.count, !Self.isGap(bytes[at]), bytes[at] != 0x3E { at += 1 }
                    while attribute() != nil {}
                    at += 1
                } else if starts("<!") || starts("</") || starts("<?") {
                    skip(to: 0x3E)
                } else {
                    at += 1
                }
            }
            return nil
        }

        private var isTag: Bool {
            guard bytes[at] == 0x3C, at + 1 < bytes.count else { return false }
            let next = bytes[at + 1] == 0x2F && at + 2 < bytes.count ? bytes[at + 2] : bytes[at + 1]
            return Self.isLetter(next)
        }

        /// `<?xml version="1.0" encoding="GB18030"?>`, only at the start.
        private mutating func declaration() -> String? {
            let isFirst = at == 0
            at += 5
            while isFirst, let (name, value) = attribute() {
                if name == "encoding" { return value }
            }
            skip(to: 0x3E)
            return nil
        }

        private mutating func meta() -> String? {
            var isContentType = false
            var content: String?
            var charset: String?
            while let (name, value) = attribute() {
                switch name {
                case "http-equiv": isContentType = value.lowercased() == "content-type"
                case "content": content = content ?? Self.charset(inContent: value)
                case "charset": charset = charset ?? value
                default: break
                }
            }
            return charset ?? (isContentType ? content : nil)
        }

        /// The next attribute of a tag, name in lower case; nil at the end of the tag.
        private mutating func attribute() -> (name: String, value: String)? {
            while at < bytes.count, Self.isGap(bytes[at]) { at += 1 }
            guard at < bytes.count, bytes[at] != 0x3E else { return nil }
            var name: [UInt8] = []
            while at < bytes.count, bytes[at] != 0x3E, bytes[at] != 0x3D || name.isEmpty,
                !Self.isGap(bytes[at])
            {
                name.append(bytes[at])
                at += 1
            }
            while at < bytes.count, Self.isBlank(bytes[at]) { at += 1 }
            guard at < bytes.count, bytes[at] == 0x3D else { return (Self.text(name).lowercased(), "") }
            at += 1
            while at < bytes.count, Self.isBlank(bytes[at]) { at += 1 }
            return (Self.text(name).lowercased(), value())
        }

        private mutating func value() -> String {
            var value: [UInt8] = []
            guard at < bytes.count else { return "" }
            if bytes[at] == 0x22 || bytes[at] == 0x27 {
                let quote = bytes[at]
                at += 1
                while at < bytes.count, bytes[at] != quote {
                    value.append(bytes[at])
                    at += 1
                }
                at += 1
            } else {
                while at < bytes.count, !Self.isBlank(bytes[at]), bytes[at] != 0x3E {
                    value.append(bytes[at])
                    at += 1
                }
            }
            return Self.text(value)
        }

        private mutating func skip(to byte: UInt8) {
            while at < bytes.count, bytes[at] != byte { at += 1 }
            at += 1
        }

        /// Whether these letters stand here, without regard to case.
        private func starts(_ word: StaticString) -> Bool {
            guard at + word.utf8CodeUnitCount <= bytes.count else { return false }
            return word.withUTF8Buffer { letters in
                letters.indices.allSatisfy { index in
                    let byte = bytes[at + index]
                    return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == letters[index]
                }
            }
        }

        /// `text/html; charset=gb2312` (WHATWG HTML, "extracting a character encoding from a meta element").
        private static func charset(inContent content: String) -> String? {
            let bytes = Array(content.lowercased().utf8)
            let word = Array("charset".utf8)
            var start = 0
            while start + word.count <= bytes.count {
                guard bytes[start..<(start + word.count)].elementsEqual(word) else {
                    start += 1
                    continue
                }
                var at = start + word.count
                while at < bytes.count, isBlank(bytes[at]) { at += 1 }
                guard at < bytes.count, bytes[at] == 0x3D else {
                    start = max(at, start + 1)
                    continue
                }
                at += 1
                let rest = bytes[at...].drop { isBlank($0) || $0 == 0x22 || $0 == 0x27 }
                let label = rest.prefix { !isBlank($0) && $0 != 0x3B && $0 != 0x22 && $0 != 0x27 }
                return label.isEmpty ? nil : text(Array(label))
            }
            return nil
        }

        private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

        private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

        private static func isBlank(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
            default: false
            }
        }

        private static func isGap(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 0x2F }
    }
}
