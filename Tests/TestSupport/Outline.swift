package import Statute

/// Draws a text as the tests write it: a line for each provision, indented, path first.
package func outline(_ text: StatuteText) -> String {
    var lines: [String] = []
    if !text.title.isEmpty { lines.append("title \(text.title)") }
    lines += text.headnotes.map { "headnote \($0)" }
    func draw(_ node: Provision, _ depth: Int) {
        let words = [node.label, node.heading, node.text].filter { !$0.isEmpty }.joined(separator: " | ")
        let line =
            String(repeating: "  ", count: depth) + node.path.rawValue + (words.isEmpty ? "" : "  " + words)
        lines.append(line)
        for child in node.children { draw(child, depth + 1) }
    }
    for child in text.root.children { draw(child, 0) }
    return lines.joined(separator: "\n")
}
