/// Where the quotations of a text close, for “ and ”: built once, asked in the time of the nesting.
struct MarkBalance {
    /// Offsets of the marks, in order.
    private let offsets: [Int]
    /// For each mark, the first mark from it on behind which one level less is open than before it; none: the count.
    private let nextLower: [Int]

    init(_ source: [Unicode.Scalar]) {
        var offsets: [Int] = []
        var steps: [Int] = []
        for (offset, scalar) in source.enumerated() where scalar == "“" || scalar == "”" {
            offsets.append(offset)
            steps.append(scalar == "“" ? 1 : -1)
        }
        var nextLower = [Int](repeating: offsets.count, count: offsets.count)
        for index in offsets.indices.reversed() {
            if steps[index] < 0 {
                nextLower[index] = index
            } else {
                // One level up here: it must come down twice.
                let once = index + 1 < offsets.count ? nextLower[index + 1] : offsets.count
                nextLower[index] = once + 1 < offsets.count ? nextLower[once + 1] : offsets.count
            }
        }
        self.offsets = offsets
        self.nextLower = nextLower
    }

    /// The offset of the mark that closes the last of `depth` quotations that are open at `offset`.
    func close(of depth: Int, from offset: Int) -> Int? {
        var index = offsets.countLeading(where: { $0 < offset })
        for level in 0..<depth {
            guard index < offsets.count else { return nil }
            index = nextLower[index]
            if level < depth - 1 { index += 1 }
        }
        return index < offsets.count ? offsets[index] : nil
    }
}

extension Array {
    /// How many elements at the front `isBefore` holds for; it must hold for no other.
    func countLeading(where isBefore: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
