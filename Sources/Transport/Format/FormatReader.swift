package import Material

/// Reads a document of any kind that we read, by what its bytes are.
package struct FormatReader: DocumentReading {
    private let portable = PDFReader()
    private let legacy = LegacyReader()

    package init() {}

    package func read(_ request: ReadingRequest) async -> Result<Readout, ReadingFault> {
        let format = DocumentFormat.sniff(request.bytes, mediaType: request.mediaType, name: request.name)
        switch format {
        case .html, .plain: return PageReader.read(request)
        case .docx: return WordReader.read(request)
        case .ofd: return OFDReader.read(request)
        case .pdf: return await portable.read(request)
        case .doc: return await legacy.read(request, as: .doc)
        case .wps: return await legacy.read(request, as: .wps)
        case nil:
            // The page reader knows what to call the other kinds.
            let named = PageReader.read(request)
            if case .failure = named { return named }
            return .failure(
                ReadingFault(
                    .unknownFormat, "\(request.name): is of a kind that is not read; save it as text"))
        }
    }
}
