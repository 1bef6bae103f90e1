import Foundation
import Statute

/// A text as its paragraphs, walked from the tree and from nothing that the renderings use.
enum PrintedText {
    static func lines(_ text: StatuteText) -> [String] {
        var lines = text.title.isEmpty ? [] : [text.title]
        lines += text.headnotes
        func walk(_ node: Provision, label: String) {
            if node.kind.isContainer {
                if node.kind != .body {
                    lines.append([node.label, node.heading].filter { !$0.isEmpty }.joined(separator: " "))
                }
                for child in node.children { walk(child, label: "") }
                return
            }
            unit(node)
        }
        func unit(_ node: Provision) {
            var words: [String] = []
            func collect(_ node: Provision, isRoot: Bool) {
                if !isRoot || !node.text.isEmpty {
                    let label = isRoot ? "" : node.label
                    let isHan =
                        node.text.unicodeScalars.first.map {
                            $0.value > 0x2E7F && $0.properties.isIdeographic
                        }
                        ?? true
                    words.append(label + (label.isEmpty || isHan ? "" : " ") + node.text)
                }
                for child in node.children { collect(child, isRoot: false) }
            }
            collect(node, isRoot: true)
            let heading = node.label.isEmpty && node.kind == .preamble ? node.heading : node.label
            if heading.isEmpty {
                lines += words.isEmpty ? [""] : words
            } else if words.isEmpty {
                lines.append(heading)
            } else if node.label.isEmpty
                || (node.text.isEmpty && !(node.children.first?.label.isEmpty ?? true))
            {
                lines += [heading] + words
            } else {
                words[0] = heading + " " + words[0]
                lines += words
            }
        }
        walk(text.root, label: "")
        return lines.isEmpty ? [""] : lines
    }
}
