import CLibxml2
import Material

/// Parses a page by libxml2's HTML parser, within limits, and gives it as a ``PageTree``.
struct PageParser {
    /// What the page holds, and what the declared XPath found.
    struct Parsed {
        var tree: PageTree
        /// The nodes that the XPath selects, in document order, none inside another; nil where none was asked for.
        var selection: [Int]?
    }

    /// Of ``PageSource/attributeCost``: a tag with 4,472 attributes, or two million with ten.
    static let attributeLimit = 20_000_000
    /// End tags that end nothing, each of which is looked for among all open elements.
    static let endTagLimit = 500_000

    let name: String
    let limits: ReadingLimits

    /// - Throws: `tooLarge` and `tooDeep` beyond the limits; `malformed` for an XPath that is none or a page that
    ///   the parser gives up. Nothing is ever left out without a word.
    func parse(_ source: PageSource, xpath: String?) throws(ReadingFault) -> Parsed {
        guard source.attributeCost <= Self.attributeLimit else {
            throw ReadingFault(.tooLarge, "\(name): tags with far more attributes than any page needs")
        }
        guard source.endTags <= min(limits.nodes, Self.endTagLimit) else {
            throw ReadingFault(.tooLarge, "\(name): more than \(Self.endTagLimit) end tags")
        }
        guard source.bytes.count < Int(Int32.max) / 2 else {
            throw ReadingFault(.tooLarge, "\(name): has \(source.bytes.count) bytes, more than are read")
        }
        let watch = ParserWatch(limits: limits)
        let document = try document(source.bytes, watch)
        defer { xmlFreeDoc(document) }
        var reader = DocumentReader(watch: watch)
        reader.read(document)
        let signs = reader.tree.text.count { $0 >= PageSource.wideLead }
        guard signs == source.wideSigns else {
            throw ReadingFault(
                .malformed,
                "\(name): the parser of HTML gave \(signs) of \(source.wideSigns) signs; report this page")
        }
        guard let xpath else { return Parsed(tree: reader.tree) }
        return Parsed(tree: reader.tree, selection: try select(xpath, in: document))
    }

    private func document(_ bytes: [UInt8], _ watch: ParserWatch) throws(ReadingFault) -> xmlDocPtr {
        xmlInitParser()
        guard let context = htmlNewParserCtxt() else { throw noMemory }
        defer { htmlFreeParserCtxt(context) }
        // Set before the options, which read it: our own words on an element instead of the parser's.
        context.pointee._private = Unmanaged.passUnretained(watch).toOpaque()
        context.pointee.sax.pointee.startElement = elementStarts
        context.pointee.sax.pointee.endElement = elementEnds
        context.pointee.sax.pointee.characters = charactersCome
        context.pointee.sax.pointee.cdataBlock = charactersCome
        // Blanks between elements are kept: whether they matter is ours to say.
        context.pointee.sax.pointee.ignorableWhitespace = charactersCome
        context.pointee.sax.pointee.comment = nil
        context.pointee.sax.pointee.processingInstruction = nil
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
            | XML_PARSE_HUGE.rawValue
        let document = withExtendedLifetime(watch) {
            bytes.withUnsafeBytes { buffer in
                htmlCtxtReadMemory(
                    context, buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, "UTF-8",
                    Int32(bitPattern: options))
            }
        }
        if let excess = watch.excess {
            xmlFreeDoc(document)
            throw fault(excess)
        }
        guard let document else {
            throw ReadingFault(.malformed, "\(name): no page that a parser of HTML can read")
        }
        return document
    }

    private func fault(_ excess: ParserWatch.Excess) -> ReadingFault {
        switch excess {
        case .nodes: ReadingFault(.tooLarge, "\(name): more than \(limits.nodes) elements")
        case .depth:
            ReadingFault(.tooDeep, "\(name): elements inside each other more than \(limits.depth) deep")
        case .text: ReadingFault(.tooLarge, "\(name): more than \(limits.textBytes) bytes of text")
        }
    }

    private var noMemory: ReadingFault { ReadingFault(.tooLarge, "\(name): no memory for it") }

    /// Evaluates the declared XPath; every node that it finds is an element or a text of the tree.
    private func select(_ xpath: String, in document: xmlDocPtr) throws(ReadingFault) -> [Int] {
        guard let context = xmlXPathNewContext(document) else { throw noMemory }
        defer { xmlXPathFreeContext(context) }
        context.pointee.opLimit = 10_000_000
        context.pointee.error = { _, _ in }
        lw_xml_silence(1)
        defer { lw_xml_silence(0) }
        guard let object = xmlXPathEvalExpression(xpath, context) else {
            let limit = XML_XPATH_EXPRESSION_OK.rawValue + XPATH_OP_LIMIT_EXCEEDED.rawValue
            if context.pointee.lastError.code == Int32(bitPattern: limit) {
                throw ReadingFault(.tooLarge, "\(name): the XPath \(xpath) takes too many steps on this page")
            }
            throw ReadingFault(.malformed, "\(name): \(xpath) is no XPath 1.0; mend it in instrument.yml")
        }
        defer { xmlXPathFreeObject(object) }
        guard object.pointee.type == XPATH_NODESET else {
            throw ReadingFault(.malformed, "\(name): the XPath \(xpath) selects no elements; mend it")
        }
        guard let set = object.pointee.nodesetval else { return [] }
        xmlXPathNodeSetSort(set)
        var found: [Int] = []
        for index in 0..<Int(set.pointee.nodeNr) {
            guard let node = set.pointee.nodeTab[index] else { continue }
            guard node.pointee.type == XML_ELEMENT_NODE || node.pointee.type == XML_TEXT_NODE else {
                continue
            }
            // Where the reader has put it, counted from 1; see DocumentReader.
            found.append(Int(bitPattern: node.pointee._private) - 1)
        }
        return found
    }
}
