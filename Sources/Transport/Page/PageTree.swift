/// A page as a flat list of nodes in document order: what stands inside an element follows it up to ``Node/end``.
/// Nothing that reads it recurses.
struct PageTree: Sendable {
    struct Marks: OptionSet, Sendable, Hashable {
        let rawValue: UInt8
        /// Not shown: `hidden`, `display: none`.
        static let hidden = Marks(rawValue: 1)
        /// Navigation, footers, notices beside the matter, by element, role or the words of its class and id.
        static let chrome = Marks(rawValue: 2)
        /// Blanks stay as they are.
        static let preformatted = Marks(rawValue: 4)
        /// Ended by the end of the page, not by its own tag or another's.
        static let unended = Marks(rawValue: 8)
    }

    struct Node: Sendable {
        /// Nil for text.
        var tag: PageTag?
        var marks: Marks = []
        var parent: Int32
        /// One past the last node inside.
        var end: Int32
        /// Bytes of ``PageTree/text``; empty for elements.
        var textStart: Int32 = 0
        var textEnd: Int32 = 0
    }

    var nodes: [Node] = []
    /// The words of all text nodes, UTF-8.
    var text: [UInt8] = []
    /// What `href` and `src` say, by node.
    var addresses: [Int: String] = [:]
    /// What a picture or a link is called where it has no words, by node.
    var names: [Int: String] = [:]
    /// Seconds and address of `<meta http-equiv="refresh">`.
    var refresh: String?

    func tag(_ node: Int) -> PageTag? { nodes[node].tag }
    func end(_ node: Int) -> Int { Int(nodes[node].end) }
    func parent(_ node: Int) -> Int? { nodes[node].parent < 0 ? nil : Int(nodes[node].parent) }

    func words(_ node: Int) -> ArraySlice<UInt8> {
        text[Int(nodes[node].textStart)..<Int(nodes[node].textEnd)]
    }

    /// The first element of a kind.
    func first(_ tag: PageTag, in range: Range<Int>? = nil) -> Int? {
        (range ?? nodes.indices).first { nodes[$0].tag == tag }
    }

    /// Whether one node is another or stands inside it.
    func contains(_ outer: Int, _ inner: Int) -> Bool { outer <= inner && inner < end(outer) }

    /// The smallest element that holds two nodes; nil for an empty tree.
    func common(_ a: Int, _ b: Int) -> Int? {
        var node: Int? = a
        while let here = node {
            if nodes[here].tag != nil, contains(here, b) { return here }
            node = parent(here)
        }
        return nil
    }
}
