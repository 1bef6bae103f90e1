/// The natural logarithm: the core imports no library of mathematics, and the same bits come out on every machine.
enum NaturalLogarithm {
    private static let ofTwo = 0.693_147_180_559_945_3

    /// - Parameter x: above 0; anything else counts as the smallest number above 0.
    static func of(_ x: Double) -> Double {
        let x = x > .leastNormalMagnitude && x.isFinite ? x : .leastNormalMagnitude
        // ln(2^k · s) with s in 1..<2, and ln s = 2·artanh((s − 1) / (s + 1)).
        let s = x.significand
        let t = (s - 1) / (s + 1)
        let square = t * t
        var power = t
        var sum = 0.0
        for odd in stride(from: 1, through: 23, by: 2) {
            sum += power / Double(odd)
            power *= square
        }
        return Double(x.exponent) * ofTwo + 2 * sum
    }
}
