import Alerts
import Statute
import Testing

private let code = SampleConcepts.sourceCode
private let local = SampleConcepts.localisation

/// Who is bound: the subject of what acts, the agent of what is done, the addressee of what is demanded.
@Suite("English parties")
struct EnglishPartyTests {
    static let scanner = ConceptScanner(concepts: SampleConcepts.all)

    private static func submits(_ words: String, _ actor: String?) -> (String, String?) { (words, actor) }

    static let sentences: [(String, String?)] = [
        ("The contractor shall submit source code.", "The contractor"),
        ("A lessor that stores, sells or lends software shall submit source code.", "A lessor"),
        (
            "Licensees, resellers and agents of the maker shall submit source code.",
            "Licensees, resellers and agents of the maker"
        ),
        ("Everyone shall submit source code.", "Everyone"),
        ("It shall be the duty of every carrier to submit source code.", "every carrier"),
        ("Source code shall be submitted by the importer before sale.", "the importer"),
        ("Source code shall be submitted in the form prescribed by the Minister.", nil),
        ("Source code shall be submitted.", nil),
        ("With the approval of a judge, an importer shall submit source code.", "an importer"),
        ("The importer, in accordance with the rules, shall submit source code.", "The importer"),
        ("Vendors applying for approval shall submit source code.", "Vendors applying for approval"),
        ("The importer shall keep a register and shall submit source code.", "The importer"),
        ("The sale is subject to a fee, and the purchaser shall submit source code.", "the purchaser"),
        ("Where an importer sells equipment, it shall submit source code.", "an importer"),
        ("Importers shall be required to submit source code.", "Importers"),
        ("Applicants must, on request, submit source code.", "Applicants"),
        ("Notwithstanding any other rule, the seller must submit source code.", "the seller"),
        ("The file shall include source code that is submitted.", nil),
    ]

    @Test("are named as printed", arguments: sentences)
    func actor(_ sentence: String, _ actor: String?) {
        let found = Self.scanner.findings(in: OneSentence.text(sentence, .en)).filter {
            $0.concept == code.id
        }
        #expect(found.count == 1)
        #expect(found.first?.actor == actor)
    }
}
