/// Aligns the lines of one provision in two languages: one to one, one to two, two to one, or alone, by dynamic
/// programming over what Gale and Church (1993) call beads, with their prior probabilities.
struct LineBeads {
    let evidence: PairEvidence
    let zh: [BilingualUnit]
    let en: [BilingualUnit]

    struct Bead: Sendable, Hashable {
        var zh: Range<Int>
        var en: Range<Int>
    }

    /// Lines × lines; beyond it lines go one to one only, in a band.
    private static let mostCells = 1_000_000

    /// −ln of .89, .0099 and .089.
    private static let alone = 4.6
    private static let merged = 2.4

    /// Every line of either side is in exactly one bead.
    func beads() -> [Bead] {
        guard zh.count * en.count <= Self.mostCells else { return chain() }
        let width = en.count + 1
        var best = [Double](repeating: -.infinity, count: (zh.count + 1) * width)
        var moves = [UInt8](repeating: 0, count: best.count)
        best[0] = 0
        for a in 0...zh.count {
            for b in 0...en.count where a + b > 0 {
                let at = a * width + b
                for (index, step) in Self.steps.enumerated() where a >= step.zh && b >= step.en {
                    let from = best[at - step.zh * width - step.en]
                    guard from > -.infinity else { continue }
                    let total = from + score((a - step.zh)..<a, (b - step.en)..<b)
                    if total > best[at] {
                        best[at] = total
                        moves[at] = UInt8(index)
                    }
                }
            }
        }
        var found: [Bead] = []
        var (a, b) = (zh.count, en.count)
        while a + b > 0 {
            let step = Self.steps[Int(moves[a * width + b])]
            found.append(Bead(zh: (a - step.zh)..<a, en: (b - step.en)..<b))
            a -= step.zh
            b -= step.en
        }
        return found.reversed()
    }

    private static let steps: [(zh: Int, en: Int)] = [(1, 1), (1, 2), (2, 1), (1, 0), (0, 1)]

    private func score(_ a: Range<Int>, _ b: Range<Int>) -> Double {
        switch (a.count, b.count) {
        case (0, _), (_, 0): -Self.alone
        case (1, 1): pair(zh[a.lowerBound], en[b.lowerBound])
        default:
            evidence.words(merged(zh[a]), merged(en[b])) - Self.merged
                - (joinsItems(zh[a]) || joinsItems(en[b]) ? Self.alone : 0)
        }
    }

    /// Paragraphs are cut at will; who translates a list keeps its items.
    private func joinsItems(_ lines: ArraySlice<BilingualUnit>) -> Bool {
        lines.count > 1 && lines.allSatisfy { !$0.number.isEmpty && $0.shape != "p" }
    }

    private func pair(_ zh: BilingualUnit, _ en: BilingualUnit) -> Double {
        let labels =
            zh.number.isEmpty || en.number.isEmpty ? 0 : Exactly.equal(zh.number, en.number) ? 0.8 : -0.4
        return evidence.words(zh, en) + labels
    }

    /// Several lines as one; a line of the same kind as another counts once in the shape.
    private func merged(_ lines: ArraySlice<BilingualUnit>) -> BilingualUnit {
        guard var unit = lines.first else {
            return BilingualUnit(family: .point, number: "", container: "", shape: "", length: 0, anchors: [])
        }
        for line in lines.dropFirst() {
            unit.length += line.length
            if !Exactly.equal(unit.shape, line.shape) { unit.shape += line.shape }
            let all = (unit.anchors + line.anchors).sorted()
            unit.anchors = all.enumerated().filter { $0.offset == 0 || all[$0.offset - 1] != $0.element }
                .map(\.element)
        }
        return unit
    }

    private func chain() -> [Bead] {
        let pairs = MonotoneChain(gap: Self.alone / 2).pairs(
            zh.count, en.count, centres: zh.indices.map { $0 * en.count / max(zh.count, 1) }
        ) { pair(zh[$0], en[$1]) }
        var found: [Bead] = []
        var (a, b) = (0, 0)
        for pair in pairs + [(zh.count, en.count)] {
            while a < pair.row {
                found.append(Bead(zh: a..<(a + 1), en: b..<b))
                a += 1
            }
            while b < pair.column {
                found.append(Bead(zh: a..<a, en: b..<(b + 1)))
                b += 1
            }
            guard a < zh.count, b < en.count else { break }
            found.append(Bead(zh: a..<(a + 1), en: b..<(b + 1)))
            a += 1
            b += 1
        }
        return found
    }
}
