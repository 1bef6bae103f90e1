package import Material

/// Reads pages of HTML and plain text.
package enum PageReader {
    /// - Throws: never; every outcome is a value.
    package static func read(_ request: ReadingRequest) -> Result<Readout, ReadingFault> {
        do throws(ReadingFault) {
            try BinaryFormat.refuse(request.bytes, name: request.name)
            let meta = MetaPrescan.label(in: request.bytes)
            let decoded = try CharsetReading(
                request.bytes, name: request.name, header: request.charset, meta: meta)
            switch TextKind.of(decoded.text, mediaType: request.mediaType) {
            case .html: return .success(try HTMLPage(decoded, request).readout())
            case .plain: return .success(try plain(decoded, request))
            case .other(let what):
                throw ReadingFault(.unknownFormat, "\(request.name): is \(what), no page and no text")
            }
        } catch {
            return .failure(error)
        }
    }

    private static func plain(
        _ decoded: CharsetReading, _ request: ReadingRequest
    ) throws(ReadingFault) -> Readout {
        guard decoded.text.utf8.count <= request.limits.textBytes else {
            throw ReadingFault(
                .tooLarge, "\(request.name): more than \(request.limits.textBytes) bytes of text")
        }
        try ReplacementCharacter.refuse(decoded.text, name: request.name)
        var text = String.UnicodeScalarView()
        var previous: Unicode.Scalar = "\n"
        for scalar in decoded.text.unicodeScalars {
            // CRLF, and CR alone as old files have it, are LF.
            if scalar == "\r" {
                text.append("\n")
            } else if scalar != "\n" || previous != "\r" {
                text.append(scalar)
            }
            previous = scalar
        }
        if text.last != "\n" { text.append("\n") }
        return Readout(text: String(text), format: .plain, charset: decoded.decision)
    }
}

/// U+FFFD in a text is what another program's loss left there.
enum ReplacementCharacter {
    static func refuse(_ text: String, name: String) throws(ReadingFault) {
        guard text.unicodeScalars.contains("\u{FFFD}") else { return }
        throw ReadingFault(
            .lossy,
            "\(name): holds U+FFFD where a character was lost before it came to us; fetch it elsewhere")
    }
}
