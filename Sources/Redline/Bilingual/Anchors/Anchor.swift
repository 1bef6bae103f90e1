import Statute

/// Something in the words of a provision that survives translation: a number, a date, a reference, a name in Latin
/// letters, or a legal term of the built-in table.
struct Anchor: Sendable, Hashable {
    /// What is equal on both sides of a translation.
    enum Key: Sendable, Hashable {
        /// In the units of ``ReasonValue/unit``.
        case quantity(Int, unit: String)
        /// A number that counts or measures nothing that is known.
        case bare(Int)
        /// 0 where a part is not said.
        case date(year: Int, month: Int, day: Int)
        /// 第一百二十条之一 is `reference(120, branch: 1)`.
        case reference(Int, branch: Int)
        /// In lower case.
        case name(String)
        /// Its place in ``LegalTerms``.
        case term(Int)
    }

    var key: Key
    /// The line of the provision in which it stands, from 0.
    var line: Int
    /// As printed; empty for terms.
    var printed: String

    /// How often a faithful translation carries it over.
    var survival: Double {
        switch key {
        case .quantity, .date: 0.85
        case .reference: 0.88
        case .bare: 0.6
        case .name, .term: 0.75
        }
    }
}
