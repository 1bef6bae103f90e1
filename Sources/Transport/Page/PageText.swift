/// Reads the words of a part of a page as lines: a block, a `<br>` or a row of a table is a line each.
struct PageText {
    struct Options {
        /// Words that the page hides are read too.
        var includesHidden = false
        /// What is to press or to choose from is read too.
        var includesControls = false
    }

    private let tree: PageTree
    private let options: Options
    private var writer = LineWriter()
    private var open: [Int] = []
    private var links = 0
    private var headings: [PageTag] = []
    private var rows: [Row] = []
    /// Text nodes that stand in hidden elements and were left out.
    private(set) var hidden: [Int] = []
    /// Pictures between the words, which may be signs that no character set had.
    private(set) var pictures: [Int] = []

    /// The cells of one row so far.
    private struct Row {
        var start: Int
        var cellStart: Int
        /// Each cell has given no more than a line.
        var isSimple = true
    }

    private init(_ tree: PageTree, _ options: Options) {
        self.tree = tree
        self.options = options
    }

    /// - Parameter root: a node; what stands in it is read even where the page hides it as a whole.
    static func lines(of root: Int, in tree: PageTree, _ options: Options = Options()) -> [PageLine] {
        read(root, tree, options).lines
    }

    static func read(
        _ root: Int, _ tree: PageTree, _ options: Options = Options()
    ) -> (lines: [PageLine], hidden: [Int], pictures: [Int]) {
        var text = PageText(tree, options)
        text.walk(root)
        return (text.writer.lines, text.hidden, text.pictures)
    }

    private mutating func walk(_ root: Int) {
        var node = root
        let end = tree.end(root)
        while node < end {
            leave(upTo: node)
            guard let tag = tree.tag(node) else {
                writer.write(
                    tree.words(node), of: node,
                    isPreformatted: tree.nodes[node].marks.contains(.preformatted), isLink: links > 0,
                    heading: headings.last)
                node += 1
                continue
            }
            if node != root, isLeftOut(node, tag) {
                if tag.isBlock { writer.endLine() }
                node = tree.end(node)
                continue
            }
            enter(node, tag)
            node += 1
        }
        leave(upTo: Int.max)
        writer.endLine()
    }

    private mutating func isLeftOut(_ node: Int, _ tag: PageTag) -> Bool {
        if tag.isUnseen { return true }
        if tag.isControl { return !options.includesControls }
        guard !options.includesHidden, tree.nodes[node].marks.contains(.hidden) else { return false }
        hidden.append(node)
        return true
    }

    private mutating func enter(_ node: Int, _ tag: PageTag) {
        open.append(node)
        switch tag {
        case .br: writer.endLine()
        case .a: links += 1
        case .tr:
            writer.endLine()
            rows.append(Row(start: writer.lines.count, cellStart: writer.lines.count))
        case .td, .th:
            writer.endLine()
            if !rows.isEmpty { rows[rows.count - 1].cellStart = writer.lines.count }
        case .img: pictures.append(node)
        default: break
        }
        if tag.isBlock { writer.endLine() }
        if tag.isHeading { headings.append(tag) }
    }

    private mutating func leave(upTo node: Int) {
        while let last = open.last, tree.end(last) <= node {
            open.removeLast()
            guard let tag = tree.tag(last) else { continue }
            if tag.isBlock { writer.endLine() }
            if tag.isHeading { headings.removeLast() }
            switch tag {
            case .a: links -= 1
            case .td, .th: leaveCell()
            case .tr: leaveRow()
            default: break
            }
        }
    }

    private mutating func leaveCell() {
        writer.endLine()
        guard !rows.isEmpty else { return }
        if writer.lines.count - rows[rows.count - 1].cellStart > 1 { rows[rows.count - 1].isSimple = false }
    }

    private mutating func leaveRow() {
        writer.endLine()
        guard let row = rows.popLast(), row.isSimple else { return }
        writer.joinLines(from: row.start)
    }
}
