/// Finds where in a sentence the weight lies that decided: what is shown as the place of the measure.
enum HeaviestStretch {
    /// The run of signs, within one clause, whose weights less a quarter of the greatest have the largest sum
    /// (Kadane's algorithm); nil where no sign has a positive weight. Linear.
    static func find(_ weights: [Int], borders isBorder: (Int) -> Bool) -> Range<Int>? {
        guard let greatest = weights.max(), greatest > 0 else { return nil }
        let toll = greatest / 4
        var best: (sum: Int, range: Range<Int>)?
        var sum = 0
        var start = 0
        for place in weights.indices {
            if sum <= 0 {
                sum = 0
                start = place
            }
            if isBorder(place) {
                sum = 0
                start = place + 1
                continue
            }
            sum += weights[place] - toll
            if sum > best?.sum ?? 0 { best = (sum, start..<(place + 1)) }
        }
        return best?.range
    }
}
