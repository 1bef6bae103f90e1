@testable import Redline

/// Links by wording: the best candidates first, heirs in place, whole joins, whole wording, commencement.
enum PlainPairing {
    /// The same thresholds, bonuses and rivals as ``GreedyPairing``, looked at candidate by candidate.
    static func link(
        _ candidates: [WordingVotes.Candidate], _ thresholds: [Float], _ links: inout PlainLinks
    ) {
        func best(_ candidate: WordingVotes.Candidate) -> Float {
            candidates.filter { $0.old == candidate.old || $0.new == candidate.new }.map(\.score).max() ?? 0
        }
        for threshold in thresholds {
            while true {
                let ready = candidates.compactMap { candidate -> WordingVotes.Candidate? in
                    let (old, new) = (Int(candidate.old), Int(candidate.new))
                    guard candidate.score >= 0.10, links.mayLink(old, new) else { return nil }
                    guard candidate.score >= 0.35 || candidate.score + 0.15 >= best(candidate) else {
                        return nil
                    }
                    let neighbours = links.neighbours(old, new)
                    var lifted = candidate
                    lifted.score +=
                        neighbours == 2 && candidate.score >= 0.30 ? 0.20 : 0.08 * Float(neighbours)
                    return lifted.score >= threshold ? lifted : nil
                }
                if ready.isEmpty { break }
                for candidate in ready.sorted(by: { ($0.score, $1.old, $1.new) > ($1.score, $0.old, $0.new) })
                where links.mayLink(Int(candidate.old), Int(candidate.new)) {
                    links.link(Int(candidate.old), Int(candidate.new), .wording)
                }
            }
        }
    }

    static func linkHeirsInPlace(_ votes: PlainVotes, _ links: inout PlainLinks) {
        for unit in links.olds.indices {
            guard let before = unit == 0 ? -1 : links.ofOld[unit - 1], links.mayLink(unit, before + 1),
                links.neighbours(unit, before + 1) == 2, votes.dice(unit, before + 1) >= 0.40
            else { continue }
            links.link(unit, before + 1, .wording)
        }
    }

    /// Pairs of one free and one taken provision whose candidate beats all strangers by a margin.
    static func wholeJoins(_ candidates: [WordingVotes.Candidate], _ links: PlainLinks) -> Set<
        WholeJoins.Pair
    > {
        let found = candidates.filter { candidate in
            let (old, new) = (Int(candidate.old), Int(candidate.new))
            guard (links.ofOld[old] == nil) != (links.ofNew[new] == nil), candidate.score >= 0.30,
                candidate.shared >= 25 * 1_024, candidate.containment >= 0.30
            else { return false }
            return !candidates.contains { other in
                guard (other.old == candidate.old) != (other.new == candidate.new),
                    links.ofOld[Int(other.old)] != Int(other.new)
                else { return false }
                return other.score > candidate.score - 0.10
            }
        }
        return Set(found.map { WholeJoins.Pair(old: $0.old, new: $0.new) })
    }

    /// Six to eighty tokens, the marks at the end apart, that stand in exactly one provision that was free.
    static func linkWholeWording(_ links: inout PlainLinks) {
        let (olds, news) = (links.freeOlds, links.freeNews)
        for unit in olds {
            let homes = news.filter {
                links.mayPair(unit, $0) && stands(links.olds[unit], in: links.news[$0])
            }
            if homes.count == 1, links.mayLink(unit, homes[0]) { links.link(unit, homes[0], .wording) }
        }
        for unit in news where links.ofNew[unit] == nil {
            let homes = olds.filter {
                links.mayPair($0, unit) && stands(links.news[unit], in: links.olds[$0])
            }
            if homes.count == 1, links.mayLink(homes[0], unit) { links.link(homes[0], unit, .wording) }
        }
    }

    private static func stands(_ unit: PlainUnit, in other: PlainUnit) -> Bool {
        let marks = unit.tokens.reversed().prefix { $0.isMark }.count
        let wanted = Array(unit.ids.dropLast(marks))
        guard (6...80).contains(wanted.count), other.tokens.count >= wanted.count else { return false }
        return (0...(other.tokens.count - wanted.count)).contains {
            Array(other.ids[$0..<($0 + wanted.count)]) == wanted
        }
    }

    static func linkCommencement(_ read: (old: [Int], new: [Int]), _ links: inout PlainLinks) {
        guard let old = commencement(links.olds, read.old), let new = commencement(links.news, read.new),
            links.mayLink(old, new)
        else { return }
        links.link(old, new, .wording)
    }

    /// Of the last two articles the last that says so in less than 200 tokens and was read.
    private static func commencement(_ units: [PlainUnit], _ read: [Int]) -> Int? {
        units.indices.filter { units[$0].family == .article }.suffix(2).last { unit in
            read.contains(unit) && units[unit].tokens.count < 200
                && !commencements.hits(in: units[unit].tokens).isEmpty
        }
    }

    private static let commencements = Lexicon(
        [
            "起施行", "施行日期", "起生效", "comes into force", "come into force", "enters into force",
            "enter into force", "comes into effect", "come into effect", "takes effect", "take effect",
            "effective as of",
        ].map { ($0, .formula) })
}
