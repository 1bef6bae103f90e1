import Alerts
import Statute
import Testing

/// How the texts stood at each date, drawn as one line a day.
@Suite("A barometer's timeline")
struct TimelineTests {
    private static let commitment = TimelineSample.commitment()

    /// `date kind +toward Article 1 = away/toward/depends/unknown/outside proposed …`
    private func drawn(
        _ texts: [DatedText], commitment: Commitment = commitment, country: String = "cn"
    ) -> [String] {
        TimelineSample.timeline(texts, commitment: commitment, country: country).events.map(
            TimelineSample.line)
    }

    @Test(
        "draws a draft apart, counts an adopted text from its day of effect, and replaces what stood before")
    func draftAdoptedAmended() {
        let texts = [
            TimelineSample.text("a", "2015-07-06.draft-1", says: [.requires: [3, 4]]),
            TimelineSample.text(
                "a", "2016-11-07.adopted", effective: "2017-06-01", says: [.requires: [3], .forbids: [9]]),
            TimelineSample.text(
                "a", "2025-10-28.amended", effective: "2026-01-01",
                says: [.requires: [4], .forbids: [9, 10]],
                follows: ["2016-11-07.adopted": [3: [4], 9: [9]]]),
        ]
        #expect(
            drawn(texts) == [
                "2015-07-06 proposed +away 3 +away 4 | law 0/0/0/0/0 draft 2/0/0/0/0 before",
                "2015-09-25 promise | law 0/0/0/0/0 draft 2/0/0/0/0",
                "2016-11-07 adopted -away 4 +toward 9 | law 0/0/0/0/0 draft 1/1/0/0/0",
                "2017-06-01 in-force +away 3 +toward 9 | law 1/1/0/0/0 draft 0/0/0/0/0",
                "2025-10-28 adopted +toward 10 | law 1/1/0/0/0 draft 1/2/0/0/0",
                "2026-01-01 in-force +toward 10 | law 1/2/0/0/0 draft 0/0/0/0/0",
            ])
    }

    @Test("ends a text that is suspended, repealed or superseded")
    func ends() {
        for stage in [DatedText.Stage.suspended, .repealed, .superseded] {
            let texts = [
                TimelineSample.text(
                    "a", "2014-12-26.adopted", effective: "2014-12-26", says: [.requires: [1]]),
                TimelineSample.text("a", "2016-04-13.end", stage: stage, says: [.requires: [1]]),
            ]
            #expect(
                drawn(texts).last == "2016-04-13 \(stage) -away 1 by adopted | law 0/0/0/0/0 draft 0/0/0/0/0")
        }
    }

    @Test("says which day is used where the day of effect is not known")
    func unknownEffect() {
        let texts = [TimelineSample.text("a", "2016-01-02.adopted", says: [.requires: [1]])]
        #expect(drawn(texts).last == "2016-01-02 in-force +away 1 by adopted | law 1/0/0/0/0 draft 0/0/0/0/0")
    }

    @Test("lists apart what has no day at all")
    func undated() {
        let timeline = TimelineSample.timeline([
            TimelineSample.text("a", "undated.adopted", says: [.requires: [1]])
        ])
        #expect(timeline.undated.map(\.version.name) == ["undated.adopted"])
        #expect(timeline.state(on: "2026-01-01").inForce.isEmpty)
    }

    @Test("counts what is assumed as not known, and mentions not at all")
    func unknown() {
        let texts = [
            TimelineSample.text(
                "a", "2016-01-02.adopted", effective: "2016-01-02", says: [.requires: [1], .mentions: [2]],
                fidelity: .assumed)
        ]
        #expect(drawn(texts).last == "2016-01-02 in-force +unknown 1 | law 0/0/0/1/0 draft 0/0/0/0/0")
    }

    @Test("takes what an unread text says for not known, and leaves an unread draft out")
    func unread() {
        let texts = [
            TimelineSample.text("a", "2016-01-02.adopted", effective: "2016-01-02", says: [.requires: [1]]),
            TimelineSample.text("a", "2017-01-02.draft-1", says: nil),
            TimelineSample.text("a", "2018-01-02.amended", effective: "2018-01-02", says: nil),
        ]
        let timeline = TimelineSample.timeline(texts)
        #expect(timeline.state(on: "2017-06-01").proposed.isEmpty)
        #expect(timeline.state(on: "2018-01-02").inForce == BarometerTally(unknown: 1))
        #expect(timeline.unread.map(\.version.name) == ["2017-01-02.draft-1", "2018-01-02.amended"])
    }

    @Test("does not take what an extract leaves out for repealed")
    func extract() {
        var extract = TimelineSample.text(
            "a", "2018-01-02.amended", effective: "2018-01-02", says: [.requires: [2]],
            follows: ["2016-01-02.adopted": [2: [2]]])
        extract.reading?.provenance.extract = Extract(leftOut: [], rest: true)
        let timeline = TimelineSample.timeline([
            TimelineSample.text(
                "a", "2016-01-02.adopted", effective: "2016-01-02", says: [.requires: [1, 2]]), extract,
        ])
        #expect(timeline.state(on: "2018-01-02").inForce == BarometerTally(away: 1, unknown: 1))
    }

    @Test("says of what a whole text has and the extract before it had not that it may be older")
    func afterExtract() {
        var extract = TimelineSample.text(
            "a", "2016-01-02.adopted", effective: "2016-01-02", says: [.requires: [2]])
        extract.reading?.provenance.extract = Extract(leftOut: [ProvisionPath("art_1")])
        let timeline = TimelineSample.timeline([
            extract,
            TimelineSample.text(
                "a", "2018-01-02.amended", effective: "2018-01-02",
                says: [.requires: [1, 2], .forbids: [3]],
                follows: ["2016-01-02.adopted": [2: [2], 3: [3]]]),
        ])
        let moved = timeline.events.first { $0.date == "2018-01-02" }?.movements ?? []
        #expect(moved.map(\.provision.article.rawValue) == ["art_1", "art_3"])
        #expect(moved.map(\.mayBeOlder) == [true, false])
    }

    @Test("counts what a limit takes out as outside the promise")
    func limit() {
        let commitment = TimelineSample.commitment(limits: [
            .init(id: "infrastructure", text: "", excludes: nil, takesOut: [.criticalInfrastructure])
        ])
        let texts = [
            TimelineSample.text(
                "a", "2016-01-02.adopted", effective: "2016-01-02", says: [.requires: [1], .forbids: [2]],
                actor: "关键信息基础设施的运营者")
        ]
        #expect(
            drawn(texts, commitment: commitment).last
                == "2016-01-02 in-force +outside(infrastructure) 1 +outside(infrastructure) 2 | law 0/0/0/0/2 draft 0/0/0/0/0"
        )
    }

    @Test("counts everything as outside until the promise is in force, and never before a country is bound")
    func force() {
        let texts = [
            TimelineSample.text("a", "2014-01-02.adopted", effective: "2014-01-02", says: [.requires: [1]])
        ]
        let later = TimelineSample.commitment(force: [
            ForcePeriod(party: "cn", from: "2022-01-01", force: .binding)
        ])
        #expect(
            drawn(texts, commitment: later) == [
                "2014-01-02 in-force +away 1 | law 1/0/0/0/0 draft 0/0/0/0/0 before",
                "2015-09-25 promise | law 0/0/0/0/1 draft 0/0/0/0/0 not-in-force",
                "2022-01-01 force | law 1/0/0/0/0 draft 0/0/0/0/0",
            ])
        let never = TimelineSample.commitment(force: [ForcePeriod(party: "us", force: .binding)])
        #expect(
            drawn(texts, commitment: never) == [
                "2014-01-02 in-force +outside(not-a-party) 1 | law 0/0/0/0/1 draft 0/0/0/0/0 not-a-party",
                "2015-09-25 promise | law 0/0/0/0/1 draft 0/0/0/0/0 not-a-party",
            ])
    }

    @Test("sums over instruments and follows an article that was split")
    func sums() {
        let texts = [
            TimelineSample.text("a", "2016-01-02.adopted", effective: "2016-01-02", says: [.requires: [1]]),
            TimelineSample.text(
                "a", "2018-01-02.amended", effective: "2018-01-02", says: [.requires: [5, 6]],
                follows: ["2016-01-02.adopted": [1: [5, 6]]]),
            TimelineSample.text("b", "2017-01-02.adopted", effective: "2017-01-02", says: [.permits: [7]]),
            TimelineSample.text("c", "2017-01-02.adopted", effective: "2017-01-02", says: [:]),
        ]
        let timeline = TimelineSample.timeline(texts)
        #expect(timeline.state(on: "2016-12-31").inForce == BarometerTally(away: 1))
        #expect(timeline.state(on: "2017-01-02").inForce == BarometerTally(away: 1, depends: 1))
        #expect(
            timeline.events.last.map(TimelineSample.line)?.hasPrefix("2018-01-02 in-force +away 6 |") == true)
        #expect(timeline.silent == ["cn/c"])
    }

    @Test("lets the later version in legal order stand, whatever the dates say")
    func order() {
        let texts = [
            TimelineSample.text("a", "2016-01-02.adopted", effective: "2019-01-01", says: [.requires: [1]]),
            TimelineSample.text("a", "2017-01-02.amended", effective: "2017-02-01", says: [.forbids: [1]]),
        ]
        let timeline = TimelineSample.timeline(texts)
        #expect(timeline.state(on: "2020-01-01").inForce == BarometerTally(toward: 1))
    }

    @Test("a proposal that ends without effect is told")
    func withdrawn() {
        let texts = [
            TimelineSample.text("a", "2016-01-02.draft-1", says: [.requires: [1]]),
            TimelineSample.text("a", "2017-01-02.adopted", effective: "2017-01-02", says: [:]),
        ]
        let last = TimelineSample.timeline(texts).events.last
        #expect(last?.endsProposal == "2016-01-02.draft-1")
        #expect(last?.moved == true)
    }
}
