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

    static let standard = ScalarTable()

    private init() {
        classes = (0...UInt32(0xFFFF)).map { value in
            let folded = Fold.standard(value)
            return Self.class(of: folded).rawValue | (folded == value ? 0 : Self.folds)
        }
    }

    /// One byte for each scalar of the basic plane: its ``Class``, and ``folds``.
    func withClasses<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        classes.withUnsafeBufferPointer(body)
    }

    /// The folded scalar and its class.
    @inline(__always) static func read(_ scalar: UInt32, _ classes: UnsafeBufferPointer<UInt8>) -> (
        UInt32, UInt8
    ) {
        if scalar < 0x10000 {
            let found = classes[Int(scalar)]
            if found & folds == 0 { return (scalar, found) }
            return (Fold.standard(scalar), found & ~folds)
        }
        let folded = Fold.standard(scalar)
        return (folded, Self.class(of: folded).rawValue)
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
