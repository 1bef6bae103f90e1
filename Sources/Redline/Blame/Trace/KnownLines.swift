import Statute

/// Something that holds of each line of a provision, asked by scalar.
struct KnownLines<Value> {
    private var starts: [Int] = []
    private var values: [Value] = []

    /// - Parameter value: asked once a line, with the scalar at which it begins.
    init(_ text: ArticleText, _ value: (Int) -> Value) {
        for span in text.spans {
            starts.append(span.range.lowerBound)
            values.append(value(span.range.lowerBound))
        }
    }

    /// Nil for a provision without lines.
    func value(at offset: Int) -> Value? {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? values[low - 1] : values.first
    }
}

extension KnownLines where Value == Bool {
    func holds(_ offset: Int) -> Bool { value(at: offset) ?? true }
}
