/// For each bigram, the rows that hold it: one flat row, cut at `starts`.
struct BigramPostings {
    private let starts: Row<Int32>
    private let rows: Row<Int32>

    /// - Parameters:
    ///   - ids: the bigrams of all rows, one row after the other.
    ///   - count: how many bigrams there are.
    init(_ ranges: Row<Int32Range>, _ ids: Row<Int32>, _ weights: Row<Int32>, count: Int, _ arena: Arena) {
        starts = arena.row(0, count + 2)
        var total = 0
        for row in ranges.indices {
            for index in ranges[row].range where weights[index] > 0 {
                starts[Int(ids[index]) &+ 2] &+= 1
                total &+= 1
            }
        }
        for id in starts.indices.dropFirst() { starts[id] &+= starts[id &- 1] }
        rows = arena.uninitialized(total)
        // Filling moves each start to where the next one begins.
        for row in ranges.indices {
            for index in ranges[row].range where weights[index] > 0 {
                let id = Int(ids[index]) &+ 1
                rows[Int(starts[id])] = Int32(truncatingIfNeeded: row)
                starts[id] &+= 1
            }
        }
    }

    @inline(__always) func range(of id: Int32) -> Range<Int> {
        Int(starts[Int(id)])..<Int(starts[Int(id) &+ 1])
    }

    @inline(__always) subscript(index: Int) -> Int { Int(rows[index]) }
}
