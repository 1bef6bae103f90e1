/// What the grammar of instructions sees: scalars outside quotations, a whole quotation, a whole title in 《》.
struct Piece {
    enum Kind: Equatable {
        /// Folded: full-width letters, digits and signs are their ASCII forms, but Chinese points stay Chinese.
        case scalar(Unicode.Scalar)
        /// Index of ``Block/quotations``.
        case quotation(Int)
        /// The words between 《 and 》.
        case title(String)
    }

    let kind: Kind
    /// Scalars of the source.
    let span: Range<Int>
}

/// Quoted words of a decision.
struct Quotation {
    /// The words of each line that is not blank, without the marks.
    var lines: [Range<Int>]
    /// With the marks.
    var span: Range<Int>
    var isClosed: Bool
}

/// The number that a point of a decision begins with.
struct PointLabel: Equatable {
    enum Style: Equatable {
        /// 一、
        case ideograph
        /// 1. or 1、
        case digit
        /// （一）
        case bracketedIdeograph
        /// (1)
        case bracketedDigit
        /// 第一条 of the decision itself, as the amendments to the Constitution have it.
        case article
    }

    var style: Style
    var value: Int
    /// As printed, without the sign behind it.
    var words: String
    /// Scalars, with the sign and blanks behind it.
    var length: Int
}

/// Lines of a decision that belong together: a line outside all quotations with those that its quotations run on to.
struct Block {
    /// Indices of the lines.
    var lines: ClosedRange<Int>
    var span: Range<Int>
    var label: PointLabel?
    /// Without the label.
    var pieces: [Piece]
    var quotations: [Quotation]
}
