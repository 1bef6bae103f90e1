import Statute

/// Aligns the lines of two linked provisions: equal lines that stand once on each side, equal lines in step with them,
/// lines in which the words of the pair's diff stand, other lines by the words they share, and what is left between two
/// linked neighbours.
///
/// Each step is linear in the tokens of the pair, but for sorting; see ``PartOverlap`` for the one that compares lines
/// with lines.
struct PartAligner {
    private let diff: PairDiff
    private let old: PartLines
    private let new: PartLines
    private var ofOld: [Int]
    private var ofNew: [Int]
    private var grounds: [PartLink.Ground]

    /// Common words over all words from which lines in step belong together, and so do a paragraph and an item.
    private static let inStep = 0.5
    /// Weighted overlap from which lines of one kind belong together wherever they stand.
    private static let alike = 0.4
    /// Words of a line found in one other, from which on it is that other's heir though it grew or shrank.
    private static let mostWords = 0.6
    private static let leastWords = 6
    /// Overlap that is enough between linked neighbours.
    private static let inPlace = 0.15

    /// The parts of a link between two provisions whose words differ, in the order of the old lines.
    static func parts(_ diff: PairDiff, _ before: ArticleText, _ after: ArticleText) -> [PartLink] {
        if before.lines.count == 1, after.lines.count == 1 {
            // Most provisions: nothing to look for.
            return [
                PartLink(
                    before: before.lines[0].path, after: after.lines[0].path, oldLine: 0, newLine: 0,
                    similarity: diff.similarity, ground: diff.similarity >= alike ? .wording : .place,
                    moved: false)
            ]
        }
        var aligner = PartAligner(diff, before, after)
        aligner.align()
        return aligner.links(before, after)
    }

    private init(_ diff: PairDiff, _ before: ArticleText, _ after: ArticleText) {
        self.diff = diff
        old = PartLines(diff.old.passage, before)
        new = PartLines(diff.new.passage, after)
        ofOld = [Int](repeating: -1, count: old.count)
        ofNew = [Int](repeating: -1, count: new.count)
        grounds = [PartLink.Ground](repeating: .exact, count: old.count)
    }

    private mutating func align() {
        linkUnique()
        linkInStep()
        let votes = votes()
        let (old, new) = (old.counts, new.counts)
        link(votes) { vote in
            Double(2 * vote.count) >= Self.inStep * Double(old[vote.old] + new[vote.new])
        }
        linkInStep()
        linkRepeated()
        linkAlike()
        link(votes) { vote in
            let fewer = min(old[vote.old], new[vote.new])
            return vote.count >= Self.leastWords && Double(vote.count) >= Self.mostWords * Double(fewer)
        }
        linkInPlace()
    }

    private mutating func link(_ i: Int, _ j: Int, _ ground: PartLink.Ground) {
        ofOld[i] = j
        ofNew[j] = i
        grounds[i] = ground
    }

    private func isFree(_ i: Int, _ j: Int) -> Bool {
        ofOld.indices.contains(i) && ofNew.indices.contains(j) && ofOld[i] < 0 && ofNew[j] < 0
    }

    /// Equal words; lines without words only within their kind.
    private func areEqual(_ i: Int, _ j: Int) -> Bool {
        old.hashes[i] == new.hashes[j] && (old.kinds[i] == new.kinds[j] || old.counts[i] > 0)
            && old.words(i) == new.words(j)
    }

    // MARK: Equal lines

    private mutating func linkUnique() {
        let (before, after) = (Self.once(old.hashes), Self.once(new.hashes))
        for i in 0..<old.count {
            guard before[old.hashes[i]] == i, let j = after[old.hashes[i]], j >= 0, areEqual(i, j) else {
                continue
            }
            link(i, j, .exact)
        }
    }

    /// For each hash its line, or -1 where several have it.
    private static func once(_ hashes: [UInt64]) -> [UInt64: Int] {
        Dictionary(hashes.enumerated().map { ($1, $0) }) { _, _ in -1 }
    }

    /// Equal lines next to linked ones, from the ends of the provision on.
    private mutating func linkInStep() {
        for i in 0..<old.count where ofOld[i] < 0 {
            let last = i == 0 ? -1 : ofOld[i - 1]
            if i > 0, last < 0 { continue }
            if isFree(i, last + 1), areEqual(i, last + 1) { link(i, last + 1, .neighbour) }
        }
        for i in (0..<old.count).reversed() where ofOld[i] < 0 {
            let next = i + 1 == old.count ? new.count : ofOld[i + 1]
            if next > 0, isFree(i, next - 1), areEqual(i, next - 1) { link(i, next - 1, .neighbour) }
        }
    }

