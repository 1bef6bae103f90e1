import Statute
import Testing

@testable import Redline

/// Blame of laws made by chance, against an answer found another way.
@Suite struct BlamePropertyTests {
    @Test(arguments: 0..<6)
    func livingLawsAreBlamedAsALabellingThatGoesForward(_ block: UInt64) {
        for seed in 0..<4 {
            var living = LivingLaw(seed: block * 100 + UInt64(seed), articles: 12, isEnglish: seed % 3 == 2)
            let texts = living.versions(5).map(\.text)
            agree(texts, "living \(block) \(seed)")
        }
    }

    @Test(arguments: 0..<8)
    func mutatedLawsAreBlamedAsALabellingThatGoesForward(_ block: UInt64) {
        for seed in 0..<6 {
            var laws = RandomLaw(random: Seeded(9_000 + block * 100 + UInt64(seed)))
            var texts = [laws.law()]
            for _ in 0..<3 { texts.append(laws.mutated(texts[texts.count - 1])) }
            agree(texts, "mutated \(block) \(seed)")
        }
    }

    /// The law itself knows which version wrote a sentence; alignment may be wrong about a few.
    @Test func nearlyAllSentencesAreGivenToTheVersionThatWroteThem() {
        var (right, wrong) = (0, 0)
        for seed in 0..<12 {
            var living = LivingLaw(seed: 500 + UInt64(seed), articles: 25, isEnglish: seed % 2 == 1)
            let versions = living.versions(6, changes: 5)
            var blame = Blame(versions.enumerated().map { BlameVersion("v\($0)", .held($1.text, .official)) })
            let last = versions.count - 1
            for (article, sentences) in zip(blame.all(in: last), versions[last].sentences) {
                var place = 0
                for sentence in sentences {
                    let end = place + sentence.words.unicodeScalars.count
                    // The version of most of its words.
                    var votes: [Int: Int] = [:]
                    for run in article.runs {
                        let common = run.range.clamped(to: place..<end).count
                        votes[article.origins[run.origin].version, default: 0] += common
                    }
                    if votes.max(by: { $0.value < $1.value })?.key == sentence.version {
                        right += 1
                    } else {
                        wrong += 1
                    }
                    place = end + (article.provision.string.utf8.contains(0x54) ? 1 : 0)
                }
            }
        }
        #expect(right > 500)
        #expect(wrong * 25 < right, "right \(right), wrong \(wrong)")
    }

    @Test(arguments: 0..<4)
    func aVersionThatIsNotHeldChangesDoubtsOnly(_ block: UInt64) {
        for seed in 0..<3 {
            var living = LivingLaw(seed: 7_000 + block * 100 + UInt64(seed), articles: 10)
            let texts = living.versions(4).map(\.text)
            let whole = texts.enumerated().map { BlameVersion("v\($0)", .held($1, .official)) }
            let gap = (seed + Int(block)) % 4
            var holed = whole
            holed.insert(BlameVersion("gap", .absent(.notHeld)), at: gap)
            var (plain, doubting) = (Blame(whole), Blame(holed))
            for (a, b) in zip(plain.all(in: 3), doubting.all(in: 4)) {
                #expect(a.runs.map(\.range) == b.runs.map(\.range) && a.runs.map(\.was) == b.runs.map(\.was))
                for (x, y) in zip(a.runs, b.runs) {
                    let (one, other) = (a.origins[x.origin], b.origins[y.origin])
                    #expect(other.version == (one.version < gap ? one.version : one.version + 1))
                    #expect(other.doubts.isEmpty == (one.version != gap))
                    #expect(other.kind == (one.kind == .original && gap == 0 ? .firstSeen : one.kind))
                }
            }
        }
    }

