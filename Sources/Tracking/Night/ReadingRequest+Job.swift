import Material

extension ReadingRequest {
    /// What was fetched, with all that the transfer says of it.
    init(_ document: FetchedDocument, of job: NightJob) {
        let type = MediaType(document.exchange.field("Content-Type") ?? "")
        self.init(
            bytes: document.bytes, mediaType: type.essence, charset: type.charset,
            name: document.exchange.finalURL ?? job.url, xpath: job.source.xpath)
    }

    /// The ending of the file in which the bytes are kept.
    var ending: String {
        if bytes.starts(with: Array("%PDF-".utf8)) { return "pdf" }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "doc" }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            return name.lowercased().hasSuffix(".ofd") ? "ofd" : "docx"
        }
        switch mediaType {
        case "text/html", "application/xhtml+xml": return "html"
        case "text/plain", "text/markdown": return "txt"
        default: return "bin"
        }
    }
}

/// A `Content-Type` (RFC 9110, 8.3).
struct MediaType {
    /// `text/html`, lower case; nil for what is none.
    let essence: String?
    let charset: String?

    init(_ field: String) {
        let parts = field.split(separator: ";").map { $0.drop { $0 == " " } }
        let first = parts.first.map { $0.lowercased().filter { $0 != " " } } ?? ""
        essence = first.contains("/") ? first : nil
        charset =
            parts.dropFirst().compactMap { part -> String? in
                guard part.lowercased().hasPrefix("charset=") else { return nil }
                let value = part.dropFirst("charset=".count).filter { $0 != "\"" && $0 != "'" && $0 != " " }
                return value.isEmpty ? nil : String(value)
            }.first
    }
}

extension SourceDeclaration {
    /// The program that reads captures; raised when the same bytes give another text.
    static let readingVersion = 1

    /// How its documents are read: another way reads even the same bytes anew.
    var reading: String {
        "\(Self.readingVersion) \(attachment.rawValue) \(target) \(xpath ?? "")"
    }
}

extension SourceDeclaration.Kind {
    var purpose: NightJob.Purpose {
        switch self {
        case .http, .git, .folder: .page
        case .listing, .feed, .memento: .index
        }
    }

    /// Whether a 304 tells all that there is to know.
    var isConditional: Bool {
        if case .http = self { return true }
        return false
    }
}
