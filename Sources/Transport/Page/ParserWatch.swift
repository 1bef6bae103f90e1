import CLibxml2
import Material

/// Watches one parse and ends it where it goes beyond the limits. The parser's own limit on depth would leave the
/// rest of the page out and say nothing that a caller hears.
final class ParserWatch {
    enum Excess { case nodes, depth, text }

    private(set) var excess: Excess?
    private let limits: ReadingLimits
    private var nodes = 0
    private var depth = 0
    private var text = 0
    /// Elements that only the end of the page has ended.
    private(set) var unended: Set<UnsafeRawPointer> = []

    init(limits: ReadingLimits) { self.limits = limits }

    func elementStarts() {
        nodes += 1
        depth += 1
        if nodes > limits.nodes { excess = .nodes }
        if depth > limits.depth { excess = .depth }
    }

    func elementEnds(_ node: UnsafeRawPointer?, atEnd: Bool) {
        depth -= 1
        if atEnd, let node { unended.insert(node) }
    }

    func charactersCome(_ bytes: Int) {
        text += bytes
        // A character reference comes as a text of its own; those that follow each other are one node.
        if text > limits.textBytes { excess = .text }
    }

    static func of(_ context: UnsafeMutableRawPointer?) -> ParserWatch? {
        guard let context else { return nil }
        let parser = context.assumingMemoryBound(to: htmlParserCtxt.self)
        guard let opaque = parser.pointee._private else { return nil }
        return Unmanaged<ParserWatch>.fromOpaque(opaque).takeUnretainedValue()
    }
}

/// `startElement` of SAX: counts, and keeps libxml2 from reading `<o:p>` of Word as a `<p>`.
func elementStarts(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
    guard let context, let name, let watch = ParserWatch.of(context), watch.excess == nil else { return }
    watch.elementStarts()
    if xmlStrchr(name, 0x3A) != nil {
        var plain = Array(UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)) + 1))
        for index in plain.indices where plain[index] == 0x3A { plain[index] = 0x2D }
        plain.withUnsafeBufferPointer { xmlSAX2StartElement(context, $0.baseAddress, attributes) }
    } else {
        xmlSAX2StartElement(context, name, attributes)
    }
    if watch.excess != nil { xmlStopParser(context.assumingMemoryBound(to: htmlParserCtxt.self)) }
}

/// `endElement` of SAX.
func elementEnds(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?) {
    guard let context else { return }
    let parser = context.assumingMemoryBound(to: htmlParserCtxt.self)
    let isAtEnd = parser.pointee.input.map { $0.pointee.cur >= $0.pointee.end } ?? true
    ParserWatch.of(context)?.elementEnds(UnsafeRawPointer(parser.pointee.node), atEnd: isAtEnd)
    xmlSAX2EndElement(context, name)
}

/// `characters`, `cdataBlock` and `ignorableWhitespace` of SAX.
func charactersCome(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ length: Int32) {
    guard let context, let watch = ParserWatch.of(context), watch.excess == nil else { return }
    watch.charactersCome(Int(length))
    xmlSAX2Characters(context, text, length)
    if watch.excess != nil { xmlStopParser(context.assumingMemoryBound(to: htmlParserCtxt.self)) }
}
