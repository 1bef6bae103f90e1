import Alerts
import Rendering
import Statute

/// An invented law on an invented promise: drafted, adopted, amended without effect, suspended.
enum BarometerFixtures {
    static let view = view(title: "Sample Law")

    static func view(title: String) -> BarometerView {
        let before = ["2016-11-07.adopted": follows([3, 4, 9])]
        return view([
            text(title, "2015-07-06.draft-1", .draft, nil, [.requires: [3]]),
            text(title, "2016-11-07.adopted", .adopted, "2017-06-01", [.requires: [3, 4], .forbids: [9]]),
            text(
                title, "2018-01-02.amended", .adopted, "2018-02-01", [.requires: [3, 4], .forbids: [9]],
                follows: before),
            text(title, "2020-03-04.suspended", .suspended, nil, [:]),
        ])
    }

    /// Many instruments that move something within a few days.
    static let crowded = view(
        (0..<20).map { number in
            var text = text(
                "Law with a Rather Long Title of its Own, the \(number)th", "2017-05-\(10 + number).adopted",
                .adopted, "2017-05-\(10 + number)", [.requires: [1]])
            text.instrument = "cn/law-\(number)"
            return text
        })

    static let empty = BarometerView(
        agreement: agreement,
        timeline: BarometerTimeline(commitment: commitment, concepts: [concept], country: "us", texts: []),
        start: "2014-01-01", today: "2021-01-01")

    static let table = """
        date        what moved                                                          away  toward  depends  not known  stands
        2014-01-01  No text that bears on it stood before.                                 0       0        0          0  –
        2015-07-06  Sample Law (draft 1): proposed [before the promise]                0 (1)       0        0          0  ▽
                    +1 away: Article 3 (requires thing)
        2015-09-25  The promise is made: political.                                    0 (1)       0        0          0  ▽
        2016-11-07  Sample Law (adopted): adopted, takes effect 2017-06-01 (against    0 (2)   0 (1)        0          0  ▽▽ △
                    draft 1)
                    +1 away: Article 4 (requires thing)
                    +1 toward: Article 9 (forbids thing)
        2017-06-01  Sample Law (adopted): in force                                         2       1        0          0  ▼▼ ▲
                    +2 away: Articles 3 and 4 (requires thing)
                    +1 toward: Article 9 (forbids thing)
        2018-01-02  Nothing moved: 2018-01-02 Sample Law (amended), adopted, takes
                    effect 2018-02-01; 2018-02-01 Sample Law (amended), in force.
        2020-03-04  Sample Law: suspended (day of effect not known; counted from           0       0        0          0  –
                    adoption)
                    −2 away: Articles 3 and 4 (requires thing)
                    −1 toward: Article 9 (forbids thing)
        2021-01-01  As it stands.                                                          0       0        0          0  –
        """

    private static func view(_ texts: [DatedText]) -> BarometerView {
        BarometerView(
            agreement: agreement,
            timeline: BarometerTimeline(
                commitment: commitment, concepts: [concept], country: "cn", texts: texts),
            start: "2014-01-01", today: "2021-01-01", concepts: [concept])
    }

    private static let concept = Concept(
        id: "thing", titles: [.en: "Thing"], definition: "", words: [:],
        bearsOn: [
            Concept.BearsOn(
                commitment: "promise", directions: [.requires: .away, .forbids: .toward], reason: "",
                limits: "")
        ], examples: [])

    private static let commitment = Commitment(
        id: "promise", part: "economic", titles: [.en: "Promise", .zh: "承诺"], who: "both governments",
        text: "",
        strength: "commit", force: [ForcePeriod(party: "cn", from: "2015-09-25", force: .political)],
        since: "2015-09-25", limits: [],
        steps: [
            Commitment.Step(
                date: "2015-12-01", state: .held, what: "First dialogue", confidence: "sourced"),
            Commitment.Step(date: "2017-10", state: .lapsed, what: "No more", confidence: "recalled"),
        ], confidence: "sourced", unverified: nil, sources: [])

    private static let agreement = Agreement(
        id: "outcome", titles: [.en: "Outcome"], parties: ["us", "cn"], date: "2015-09-25",
        kind: "joint-outcome", enforcement: "none", limits: [], commitments: [commitment])

    private static func follows(_ articles: [Int]) -> [ProvisionPath: [ProvisionPath]] {
        Dictionary(uniqueKeysWithValues: articles.map { (path($0), [path($0)]) })
    }

    private static func path(_ number: Int) -> ProvisionPath { ProvisionPath("art_\(number)") }

    private static func text(
        _ title: String, _ name: String, _ stage: DatedText.Stage, _ effective: String?,
        _ says: [Polarity: [Int]], follows: [String: [ProvisionPath: [ProvisionPath]]] = [:]
    ) -> DatedText {
        let version = VersionMark(name: name, date: String(name.prefix(10)))
        let findings = Polarity.allCases.flatMap { polarity in
            (says[polarity] ?? []).map {
                Finding(
                    concept: "thing", polarity: polarity, path: path($0), article: path($0), actor: nil,
                    beneficiary: nil, evidence: "words", range: 0..<1, rule: "rule")
            }
        }
        return DatedText(
            instrument: "cn/sample-law", titles: [.en: title], version: version, stage: stage,
            announced: version.date, announcedAs: stage == .draft ? .published : .adopted,
            effective: effective, reading: VersionFindings(version: version, findings: findings),
            follows: follows)
    }
}
