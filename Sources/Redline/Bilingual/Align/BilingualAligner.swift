import Statute

/// Finds which provisions of two languages belong together: numbers first, but only where the words do not speak
/// against them, so that a text of another version is not paired number by number with the wrong articles.
struct BilingualAligner {
    private let zh: BilingualSide
    private let en: BilingualSide
    private let zhUnits: [BilingualUnit]
    private let enUnits: [BilingualUnit]
    private let table: AnchorTable
    private let evidence: PairEvidence
    /// For each Chinese provision, the English one of the same path; -1 where there is none.
    private let sameNumber: [Int]

    init(zh zhText: StatuteText, en enText: StatuteText) {
        zh = BilingualSide(zhText, as: .zh)
        var english = BilingualSide(enText, as: .en)
        english.addNames(of: zh)
        en = english
        table = AnchorTable(zh, en)
        let (zhUnits, enUnits) = (zh.units(table), english.units(table))
        let places = Dictionary(english.texts.indices.map { (english.texts[$0].path, $0) }) { first, _ in
            first
        }
        let sameNumber = zh.texts.map { places[$0.path] ?? -1 }
        var lengths: [(zh: Double, en: Double)] = []
        for (index, other) in sameNumber.enumerated() where other >= 0 {
            lengths.append((zhUnits[index].length, enUnits[other].length))
        }
        let model = LengthModel(pairs: lengths, lengths: enUnits.map(\.length))
        evidence = PairEvidence(table, model, units: zhUnits + enUnits)
        self.zhUnits = zhUnits
        self.enUnits = enUnits
        self.sameNumber = sameNumber
    }

    /// Nats lost for each provision that is left alone.
    private static let gap = 2.5
    /// A pair whose words say less is none: with no neighbour in step, with one, with two or an equal number.
    private static let leastHeld = [0.5, -2.0, -4.0]

    func alignment() -> BilingualAlignment {
        let found = links()
        let pairs = found.indices.map { pair(found, $0) }
        let zhPaired = Set(found.map(\.zh))
        let enPaired = Set(found.map(\.en))
        let unpairedChinese = zh.texts.indices.filter { !zhPaired.contains($0) }.map { zh.texts[$0] }
        let unpairedEnglish = en.texts.indices.filter { !enPaired.contains($0) }.map { en.texts[$0] }
        let check = TranslationCheck(pairs: pairs, zhAlone: unpairedChinese, enAlone: unpairedEnglish)
        let notes = check.notes(anchors: found.map { (zh.anchors[$0.zh], en.anchors[$0.en]) })
        return BilingualAlignment(
            pairs: pairs, unpairedChinese: unpairedChinese, unpairedEnglish: unpairedEnglish, notes: notes)
    }

    private struct Link {
        var zh: Int
        var en: Int
        /// Without the number.
        var words: Double
        var hasNumber: Bool
    }

    private func links() -> [Link] {
        let chain = MonotoneChain(gap: Self.gap).pairs(
            zhUnits.count, enUnits.count, centres: centres
        ) { evidence.provisions(zhUnits[$0], enUnits[$1]) }
        var links = chain.map { a, b in
            Link(
                zh: a, en: b, words: evidence.words(zhUnits[a], enUnits[b]),
                hasNumber: !zhUnits[a].number.isEmpty && Exactly.equal(zhUnits[a].number, enUnits[b].number))
        }
        let held = links.indices.map { neighboursInStep(links, $0) }
        links = zip(links, held).filter { link, neighbours in
            link.words >= (link.hasNumber ? Self.leastHeld[2] : Self.leastHeld[neighbours])
        }.map(\.0)
        return areOfOneLaw(links) ? links : []
    }

    /// Of two different laws some provisions look alike by chance: few pairs, or pairs that only their numbers hold
    /// together, are taken for none.
    private func areOfOneLaw(_ links: [Link]) -> Bool {
        let fewer = min(zhUnits.count, enUnits.count)
        return links.count * 3 >= fewer && links.reduce(0) { $0 + min($1.words, 4) } > 0
    }

    /// How many of the pairs beside it stand directly before and after it in both texts: 0, 1 or 2. The ends of both
    /// texts count as pairs.
    private func neighboursInStep(_ links: [Link], _ index: Int) -> Int {
        let link = links[index]
        let isAfter =
            index == 0
            ? link.zh == 0 && link.en == 0
            : links[index - 1].zh == link.zh - 1 && links[index - 1].en == link.en - 1
        let isBefore =
            index + 1 == links.count
            ? link.zh + 1 == zhUnits.count && link.en + 1 == enUnits.count
            : links[index + 1].zh == link.zh + 1 && links[index + 1].en == link.en + 1
        return (isAfter ? 1 : 0) + (isBefore ? 1 : 0)
    }

    private var centres: [Int] {
        var last = -1
        return sameNumber.map { other in
            last = other >= 0 ? other : min(last + 1, enUnits.count)
            return last
        }
    }

    private func pair(_ links: [Link], _ index: Int) -> BilingualPair {
        let link = links[index]
        let shared = evidence.shared(zhUnits[link.zh].anchors, enUnits[link.en].anchors)
        let beads = LineBeads(
            evidence: evidence, zh: zh.lines(of: link.zh, table), en: en.lines(of: link.en, table)
        )
        .beads()
        let (zhText, enText) = (zh.texts[link.zh], en.texts[link.en])
        return BilingualPair(
            zh: zhText, en: enText,
            ground: link.hasNumber ? .number : shared.firm > 0 ? .anchors : .structure,
            confidence: confidence(links, index), evidence: link.words,
            lines: beads.map { bead in
                BilingualPair.Lines(
                    zh: zhText.lines[bead.zh].map(\.path), en: enText.lines[bead.en].map(\.path))
            })
    }

    /// From what the words say; a pair that its number or its neighbours hold is surer.
    private func confidence(_ links: [Link], _ index: Int) -> BilingualPair.Confidence {
        let link = links[index]
        let words = link.words + (link.hasNumber ? 2 : 0) + (neighboursInStep(links, index) == 2 ? 1.5 : 0)
        return words >= 5 ? .high : words >= 2 ? .medium : .low
    }
}
