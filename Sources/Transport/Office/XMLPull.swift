import CLibxml2
import Glibc
import Material

/// One XML part, pulled element by element through libxml2: no tree, no network, no entities, no recursion.
///
/// Names come with the prefix that this project uses for their namespace (`w:p`), whatever the part calls it;
/// elements of other namespaces have none.
final class XMLPull {
    enum Event: Equatable {
        case open(String)
        case close(String)
        case text(String)
    }

    private struct Place: Hashable {
        let name: UnsafePointer<xmlChar>?
        let namespace: UnsafePointer<xmlChar>?
    }

    private let reader: xmlTextReaderPtr
    private let feed: ByteFeed
    private let part: String
    private let limits: ReadingLimits
    private var nodes = 0
    private(set) var depth = 0
    /// An empty element is opened and closed.
    private var pendingClose: String?
    private var names: [Place: String] = [:]

    private static let started: Void = xmlInitParser()

    /// - Parameter part: how it is called in messages.
    init(_ bytes: [UInt8], part: String, limits: ReadingLimits) throws(ReadingFault) {
        Self.started
        let (checked, encoding) = try XMLProlog.checked(bytes)
        let feed = ByteFeed(checked)
        // Huge: our own limits on depth and size hold, and those of libxml2 would end a part without a word.
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_HUGE.rawValue
        guard
            let reader = xmlReaderForIO(
                { context, place, room in ByteFeed.read(context, place, room) }, nil,
                Unmanaged.passUnretained(feed).toOpaque(), nil, encoding, Int32(options))
        else { throw ReadingFault(.malformed, "\(part) cannot be opened") }
        self.reader = reader
        self.feed = feed
        self.part = part
        self.limits = limits
    }

    // The feed outlives the reader that asks it.
    deinit { xmlFreeTextReader(reader) }

    /// The next event; nil at the end.
    ///
    /// - Throws: `malformed`, `entity`, `tooDeep`, `tooLarge`.
    func next() throws(ReadingFault) -> Event? {
        if let name = pendingClose {
            pendingClose = nil
            depth -= 1
            return .close(name)
        }
        while true {
            let status = xmlTextReaderRead(reader)
            if status == 0 { return nil }
            guard status == 1 else { throw malformed() }
            nodes += 1
            guard nodes <= limits.nodes else {
                throw ReadingFault(.tooLarge, "\(part) has more than \(limits.nodes) nodes")
            }
            switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT.rawValue:
                depth += 1
                guard depth <= limits.depth else {
                    throw ReadingFault(.tooDeep, "\(part) nests deeper than \(limits.depth) elements")
                }
                let name = name()
                if xmlTextReaderIsEmptyElement(reader) == 1 { pendingClose = name }
                return .open(name)
            case XML_READER_TYPE_END_ELEMENT.rawValue:
                depth -= 1
                return .close(name())
            case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
                XML_READER_TYPE_WHITESPACE.rawValue, XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
                if let value = xmlTextReaderConstValue(reader) { return .text(Self.string(value)) }
            case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
                throw ReadingFault(.entity, "\(part) has a document type or an entity")
            default:
                break
            }
        }
    }

    /// Leaves out the element that was just opened, with all that is in it.
    func skip() throws(ReadingFault) {
        let outside = depth - 1
        while depth > outside, try next() != nil {}
    }

    /// The text of the element that was just opened, of its own and of those inside.
    ///
    /// - Parameter isKept: without it, ASCII blanks at the ends fall away.
    func words(isKept: Bool = false) throws(ReadingFault) -> String {
        let outside = depth - 1
        var words = ""
        while depth > outside, let event = try next() {
            if case .text(let text) = event { words += text }
        }
        if isKept { return words }
        var scalars = words.unicodeScalars[...]
        while let first = scalars.first, Self.isBlank(first) { scalars.removeFirst() }
        while let last = scalars.last, Self.isBlank(last) { scalars.removeLast() }
        return String(scalars)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "\n", "\r": true
        default: false
        }
    }

    /// An attribute of the element that was just opened, by its name without a prefix.
    func attribute(_ name: String) -> String? {
        var found: String?
        var status = xmlTextReaderMoveToFirstAttribute(reader)
        while status == 1, found == nil {
            if xmlTextReaderIsNamespaceDecl(reader) != 1, let local = xmlTextReaderConstLocalName(reader),
                strcmp(UnsafeRawPointer(local).assumingMemoryBound(to: CChar.self), name) == 0,
                let value = xmlTextReaderConstValue(reader)
            {
                found = Self.string(value)
            }
            status = xmlTextReaderMoveToNextAttribute(reader)
        }
        xmlTextReaderMoveToElement(reader)
        return found
    }

    private func name() -> String {
        let place = Place(
            name: xmlTextReaderConstLocalName(reader), namespace: xmlTextReaderConstNamespaceUri(reader))
        if let known = names[place] { return known }
        let local = place.name.map(Self.string) ?? ""
        let prefix = place.namespace.map(Self.string).flatMap(XMLNamespace.prefix)
        let name = prefix.map { "\($0):\(local)" } ?? local
        names[place] = name
        return name
    }

    private func malformed() -> ReadingFault {
        let line = xmlTextReaderGetParserLineNumber(reader)
        guard let error = xmlGetLastError() else {
            return ReadingFault(.malformed, "\(part) is not well-formed XML (line \(line))")
        }
        let kind: ReadingFault.Kind =
            error.pointee.code == Int32(XML_ERR_UNDECLARED_ENTITY.rawValue) ? .entity : .malformed
        let words = error.pointee.message.map { String(cString: $0) } ?? ""
        let shown = String(words.prefix(120)).split(separator: "\n").joined(separator: " ")
        return ReadingFault(kind, "\(part) is not well-formed XML (line \(line)): \(shown)")
    }

    private static func string(_ pointer: UnsafePointer<xmlChar>) -> String {
        String(decodingCString: pointer, as: UTF8.self)
    }
}
