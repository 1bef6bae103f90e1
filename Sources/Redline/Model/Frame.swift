package import Statute

/// A text without the words of its article-level provisions: title, headnotes, containers, and a slot for each.
package struct Frame: Sendable, Hashable {
    /// The text with every article-level provision emptied but for kind, number, label, heading and path.
    package let text: StatuteText

    package init(of text: StatuteText) {
        var emptied = text
        emptied.root = Self.emptied(text.root)
        self.text = emptied
    }

    private static func emptied(_ node: Provision) -> Provision {
        var node = node
        if node.kind.isContainer {
            node.children = node.children.map(emptied)
        } else {
            node.text = ""
            node.children = []
        }
        return node
    }
}
