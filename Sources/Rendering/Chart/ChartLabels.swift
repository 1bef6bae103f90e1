/// Words at points of the time axis, in as many rows as it takes for none to overlap.
struct ChartLabels {
    struct Label {
        var x: Double
        var words: String
        /// The whole of it, for who points at it.
        var tip: String
        var `class`: String
    }

    struct Placed {
        var label: Label
        /// 0 is the row nearest to the plot.
        var row: Int
        /// The words stand left of their point, because there is no room on the right.
        var isMirrored: Bool
    }

    let placed: [Placed]
    let rows: Int

    /// - Parameters:
    ///   - right: the end of the picture.
    ///   - size: of the type.
    init(_ labels: [Label], left: Double, right: Double, size: Double) {
        var taken: [[ClosedRange<Double>]] = []
        var placed: [Placed] = []
        // From the right: a label then stands above those that follow it, and its line crosses none of their words.
        for label in labels.sorted(by: { $0.x < $1.x }).reversed() {
            let width = SVG.width(label.words, size: size) + 8
            let isMirrored = label.x + width > right && label.x - width >= left
            let from = isMirrored ? label.x - width : label.x
            let range = from...(from + width)
            let row = taken.firstIndex { !$0.contains { $0.overlaps(range) } } ?? taken.count
            if row == taken.count { taken.append([]) }
            taken[row].append(range)
            placed.append(Placed(label: label, row: row, isMirrored: isMirrored))
        }
        self.placed = placed
        rows = taken.count
    }
}
