import Alerts

/// A strip of the chart with a zero line of its own: what counts up and what counts down from it.
struct ChartLane {
    /// A state with the day from which it holds.
    struct Step {
        var day: String
        var state: BarometerState
    }

    /// Stacked on the zero line, the first one lowest.
    var up: [ChartBand]
    var down: [ChartBand]
    /// Proposed: outlines only.
    var isHollow: Bool

    func tally(_ state: BarometerState) -> BarometerTally { isHollow ? state.proposed : state.inForce }

    /// The highest stack above and below the line.
    func extent(_ steps: [Step]) -> (up: Int, down: Int) {
        func most(_ bands: [ChartBand]) -> Int {
            steps.map { step in bands.reduce(0) { $0 + $1.count(tally(step.state)) } }.max() ?? 0
        }
        return (most(up), most(down))
    }

    /// The lanes that have anything to show.
    static func lanes(_ steps: [Step]) -> [ChartLane] {
        [
            ChartLane(up: [.toward], down: [.away], isHollow: false),
            ChartLane(up: [.depends], down: [], isHollow: false),
            ChartLane(up: [.unknown], down: [], isHollow: false),
            ChartLane(up: [.outside], down: [], isHollow: false),
            ChartLane(up: [.toward, .depends, .unknown, .outside], down: [.away], isHollow: true),
        ].filter { lane in
            let extent = lane.extent(steps)
            return extent.up + extent.down > 0
        }
    }

    /// The bands drawn, with the zero line at `zero`.
    ///
    /// - Parameters:
    ///   - unit: height of one provision.
    ///   - patterns: prefix of the patterns' ids.
    func drawn(_ steps: [Step], zero: Double, unit: Double, axis: TimeAxis, patterns: String) -> String {
        var out = ""
        var values = ""
        for (bands, sign) in [(up, -1.0), (down, 1.0)] {
            var floor = steps.map { _ in 0 }
            for band in bands {
                let counts = steps.map { band.count(tally($0.state)) }
                for run in Self.runs(counts) {
                    out += area(band, run, floor, counts, steps, zero, sign * unit, axis, patterns)
                }
                values += labels(band, floor, counts, steps, zero, sign * unit, axis)
                for index in floor.indices { floor[index] += counts[index] }
            }
        }
        return out + SVG.line(axis.left, zero, axis.right, zero, class: "zero") + values
    }

    /// The stretches of steps on which a count is above nought.
    private static func runs(_ counts: [Int]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for index in counts.indices where counts[index] > 0 {
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<(index + 1)
            } else {
                runs.append(index..<(index + 1))
            }
        }
        return runs
    }

    private func end(_ index: Int, _ steps: [Step], _ axis: TimeAxis) -> Double {
        index + 1 < steps.count ? axis.x(steps[index + 1].day) : axis.right
    }

    private func area(
        _ band: ChartBand, _ run: Range<Int>, _ floor: [Int], _ counts: [Int], _ steps: [Step],
        _ zero: Double,
        _ unit: Double, _ axis: TimeAxis, _ patterns: String
    ) -> String {
        var data = ""
        func point(_ x: Double, _ height: Int) {
            data += "\(data.isEmpty ? "M" : "L")\(SVG.number(x)) \(SVG.number(zero + Double(height) * unit))"
        }
        for index in run {
            point(axis.x(steps[index].day), floor[index] + counts[index])
            point(end(index, steps, axis), floor[index] + counts[index])
        }
        for index in run.reversed() {
            point(end(index, steps, axis), floor[index])
            point(axis.x(steps[index].day), floor[index])
        }
        let hasPattern = !isHollow && band != .outside
        return SVG.path(
            data + "Z", class: "\(isHollow ? "hollow" : "area") \(band.rawValue)",
            fill: hasPattern ? "\(patterns)-\(band.rawValue)" : nil)
    }

    /// The count in each stretch of equal height, where there is room for it.
    private func labels(
        _ band: ChartBand, _ floor: [Int], _ counts: [Int], _ steps: [Step], _ zero: Double, _ unit: Double,
        _ axis: TimeAxis
    ) -> String {
        var out = ""
        var index = 0
        while index < steps.count {
            var last = index
            while last + 1 < steps.count, counts[last + 1] == counts[index], floor[last + 1] == floor[index] {
                last += 1
            }
            let from = axis.x(steps[index].day)
            let width = end(last, steps, axis) - from
            let words = "\(band.sign(isHollow: isHollow))\(counts[index])"
            let height = Double(counts[index]) * abs(unit)
            let isAlone = floor[index] == 0 && bands(of: unit, at: steps[index].state) == 1
            if counts[index] > 0, width > SVG.width(words, size: 11) + 4, height >= 11 || isAlone {
                let middle = zero + (Double(floor[index]) + Double(counts[index]) / 2) * unit + 4
                // A band that is too thin for words has them outside.
                let beyond = unit < 0 ? zero - height - 3 : zero + height + 11
                out += SVG.text(words, x: from + 5, y: height >= 11 ? middle : beyond, class: "value")
            }
            index = last + 1
        }
        return out
    }

    /// How many bands stand on one side of the line.
    private func bands(of unit: Double, at state: BarometerState) -> Int {
        (unit < 0 ? up : down).count { $0.count(tally(state)) > 0 }
    }
}
