package import Material

/// Tells what bytes are by looking at them; what somebody says they are decides only between kinds that look alike.
package enum DocumentFormat {
    /// - Parameters:
    ///   - mediaType: as the transfer had it; `text/html` is believed of text.
    ///   - name: a file name or a URL; its ending tells WPS from Word.
    /// - Returns: nil for a kind that is not read (pictures, programs, other archives, spreadsheets).
    package static func sniff(_ bytes: [UInt8], mediaType: String? = nil, name: String = "") -> Readout
        .Format?
    {
        let isWPS = hasEnding([".wps", ".wpt"], name)
        if holds("%PDF-", in: bytes.prefix(1_024)) { return .pdf }
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return archive(bytes, isWPS: isWPS) }
        if isCompound(bytes) { return compound(bytes, isWPS: isWPS) }
        if bytes.starts(with: "{\\rtf".utf8) { return .doc }
        if isOtherBinary(bytes) { return nil }
        let start = beginning(of: bytes)
        if start.contains("<?mso-application") && start.contains("word.document") { return .doc }
        if isMarkup(start) { return .html }
        if start.hasPrefix("<?xml") { return nil }
        if start.hasPrefix("mime-version:"), start.contains("multipart/related") { return nil }
        if mediaType == "text/html" || mediaType == "application/xhtml+xml" { return .html }
        return .plain
    }

    /// Whether it is an OLE compound file: the old Word, and everything encrypted by a new one.
    package static func isCompound(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }

    private static func archive(_ bytes: [UInt8], isWPS: Bool) -> Readout.Format? {
        guard let zip = try? ZipDirectory(bytes, limits: ReadingLimits()) else {
            // A fault in it must be named, by the reader that its ending asks for.
            return holds("OFD.xml", in: bytes[...]) ? .ofd : .docx
        }
        let names = Set(zip.entries.map { String(decoding: ArchiveName.folded($0.name), as: UTF8.self) })
        if names.contains("ofd.xml") { return .ofd }
        if names.contains("word/document.xml") { return .docx }
        if names.contains("xl/workbook.xml") || names.contains("ppt/presentation.xml") { return nil }
        // The main part may have another name; only its relationships tell.
        if names.contains("[content_types].xml"), names.contains("_rels/.rels") { return .docx }
        return isWPS ? .wps : nil
    }

    private static func compound(_ bytes: [UInt8], isWPS: Bool) -> Readout.Format? {
        func hasStream(_ name: String) -> Bool {
            holds(Array(name.utf8.flatMap { [$0, 0] }), in: bytes[...])
        }
        if hasStream("WordDocument") { return isWPS ? .wps : .doc }
        if hasStream("EncryptedPackage") { return .docx }
        if isWPS { return .wps }
        return nil
    }

    /// Pictures, other archives, programs.
    private static func isOtherBinary(_ bytes: [UInt8]) -> Bool {
        let magics: [[UInt8]] = [
            [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x1F, 0x8B], Array("BZh".utf8),
            [0x37, 0x7A, 0xBC, 0xAF], Array("Rar!".utf8), [0xFD, 0x37, 0x7A, 0x58], [0x7F, 0x45, 0x4C, 0x46],
            Array("II*\0".utf8), Array("MM\0*".utf8), [0x28, 0xB5, 0x2F, 0xFD], Array("BM".utf8 + [0]),
        ]
        if magics.contains(where: { bytes.starts(with: $0) }) { return true }
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        return !isUTF16 && !looksLikeUTF16(bytes) && bytes.prefix(4_096).contains(0)
    }

    /// ASCII with a NUL at every other place.
    private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 8 else { return false }
        let even = stride(from: 0, to: 8, by: 2).map { bytes[$0] }
        let odd = stride(from: 1, to: 8, by: 2).map { bytes[$0] }
        return even.allSatisfy { $0 == 0 } != odd.allSatisfy { $0 == 0 }
    }

    /// The first 2,048 bytes as lower-case ASCII, without NULs, byte order mark and blanks in front.
    private static func beginning(of bytes: [UInt8]) -> String {
        let ascii = bytes.prefix(4_096).filter { $0 != 0 && $0 < 0x80 }
        let rest = ascii.drop { $0 <= 0x20 }
        return String(decoding: rest.prefix(2_048), as: UTF8.self).lowercased()
    }

    private static func isMarkup(_ start: String) -> Bool {
        let marks = [
            "<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<script", "<style", "<div",
            "<p>",
            "<p ", "<table", "<center", "<h1", "<h2", "<span", "<br", "<font", "<base", "<link",
        ]
        if marks.contains(where: { start.hasPrefix($0) }) { return true }
        // Behind a comment or an XML declaration.
        guard start.hasPrefix("<!--") || start.hasPrefix("<?xml") else { return false }
        return start.contains("<html") || start.contains("<!doctype html") || start.contains("<body")
    }

    private static func hasEnding(_ endings: [String], _ name: String) -> Bool {
        let path = name.prefix { $0 != "?" && $0 != "#" }.lowercased()
        return endings.contains { path.hasSuffix($0) }
    }

    private static func holds(_ mark: String, in bytes: ArraySlice<UInt8>) -> Bool {
        holds(Array(mark.utf8), in: bytes)
    }

    private static func holds(_ mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = mark.first, bytes.count >= mark.count else { return false }
        return bytes.indices.dropLast(mark.count - 1).contains { at in
            bytes[at] == first && bytes[at..<(at + mark.count)].elementsEqual(mark)
        }
    }
}
