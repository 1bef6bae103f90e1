/// Token ranges of sentences, clauses ended by a semicolon, items and lines; counted from the passage's start.
struct SentenceRows {
    private var rows: Stack<Int32Range>
    /// The first token of the passage, and of the sentence that is being read; counted through the text.
    private var first = 0
    private var start = 0

    init(_ arena: Arena, capacity: Int) { rows = Stack(arena, capacity: capacity) }

    var count: Int { rows.count }

    subscript(index: Int) -> Int32Range { rows[index] }

    subscript(range: Range<Int>) -> Row<Int32Range> { rows[range] }

    /// Goes on with another passage.
    mutating func begin(_ first: Int) { (self.first, start) = (first, first) }

    /// Ends a sentence before token `end`, where there is any.
    @inline(__always) mutating func end(_ end: Int) {
        if end > start { rows.append(Int32Range(start &- first, end &- first)) }
        start = end
    }
}
