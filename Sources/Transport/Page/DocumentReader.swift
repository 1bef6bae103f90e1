import CLibxml2

/// Turns libxml2's document into a ``PageTree``, and writes into each of its nodes where it went (`_private`, from
/// 1), so that what an XPath finds is found in the tree.
struct DocumentReader {
    private(set) var tree = PageTree()
    private let watch: ParserWatch
    private var open: [Int] = []

    init(watch: ParserWatch) { self.watch = watch }

    mutating func read(_ document: xmlDocPtr) {
        var next = document.pointee.children
        while let node = next {
            let isElement = node.pointee.type == XML_ELEMENT_NODE
            if isElement { enter(node) } else { take(node) }
            if isElement, let child = node.pointee.children {
                next = child
                continue
            }
            if isElement { leave() }
            var here = node
            while here.pointee.next == nil, let parent = here.pointee.parent,
                parent.pointee.type == XML_ELEMENT_NODE
            {
                leave()
                here = parent
            }
            next = here.pointee.next
        }
        while !open.isEmpty { leave() }
    }

    private mutating func enter(_ node: xmlNodePtr) {
        let tag = Self.tag(node.pointee.name)
        var marks = ElementMarks(tag)
        let index = tree.nodes.count
        var attribute = node.pointee.properties
        var facts: [String: String] = [:]
        while let field = attribute {
            if let name = field.pointee.name.map({ String(cString: $0) }), Self.matters(name) {
                let value = Self.value(field)
                marks.read(name, value)
                facts[name] = facts[name] ?? value
            }
            attribute = field.pointee.next
        }
        var own = marks.marks
        if watch.unended.contains(UnsafeRawPointer(node)) { own.insert(.unended) }
        if let parent = open.last, tree.nodes[parent].marks.contains(.preformatted) {
            own.insert(.preformatted)
        }
        append(node, PageTree.Node(tag: tag, marks: own, parent: parentIndex, end: 0))
        open.append(index)
        keep(facts, of: tag, at: index)
    }

    private mutating func keep(_ facts: [String: String], of tag: PageTag, at index: Int) {
        switch tag {
        case .a, .area, .base: tree.addresses[index] = facts["href"]
        case .iframe, .frame, .img: tree.addresses[index] = facts["src"]
        case .meta where facts["http-equiv"]?.lowercased() == "refresh":
            tree.refresh = tree.refresh ?? facts["content"]
        default: break
        }
        switch tag {
        case .a, .area, .img: tree.names[index] = facts["alt"] ?? facts["title"]
        default: break
        }
    }

    private mutating func take(_ node: xmlNodePtr) {
        switch node.pointee.type {
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
            guard let content = node.pointee.content else { return }
            text(node, UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
        case XML_ENTITY_REF_NODE:
            guard let name = node.pointee.name.map({ String(cString: $0) }) else { return }
            let words = Array("&\(name);".utf8)
            words.withUnsafeBufferPointer { text(node, $0) }
        default: break
        }
    }

    private mutating func text(_ node: xmlNodePtr, _ words: UnsafeBufferPointer<UInt8>) {
        let start = Int32(clamping: tree.text.count)
        tree.text.append(contentsOf: words)
        append(
            node,
            PageTree.Node(
                tag: nil, marks: open.last.map { tree.nodes[$0].marks.intersection(.preformatted) } ?? [],
                parent: parentIndex, end: Int32(clamping: tree.nodes.count + 1), textStart: start,
                textEnd: Int32(clamping: tree.text.count)))
    }

    private mutating func append(_ node: xmlNodePtr, _ entry: PageTree.Node) {
        tree.nodes.append(entry)
        node.pointee._private = UnsafeMutableRawPointer(bitPattern: tree.nodes.count)
    }

    private mutating func leave() {
        guard let index = open.popLast() else { return }
        tree.nodes[index].end = Int32(clamping: tree.nodes.count)
    }

    private var parentIndex: Int32 { Int32(clamping: open.last ?? -1) }

    private static func tag(_ name: UnsafePointer<xmlChar>?) -> PageTag {
        name.map { PageTag(name: String(cString: $0)) } ?? .other
    }

    private static func matters(_ attribute: String) -> Bool {
        switch attribute {
        case "href", "src", "class", "id", "role", "style", "hidden", "alt", "title", "http-equiv", "content":
            true
        default: false
        }
    }

    private static func value(_ attribute: UnsafeMutablePointer<xmlAttr>) -> String {
        guard let words = xmlNodeListGetString(attribute.pointee.doc, attribute.pointee.children, 1) else {
            return ""
        }
        defer { lw_xml_free(words) }
        return String(cString: words)
    }
}
