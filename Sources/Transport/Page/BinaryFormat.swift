import Material

/// Formats that are no text, told by their first bytes whatever a server calls them.
enum BinaryFormat {
    static func refuse(_ bytes: [UInt8], name: String) throws(ReadingFault) {
        guard let what = known.first(where: { bytes.starts(with: $0.0) })?.1 else { return }
        throw ReadingFault(.unknownFormat, "\(name): is \(what), no page and no text")
    }

    private static let known: [([UInt8], String)] = [
        (Array("%PDF-".utf8), "a PDF"), ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive (DOCX, OFD, WPS)"),
        ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Word or WPS document"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"), (Array("GIF8".utf8), "a GIF picture"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"), ([0x1F, 0x8B], "a gzip archive"),
        (Array("Rar!".utf8), "a RAR archive"), ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"),
        (Array("{\\rtf".utf8), "a document in RTF"), ([0x49, 0x49, 0x2A, 0x00], "a TIFF picture"),
        (Array("%!PS".utf8), "PostScript"), (Array("CAJ".utf8), "a CAJ document"),
    ]
}