    /// What is left of equal lines, the first to the first.
    private mutating func linkRepeated() {
        var free: [UInt64: [Int]] = [:]
        for j in (0..<new.count).reversed() where ofNew[j] < 0 { free[new.hashes[j], default: []].append(j) }
        for i in 0..<old.count where ofOld[i] < 0 {
            guard let j = free[old.hashes[i]]?.last, areEqual(i, j) else { continue }
            free[old.hashes[i]]?.removeLast()
            link(i, j, .neighbour)
        }
    }

    // MARK: Lines that share words

    /// How many words of an old line have their partners in a new one.
    private struct Vote {
        var old: Int
        var new: Int
        var count: Int
    }

    /// Partners increase, so the votes of one pair of lines stand in a row.
    private func votes() -> [Vote] {
        var votes: [Vote] = []
        var (here, there) = (0, 0)
        for (index, other) in diff.partner.enumerated() where other >= 0 {
            let token = old.passage.tokens[index]
            if token.isMark || token.kind == .label { continue }
            while here + 1 < old.count, old.tokens[here].upperBound <= index { here += 1 }
            while there + 1 < new.count, new.tokens[there].upperBound <= Int(other) { there += 1 }
            if let last = votes.last, last.old == here, last.new == there {
                votes[votes.count - 1].count += 1
            } else {
                votes.append(Vote(old: here, new: there, count: 1))
            }
        }
        return votes.sorted { ($0.count, $1.old, $1.new) > ($1.count, $0.old, $0.new) }
    }

    private mutating func link(_ votes: [Vote], where holds: (Vote) -> Bool) {
        for vote in votes where isFree(vote.old, vote.new) && holds(vote) {
            link(vote.old, vote.new, .wording)
        }
    }

    private mutating func linkAlike() {
        let candidates = PartOverlap(old, new, ofOld, ofNew).candidates
        for candidate in candidates where isFree(candidate.old, candidate.new) {
            let least = old.kinds[candidate.old] == new.kinds[candidate.new] ? Self.alike : Self.inStep
            if candidate.score >= least { link(candidate.old, candidate.new, .wording) }
        }
    }

    /// One line left on each side between two linked neighbours, or the end.
    private mutating func linkInPlace() {
        for i in 0..<old.count where ofOld[i] < 0 {
            let last = i == 0 ? -1 : ofOld[i - 1]
            let next = i + 1 == old.count ? new.count : ofOld[i + 1]
            if i > 0, last < 0 { continue }
            let j = last + 1
            guard next == j + 1, isFree(i, j), old.kinds[i] == new.kinds[j], similarity(i, j) >= Self.inPlace
            else { continue }
            link(i, j, .place)
        }
    }

    // MARK: The result

    private func links(_ before: ArticleText, _ after: ArticleText) -> [PartLink] {
        let linked = ofOld.indices.filter { ofOld[$0] >= 0 }
        let row = linked.map { (value: ofOld[$0], weight: old.counts[$0] + new.counts[ofOld[$0]]) }
        var moved = [Bool](repeating: true, count: linked.count)
        for index in IncreasingChain.heaviest(row) { moved[index] = false }
        return zip(linked, moved).map { i, moved in
            let j = ofOld[i]
            return PartLink(
                before: before.lines[i].path, after: after.lines[j].path, oldLine: i, newLine: j,
                similarity: similarity(i, j), ground: grounds[i], moved: moved)
        }
    }

    private func similarity(_ i: Int, _ j: Int) -> Double {
        if areEqual(i, j) { return 1 }
        let all = old.counts[i] + new.counts[j]
        guard all > 0 else { return 1 }
        let (a, b) = (old.sortedWords(i), new.sortedWords(j))
        var (x, y, common) = (0, 0, 0)
        while x < a.count, y < b.count {
            if a[x] == b[y] {
                common += 1
                x += 1
                y += 1
            } else if a[x] < b[y] {
                x += 1
            } else {
                y += 1
            }
        }
        return Double(2 * common) / Double(all)
    }
}
