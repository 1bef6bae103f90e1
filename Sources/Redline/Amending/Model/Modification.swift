package import Statute

/// What an instruction does to the text (Akoma Ntoso `textualMod`).
package enum Modification: Sendable, Hashable {
    /// Where new words or provisions go.
    package enum Place: Sendable, Hashable {
        /// Inside the address, at its end unless a number says otherwise.
        case end
        /// Inside the address, at its beginning.
        case beginning
        /// Behind the address, or behind the quoted words.
        case after(Wording?)
        case before(Wording?)
    }

    /// The provisions at the addresses, which stand together, get other words.
    case substitution([Address], Wording)
    /// The words that open an article before its list (条首部分) get other words.
    case leadIn(Address, Wording)
    /// Quoted words become other words, in every place named. Several on each side are paragraphs or pairs.
    case words([Address], old: [Wording], new: [Wording])
    /// New provisions of one kind. `numbers`: what they are in the new text, as far as the decision says.
    case insertion(
        ProvisionKind, count: Int, at: Address, Place, numbers: [Address], heading: String?, Wording)
    /// New words inside a provision.
    case wordInsertion(Address, Place, Wording)
    case repeal([Address])
    case wordRepeal([Address], [Wording])
    /// Old number to new number, with no change of words.
    case renumbering([Renumbering])
    /// Several articles become one with these words; `number` is its number in the new text where it is said.
    case join([Address], number: Address?, Wording)
    /// One article becomes several with these words.
    case split(Address, numbers: [Address], Wording)
    /// The heading of a division.
    case heading(Address, old: Wording?, new: Wording)
    /// 条文顺序作相应调整: what follows an insertion or a repeal is numbered on.
    case order

    package struct Renumbering: Sendable, Hashable {
        package var old: Address
        package var new: Address

        package init(old: Address, new: Address) {
            self.old = old
            self.new = new
        }
    }

    /// The word of Akoma Ntoso for it.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case substitution, insertion, repeal, renumbering, join, split
    }

    package var kind: Kind {
        switch self {
        case .substitution, .leadIn, .words, .heading: .substitution
        case .insertion, .wordInsertion: .insertion
        case .repeal, .wordRepeal: .repeal
        case .renumbering, .order: .renumbering
        case .join: .join
        case .split: .split
        }
    }

    /// Every wording that is to stand in the new text.
    package var newWordings: [Wording] {
        switch self {
        case .substitution(_, let wording), .leadIn(_, let wording), .wordInsertion(_, _, let wording),
            .insertion(_, _, _, _, _, _, let wording), .join(_, _, let wording), .split(_, _, let wording),
            .heading(_, _, let wording):
            wording.isEmpty ? [] : [wording]
        case .words(_, _, let new): new
        case .repeal, .wordRepeal, .renumbering, .order: []
        }
    }

    /// The places in the old text that it bears on.
    package var addresses: [Address] {
        switch self {
        case .substitution(let all, _), .words(let all, _, _), .repeal(let all), .wordRepeal(let all, _),
            .join(let all, _, _):
            all
        case .leadIn(let one, _), .insertion(_, _, let one, _, _, _, _), .wordInsertion(let one, _, _),
            .split(let one, _, _), .heading(let one, _, _):
            [one]
        case .renumbering(let pairs): pairs.map(\.old)
        case .order: []
        }
    }
}
