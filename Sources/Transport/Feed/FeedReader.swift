internal import CLibxml2
package import Material

/// Reads Atom and RSS with libxml2's reader: a stream, so no tree of the whole is ever built.
///
/// A document type is refused before anything it declares can be used; nothing is fetched; what is not well formed
/// is refused whole.
package struct FeedReader: FeedReading {
    package init() {}

    package func feed(_ request: ReadingRequest) -> Result<Feed, ReadingFault> {
        do throws(ReadingFault) { return .success(try read(request)) } catch { return .failure(error) }
    }

    private static let prepared: Void = xmlInitParser()

    private func read(_ request: ReadingRequest) throws(ReadingFault) -> Feed {
        _ = Self.prepared
        guard request.bytes.contains(where: { $0 > 0x20 }) else {
            throw ReadingFault(.empty, "\(request.name): holds nothing")
        }
        let (bytes, isUTF8) = try FeedEncoding.decoded(request)
        guard let size = Int32(exactly: bytes.count) else {
            throw ReadingFault(.tooLarge, "\(request.name): is larger than any feed")
        }
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        defer { copy.deallocate() }
        _ = copy.initialize(from: bytes)
        var options = XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_COMPACT.rawValue
        if isUTF8 { options |= XML_PARSE_IGNORE_ENC.rawValue }
        // What has no reader to complain to would be printed. The setting is this thread's own.
        xmlSetStructuredErrorFunc(nil, { _, _ in })
        defer { xmlSetStructuredErrorFunc(nil, nil) }
        let reader = copy.withMemoryRebound(to: CChar.self) {
            xmlReaderForMemory(
                $0.baseAddress, size, nil, isUTF8 ? "UTF-8" : nil, Int32(bitPattern: options))
        }
        guard let reader else { throw ReadingFault(.malformed, "\(request.name): cannot be read as XML") }
        defer { xmlFreeTextReader(reader) }
        let complaint = Complaint()
        xmlTextReaderSetStructuredErrorHandler(
            reader, { Complaint.take($0, $1) }, Unmanaged.passUnretained(complaint).toOpaque())
        return try withExtendedLifetime(complaint) { () throws(ReadingFault) in
            try walk(reader, request, complaint)
        }
    }

    private func walk(
        _ reader: xmlTextReaderPtr, _ request: ReadingRequest, _ complaint: Complaint
    ) throws(ReadingFault) -> Feed {
        var builder = FeedBuilder(name: request.name, limits: request.limits)
        while true {
            let code = xmlTextReaderRead(reader)
            guard code >= 0, !complaint.isFatal else { throw complaint.fault(request.name) }
            guard code == 1 else { break }
            switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_DOCUMENT_TYPE.rawValue:
                throw ReadingFault(
                    .entity, "\(request.name): declares a document type, which no feed needs; it is not read")
            case XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
                throw ReadingFault(.entity, "\(request.name): refers to an entity that XML does not know")
            case XML_READER_TYPE_ELEMENT.rawValue:
                let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
                try builder.open(
                    FeedName(
                        space: text(xmlTextReaderConstNamespaceUri(reader)),
                        local: text(xmlTextReaderConstLocalName(reader))),
                    attributes: attributes(reader))
                if isEmpty { builder.close() }
            case XML_READER_TYPE_END_ELEMENT.rawValue: builder.close()
            case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
                XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue, XML_READER_TYPE_WHITESPACE.rawValue:
                try builder.add(text(xmlTextReaderConstValue(reader)))
            default: break
            }
        }
        return try builder.feed()
    }

    /// By qualified name: `xml:base`, `rdf:about` whatever its prefix is as `about`.
    private func attributes(_ reader: xmlTextReaderPtr) -> [String: String] {
        var found: [String: String] = [:]
        while xmlTextReaderMoveToNextAttribute(reader) == 1, found.count < 64 {
            let space = text(xmlTextReaderConstNamespaceUri(reader))
            let local = text(xmlTextReaderConstLocalName(reader))
            guard space != FeedName.declarations else { continue }
            found[space == FeedName.xml ? "xml:" + local : local] = text(xmlTextReaderConstValue(reader))
        }
        xmlTextReaderMoveToElement(reader)
        return found
    }

    private func text(_ raw: UnsafePointer<xmlChar>?) -> String {
        raw.map { String(cString: $0) } ?? ""
    }
}

/// What libxml2 complains about: the first is the cause.
private final class Complaint {
    private var message = ""
    private var line: Int32 = 0
    private(set) var isFatal = false

    static func take(_ context: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?) {
        guard let context, let error = error?.pointee else { return }
        let complaint = Unmanaged<Complaint>.fromOpaque(context).takeUnretainedValue()
        guard error.level == XML_ERR_FATAL || error.level == XML_ERR_ERROR else { return }
        // An undeclared prefix is an error of names and hurts nobody; anything else is.
        guard error.domain != Int32(XML_FROM_NAMESPACE.rawValue) else { return }
        if !complaint.isFatal, let raw = error.message {
            complaint.message = String(cString: raw)
            complaint.line = error.line
        }
        complaint.isFatal = true
    }

    func fault(_ name: String) -> ReadingFault {
        let words = String(message.unicodeScalars.prefix(200).map { $0.value < 0x20 ? " " : Character($0) })
            .trimmingBlanks
        let kind: ReadingFault.Kind =
            words.contains("depth") ? .tooDeep : words.contains("ntity") ? .entity : .malformed
        return ReadingFault(kind, "\(name): line \(line): \(words.isEmpty ? "not well formed" : words)")
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        var end = unicodeScalars[...]
        while end.last == " " { end = end.dropLast() }
        return String(end)
    }
}
