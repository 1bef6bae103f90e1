/// Cuts text into the words that are searched for: one for each ideograph, one for each run of letters and digits.
///
/// Full-width letters count as ordinary ones, capitals as small ones, traditional ideographs as simplified ones, and an
/// English plural as its singular. Invisible characters are passed over, so that none can hide a word.
enum WordScanner {
    /// A word as it is kept, and where it stands in the text, in bytes of UTF-8.
    struct Word: Sendable, Hashable {
        var text: String
        var range: Range<Int>
        var isIdeograph: Bool
    }

    /// Raised when the same text gives other words: an index of other rules is built anew.
    static let revision = 1
    /// Longer runs of letters are cut here.
    static let longest = 64

    /// What a scalar is for us.
    private enum Class {
        case ideograph(UInt32), letter(UInt32), ignored, gap
    }

    /// Shows each word to `visit` until it says no.
    ///
    /// - Parameter bytes: UTF-8; bytes that are none separate words.
    static func scan(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ visit: (_ word: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ isIdeograph: Bool) -> Bool
    ) {
        let table = fold(for: bytes)
        var run: [UInt8] = []
        run.reserveCapacity(longest + 8)
        var runStart = 0
        var runEnd = 0
        func endRun() -> Bool {
            guard !run.isEmpty else { return true }
            EnglishPlural.cut(&run)
            let goesOn = run.withUnsafeBufferPointer { visit($0, runStart..<runEnd, false) }
            run.removeAll(keepingCapacity: true)
            return goesOn
        }
        var index = 0
        while index < bytes.count {
            let (scalar, length) = UTF8Reader.scalar(in: bytes, at: index)
            let next = index + length
            switch kind(scalar) {
            case .letter(let small):
                if run.isEmpty { runStart = index }
                if run.count < longest { UTF8Reader.append(small, to: &run) }
                runEnd = next
            case .ideograph(let value):
                guard endRun() else { return }
                run.removeAll(keepingCapacity: true)
                UTF8Reader.append(table(value), to: &run)
                let goesOn = run.withUnsafeBufferPointer { visit($0, index..<next, true) }
                run.removeAll(keepingCapacity: true)
                guard goesOn else { return }
            case .ignored: break
            case .gap:
                guard endRun() else { return }
            }
            index = next
        }
        _ = endRun()
    }

    /// All words of a text.
    static func words(_ text: String) -> [Word] {
        var found: [Word] = []
        var text = text
        text.withUTF8 { bytes in
            scan(bytes) { word, range, isIdeograph in
                found.append(
                    Word(text: String(decoding: word, as: UTF8.self), range: range, isIdeograph: isIdeograph))
                return true
            }
        }
        return found
    }

    private static func kind(_ scalar: UInt32) -> Class {
        switch scalar {
        case 0x30...0x39, 0x61...0x7A: return .letter(scalar)
        case 0x41...0x5A: return .letter(scalar + 0x20)
        case 0...0x7F: return .gap
        case 0xFF10...0xFF19, 0xFF41...0xFF5A: return .letter(scalar - 0xFEE0)
        case 0xFF21...0xFF3A: return .letter(scalar - 0xFEE0 + 0x20)
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: return .ideograph(scalar)
        // 々, 〇, and the Japanese syllables, which have no gaps between words either.
        case 0x3005, 0x3007, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC: return .ideograph(scalar)
        case 0xAD, 0x034F, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
            return .ignored
        case 0xFE00...0xFE0F, 0xE0000...0xE0FFF: return .ignored
        default: return other(scalar)
        }
    }

    private static func other(_ value: UInt32) -> Class {
        guard let scalar = Unicode.Scalar(value), value != 0xFFFD else { return .gap }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter:
            let small = scalar.properties.lowercaseMapping.unicodeScalars
            return .letter(small.count == 1 ? small.first?.value ?? value : value)
        case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber:
            return .letter(value)
        case .nonspacingMark, .spacingMark, .enclosingMark: return .ignored
        default: return .gap
        }
    }

    /// The simplified form of an ideograph, asked for once for the whole text.
    private static func fold(for bytes: UnsafeBufferPointer<UInt8>) -> (UInt32) -> UInt32 {
        var met: Set<UInt32> = []
        var index = 0
        while index < bytes.count {
            // Ideographs of the basic block take three bytes that begin with E4 to E9.
            guard bytes[index] >= 0xE4, bytes[index] <= 0xE9 else {
                index += 1
                continue
            }
            let (scalar, length) = UTF8Reader.scalar(in: bytes, at: index)
            if IdeographFold.holds(scalar) { met.insert(scalar) }
            index += length
        }
        if met.isEmpty { return { $0 } }
        let scalars = Array(met)
        let forms = Dictionary(uniqueKeysWithValues: zip(scalars, IdeographFold.shared.folded(scalars)))
        return { forms[$0] ?? $0 }
    }
}
