/// For each bigram, the rows that hold it: one flat row, cut at `starts`.
///
/// Filled up to ``step`` for each bigram with a row that is none, so that those of most bigrams are gone over in one step:
/// how many there are nobody can foretell.
struct BigramPostings {
    private static let step: Int32 = 4

    private let starts: Row<Int32>
    private let rows: Row<Int32>
    /// For each row at hand what it shares; the last is none.
    private let shared: Row<Int32>
    private let touched: Row<Int32>

    /// - Parameters:
    ///   - ids: the bigrams of all rows, one row after the other.
    ///   - count: how many bigrams there are.
    init(_ ranges: Row<Int32Range>, _ ids: Row<Int32>, count: Int, _ arena: Arena) {
        let starts: Row<Int32> = arena.row(0, count + 2)
        for row in ranges.indices {
            for index in ranges[row].range { starts[Int(ids[index]) &+ 2] &+= 1 }
        }
        var total: Int32 = 0
        for id in starts.indices {
            total &+= (starts[id] &+ Self.step &- 1) & ~(Self.step &- 1)
            starts[id] = total
        }
        let rows: Row<Int32> = arena.row(Int32(truncatingIfNeeded: ranges.count), Int(total))
        // Filling moves each start: it is put back from where it stopped.
        for row in ranges.indices {
            for index in ranges[row].range {
                let id = Int(ids[index]) &+ 1
                rows[Int(starts[id])] = Int32(truncatingIfNeeded: row)
                starts[id] &+= 1
            }
        }
        for id in starts.indices.dropFirst() {
            starts[id] = (starts[id] &+ Self.step &- 1) & ~(Self.step &- 1)
        }
        (self.starts, self.rows) = (starts, rows)
        shared = arena.row(0, ranges.count + 1)
        // A row that is none is met already, and should its sum ever come round to 0, there is room for it.
        shared[ranges.count] = 1
        touched = arena.uninitialized(ranges.count + 8)
    }

    /// How many rows hold a bigram, rounded up to ``step``.
    @inline(__always) func count(_ id: Int32) -> Int { Int(starts[Int(id) &+ 1] &- starts[Int(id)]) }

    /// Adds a weight to what each row shares that holds a bigram.
    ///
    /// - Parameter count: how many rows have been met.
    @inline(__always) func add(_ weight: Int32, of id: Int32, _ count: inout Int) {
        let (rows, shared, touched) = (rows, shared, touched)
        var at = Int(starts[Int(id)])
        let end = Int(starts[Int(id) &+ 1])
        while at < end {
            for offset in 0..<Int(Self.step) {
                let row = rows[at &+ offset]
                let before = shared[Int(row)]
                touched[count] = row
                count &+= before == 0 ? 1 : 0
                shared[Int(row)] = before &+ weight
            }
            at &+= Int(Self.step)
        }
    }

    /// The row that was met at a place, and what it shares, which is forgotten; nil where it is none.
    @inline(__always) func take(_ place: Int) -> (row: Int, shared: Int32)? {
        let row = Int(touched[place])
        let sum = shared[row]
        if row == shared.count &- 1 {
            shared[row] = 1
            return nil
        }
        shared[row] = 0
        return (row, sum)
    }
}
