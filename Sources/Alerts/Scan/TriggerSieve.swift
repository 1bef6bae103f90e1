import Statute

/// Tells in one pass over the bytes of a line whether any trigger of any concept can stand in it.
///
/// A complete automaton over UTF-8: one table look-up a byte, no branch but at a hit. It says yes a little too often
/// (word boundaries, masks and English word endings are looked at later) and never no where a trigger stands.
struct TriggerSieve: Sendable {
    /// `next[row + class]` is the row of the next state; the highest bit says that a trigger ends there.
    private let next: [UInt32]
    private let classOf: [UInt8]
    private let accepting: UInt32 = 1 << 31

    /// - Parameter heads: what each trigger begins with, folded as ``WordPattern`` folds.
    init(_ heads: [[Unicode.Scalar]], _ language: Language) {
        // Folding puts a hyphen or a blank in their place, so a line with one of them is always looked at.
        let folding: [[Unicode.Scalar]] = language == .en ? [["\u{2010}"], ["\u{2011}"], ["\u{A0}"]] : []
        let words = Set((heads + folding).map { Self.bytes($0) }).filter { !$0.isEmpty }
        var classOf = [UInt8](repeating: 0, count: 256)
        var count: UInt8 = 1
        for byte in words.joined() where classOf[Int(byte)] == 0 {
            classOf[Int(byte)] = count
            count += 1
        }
        let width = Int(count)
        let trie = Self.trie(words, classOf, width)
        next = Self.completed(trie, width)
        if language == .en {
            for capital in UInt8(ascii: "A")...UInt8(ascii: "Z") {
                classOf[Int(capital)] = classOf[Int(capital) + 32]
            }
        }
        self.classOf = classOf
    }

    /// Whether a trigger can stand in the line.
    func admits(_ line: String) -> Bool {
        line.utf8.withContiguousStorageIfAvailable { admits($0) }
            ?? Array(line.utf8).withUnsafeBufferPointer(admits)
    }

    func admits(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        next.withUnsafeBufferPointer { next in
            classOf.withUnsafeBufferPointer { classOf in
                var row = 0
                for byte in bytes {
                    let entry = next[row &+ Int(classOf[Int(byte)])]
                    if entry & accepting != 0 { return true }
                    row = Int(entry)
                }
                return false
            }
        }
    }

    private static func bytes(_ scalars: [Unicode.Scalar]) -> [UInt8] {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return Array(String(text).utf8)
    }

    private struct Trie {
        /// 0 where there is no child: the root is nobody's child.
        var children: [Int32]
        var accepts: [Bool]
    }

    private static func trie(_ words: Set<[UInt8]>, _ classOf: [UInt8], _ width: Int) -> Trie {
        var trie = Trie(children: [Int32](repeating: 0, count: width), accepts: [false])
        for word in words.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            var state = 0
            for byte in word {
                let place = state * width + Int(classOf[Int(byte)])
                if trie.children[place] == 0 {
                    trie.children[place] = Int32(trie.accepts.count)
                    trie.children += [Int32](repeating: 0, count: width)
                    trie.accepts.append(false)
                }
                state = Int(trie.children[place])
            }
            trie.accepts[state] = true
        }
        return trie
    }

    /// Every missing edge filled in from the longest suffix, breadth first.
    private static func completed(_ trie: Trie, _ width: Int) -> [UInt32] {
        var children = trie.children
        var accepts = trie.accepts
        var fallback = [Int](repeating: 0, count: accepts.count)
        var queue = [0]
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            for symbol in 0..<width {
                let place = state * width + symbol
                let beyond = state == 0 ? 0 : Int(children[fallback[state] * width + symbol])
                let child = Int(children[place])
                // An edge of the trie leads to a state that has not been met yet; a filled one leads back.
                if trie.children[place] != 0 {
                    fallback[child] = beyond
                    accepts[child] = accepts[child] || accepts[beyond]
                    queue.append(child)
                } else {
                    children[place] = Int32(beyond)
                }
            }
        }
        return children.map { state in
            UInt32(Int(state) * width) | (accepts[Int(state)] ? 1 << 31 : 0)
        }
    }
}