    @Test func wordsThatAreOnlyAssumedAreNobodysOrigin() {
        for seed in 0..<15 {
            var living = LivingLaw(seed: 8_000 + UInt64(seed), articles: 10)
            let texts = living.versions(5).map(\.text)
            var random = random(seed)
            let versions = texts.enumerated().map { index, text in
                var provenance = Provenance.official
                for provision in text.articleLevel where Bool.random(using: &random) {
                    provenance.records[provision.path] = .init(fidelity: .assumed, basis: "another")
                }
                return BlameVersion("v\(index)", .held(text, provenance))
            }
            var blame = Blame(versions)
            for found in blame.all(in: 4) {
                check(found, versions, "assumed \(seed)")
                for origin in found.origins {
                    #expect((origin.record.fidelity == .assumed) == (origin.kind == .standIn))
                    #expect(origin.kind != .standIn || origin.version == 4)
                }
            }
        }
    }

    @Test func whateverTheVersionsHoldTheRunsGiveTheWords() {
        for seed in 0..<60 {
            var laws = RandomLaw(random: Seeded(40_000 + UInt64(seed)))
            var random = random(seed)
            var text = laws.law()
            var versions: [BlameVersion] = []
            for place in 0..<5 {
                if place > 0 { text = Bool.random(using: &random) ? laws.mutated(text) : laws.law() }
                var provenance = Provenance.official
                for provision in text.articleLevel {
                    for line in ArticleText(provision).lines where Int.random(in: 0..<4, using: &random) == 0
                    {
                        provenance.records[line.path] = .init(fidelity: .assumed)
                    }
                }
                if Bool.random(using: &random) { provenance.extract = Extract(leftOut: [], rest: true) }
                let isAbsent = place < 4 && Int.random(in: 0..<4, using: &random) == 0
                versions.append(
                    BlameVersion("v\(place)", isAbsent ? .absent(.notHeld) : .held(text, provenance)))
            }
            var blame = Blame(versions)
            for found in blame.all(in: 4) { check(found, versions, "whatever \(seed)") }
        }
    }

    // MARK: Checks

    private func random(_ seed: Int) -> Seeded { Seeded(UInt64(seed) + 77) }

    private func agree(_ texts: [StatuteText], _ name: String) {
        let versions = texts.enumerated().map { BlameVersion("v\($0)", .held($1, .official)) }
        let expected = ForwardOrigins(texts)
        var blame = Blame(versions)
        for place in texts.indices.suffix(2) {
            let all = blame.all(in: place)
            var again = Blame(versions)
            #expect(again.all(in: place) == all, "\(name), again")
            for found in all {
                check(found, versions, name)
                let labels = found.runs.flatMap { run in
                    run.range.map { _ in
                        let origin = found.origins[run.origin]
                        return ForwardOrigins.Label(
                            version: origin.version, path: origin.provision, kind: origin.kind)
                    }
                }
                #expect(
                    labels == expected.labels[place][found.provision.path], "\(name), v\(place) \(found.part)"
                )
            }
        }
    }

    private func check(_ found: ProvisionBlame, _ versions: [BlameVersion], _ name: String) {
        let text = Array(found.provision.string.unicodeScalars)
        #expect(
            found.runs.map { found.words(of: $0) }.joined().utf8.elementsEqual(text[found.range].string.utf8),
            "\(name)")
        var next = found.range.lowerBound
        for run in found.runs {
            #expect(run.range.lowerBound == next && !run.range.isEmpty, "\(name)")
            next = run.range.upperBound
            let origin = found.origins[run.origin]
            let provisions = versions[origin.version].text?.articleLevel ?? []
            let old =
                provisions.first { $0.path == origin.provision }.map {
                    Array(ArticleText($0).string.unicodeScalars)
                } ?? []
            #expect(run.was.upperBound <= old.count, "\(name)")
            guard run.was.upperBound <= old.count, run.touches.isEmpty else { continue }
            #expect(
                old[run.was].string.utf8.elementsEqual(found.words(of: run).utf8), "\(name), \(found.part)")
        }
        #expect(next == found.range.upperBound, "\(name)")
        #expect(
            found.origins.indices.allSatisfy { index in found.runs.contains { $0.origin == index } },
            "\(name)")
        #expect(found.lineage.map(\.version) == Array(versions.indices), "\(name)")
    }
}
