/// Finds many literal phrases in one pass (Aho–Corasick over Unicode scalars).
///
/// Built once and then only read. Matching costs one step per scalar of the text, plus one per hit, however many
/// phrases there are.
struct PhraseAutomaton: Sendable {
    /// Where a phrase stands, with its number in the list that the automaton was built from.
    struct Hit: Sendable, Hashable {
        var phrase: Int
        var range: Range<Int>
    }

    /// A node of the trie. Few have more than three children, so a short array beats a table.
    private struct Node: Sendable {
        var children: [(scalar: Unicode.Scalar, node: Int)] = []
        /// The node of the longest proper suffix that is in the trie.
        var fallback = 0
        /// Phrases that end here, those of the fallback chain included.
        var ending: [Int] = []

        func child(_ scalar: Unicode.Scalar) -> Int? {
            for child in children where child.scalar == scalar { return child.node }
            return nil
        }
    }

    private var nodes = [Node()]
    private var roots: [Unicode.Scalar: Int] = [:]
    private let lengths: [Int]

    /// Empty phrases are never found.
    init(_ phrases: [[Unicode.Scalar]]) {
        lengths = phrases.map(\.count)
        for (number, phrase) in phrases.enumerated() where !phrase.isEmpty { insert(phrase, number) }
        for child in nodes[0].children { roots[child.scalar] = child.node }
        linkFallbacks()
    }

    /// Every occurrence of every phrase, overlapping ones too, ordered by where they end.
    func hits(in text: [Unicode.Scalar]) -> [Hit] {
        var found: [Hit] = []
        var state = 0
        for (index, scalar) in text.enumerated() {
            state = step(from: state, by: scalar)
            if state == 0 { continue }
            for phrase in nodes[state].ending {
                found.append(Hit(phrase: phrase, range: (index + 1 - lengths[phrase])..<(index + 1)))
            }
        }
        return found
    }

    private func step(from start: Int, by scalar: Unicode.Scalar) -> Int {
        var state = start
        while state != 0 {
            if let next = nodes[state].child(scalar) { return next }
            state = nodes[state].fallback
        }
        return roots[scalar] ?? 0
    }

    private mutating func insert(_ phrase: [Unicode.Scalar], _ number: Int) {
        var state = 0
        for scalar in phrase {
            if let next = nodes[state].child(scalar) {
                state = next
            } else {
                nodes.append(Node())
                nodes[state].children.append((scalar, nodes.count - 1))
                state = nodes.count - 1
            }
        }
        nodes[state].ending.append(number)
    }

    /// Breadth first, so that a fallback is complete before anything that falls back to it.
    private mutating func linkFallbacks() {
        var queue = nodes[0].children.map(\.node)
        var next = 0
        while next < queue.count {
            let parent = queue[next]
            next += 1
            for (scalar, node) in nodes[parent].children {
                let fallback = step(from: nodes[parent].fallback, by: scalar)
                nodes[node].fallback = fallback == node ? 0 : fallback
                nodes[node].ending += nodes[nodes[node].fallback].ending
                queue.append(node)
            }
        }
    }
}
