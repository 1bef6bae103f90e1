import GitStore
import Material
import Statute

/// Reads a captured document again, as it was read when its version was made.
struct Rereading {
    /// Why it cannot be read.
    struct Fault: Error {
        var reason: String
    }

    let ports: RebuildPorts

    /// - Parameter language: of the text that was made from it.
    func text(_ kept: StoredCapture, language: Language) throws(Fault) -> ParsedStatute {
        let record: CaptureRecord
        do {
            record = try CaptureRecord(kept.metadata)
        } catch {
            throw Fault(reason: "capture.json cannot be read: \(error)")
        }
        guard SHA256.hex(of: kept.document) == record.sha256 else {
            throw Fault(
                reason: "the bytes are not those of which capture.json speaks; run git fsck on the store")
        }
        let parsed =
            record.exchange == nil && record.reading == nil
            ? try plain(kept, record, language) : try document(kept, record, language)
        guard parsed.text.language == language else {
            throw Fault(reason: "it is taken for \(parsed.text.language.rawValue) today")
        }
        return parsed
    }

    /// What a source gave.
    private func document(_ kept: StoredCapture, _ record: CaptureRecord, _ language: Language) throws(Fault)
        -> ParsedStatute
    {
        let type = MediaType(record.exchange?.field("Content-Type") ?? "")
        let request = ReadingRequest(
            bytes: kept.document, mediaType: type.essence, charset: type.charset,
            name: record.exchange?.finalURL ?? record.origin, xpath: record.xpath)
        switch ports.rules.read(request, by: record.reading, with: ports.reader) {
        case .success(let readout): return StatuteParser.parse(readout.text, language: language)
        case .failure(let fault): throw Fault(reason: fault.message)
        }
    }

    /// A bundled text, whose file name gives its language (``SeedFolder``), or an imported one, whose language shows
    /// (``ImportFolder``).
    private func plain(_ kept: StoredCapture, _ record: CaptureRecord, _ language: Language) throws(Fault)
        -> ParsedStatute
    {
        let source: String
        do {
            source = try ports.decoder.decode(kept.document, record.origin).string
        } catch {
            throw Fault(reason: "\(error)")
        }
        return kept.key.source.utf8.starts(with: "bundled.".utf8)
            ? StatuteParser.parse(source, language: language) : StatuteParser.parse(source)
    }
}
