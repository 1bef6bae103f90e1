import Statute

/// The provisions of a text that are searched one by one, each with the headings above it.
enum ProvisionPlaces {
    struct Place {
        var provision: Provision
        /// Its own heading and those above it, outermost first.
        var heading: String
        /// Its own words, a line each, as ``ArticleText`` has them.
        var words: String
    }

    static func all(in text: StatuteText) -> [Place] {
        var found: [Place] = []
        var open: [(node: Provision, heading: String)] = [(text.root, "")]
        while let (node, above) = open.popLast() {
            let heading = [above, node.heading].filter { !$0.isEmpty }.joined(separator: " · ")
            if node.kind.isContainer {
                open += node.children.reversed().map { ($0, heading) }
            } else {
                found.append(Place(provision: node, heading: heading, words: ArticleText(node).string))
            }
        }
        return found
    }
}
