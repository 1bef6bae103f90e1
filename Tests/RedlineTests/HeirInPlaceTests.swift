import Redline
import Statute
import Testing

@Suite("An article rewritten in its place")
struct HeirInPlaceTests {
    private func changes(_ middle: String, _ rewritten: String) -> [ProvisionChange] {
        func law(_ words: String) -> StatuteText {
            StatuteParser.parse(
                """
                Article 1 Operators of ferries shall hold a licence of the harbour office.

                Article 2 \(words)

                Article 3 Crews shall be trained once a year by the seamen's school.
                """, language: .en
            ).text
        }
        return ChangeSet.between(law(middle), law(rewritten)).changes
    }

    @Test("is linked with its heir though the order of the words has changed")
    func heir() {
        let changes = changes(
            "Where the coast guard investigates, it may require ferry owners to give the necessary help.",
            "Ferry owners shall give technical help to the coast guard when it investigates according to law."
        )
        #expect(changes.map(\.kind) == [.unchanged, .modified, .unchanged])
        let modality = changes[1].reasons.first { $0.class == .modality }
        #expect(modality?.before?.text == "may")
        #expect(modality?.after?.text == "shall")
        #expect(modality?.direction == .tightened)
    }

    @Test("is not linked with a stranger that merely stands there")
    func stranger() {
        #expect(
            !changes(
                "Where the coast guard investigates, it may require ferry owners to give the necessary help.",
                "Tariffs are published each spring in the gazette."
            ).contains { $0.kind == .modified })
    }
}
