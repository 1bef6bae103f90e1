/// What the tokenizer needs to know of a scalar, looked up in one step.
///
/// Made from the rules of ``Fold`` and ``Tokenizer``, so that there is one place for each rule.
struct ScalarTable: Sendable {
    /// What a folded scalar begins or is.
    enum Class: UInt8 {
        case sign, mark, digit, letter, farLetter, di, blank, ignored, lineFeed, numeral, hundred
    }

    /// Set where folding changes the scalar.
    static let folds: UInt8 = 0x80

    private let classes: [UInt8]
    private let folded: [UInt16]

    static let standard = ScalarTable()

    private init() {
        let fold = Fold.standard
        let all = (0...UInt32(0xFFFF)).map { (scalar: $0, folded: fold($0)) }
        classes = all.map {
            Self.class(of: $0.folded).rawValue | ($0.folded == $0.scalar ? 0 : Self.folds)
        }
        folded = all.map { UInt16(truncatingIfNeeded: $0.folded) }
    }

    /// The table as it is read from.
    struct View {
        /// One byte for each scalar of the basic plane: its ``Class``, and ``folds``.
        fileprivate let classes: UnsafeBufferPointer<UInt8>
        fileprivate let folded: UnsafeBufferPointer<UInt16>

        /// The folded scalar and its class.
        @inline(__always) func read(_ scalar: UInt32) -> (UInt32, UInt8) {
            if scalar < 0x10000 {
                let found = classes[Int(scalar)]
                if found & folds == 0 { return (scalar, found) }
                return (UInt32(folded[Int(scalar)]), found & ~folds)
            }
            let folded = Fold.standard(scalar)
            return (folded, ScalarTable.class(of: folded).rawValue)
        }
    }

    func withView<Result>(_ body: (View) -> Result) -> Result {
        classes.withUnsafeBufferPointer { classes in
            folded.withUnsafeBufferPointer { body(View(classes: classes, folded: $0)) }
        }
    }

    static func `class`(of folded: UInt32) -> Class {
        switch folded {
        case Fold.ignored: .ignored
        case Fold.blank: .blank
        case 0x0A: .lineFeed
        case Han.di: .di
        case Han.hundred: .hundred
        case 0x30...0x39: .digit
        case 0x41...0x5A, 0x61...0x7A: .letter
        case _ where Tokenizer.isLetter(folded): .farLetter
        case _ where NumeralReader.digitValue(folded) != nil || folded == 0x5341: .numeral
        case _ where Tokenizer.isMark(folded): .mark
        default: .sign
        }
    }
}
