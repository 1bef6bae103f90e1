/// Finds which of several phrases stand in UTF-8 text, in one pass: linear in the text while few phrases begin alike.
///
/// Capitals of ASCII count as small letters.
struct PhraseSearch {
    private let phrases: [[UInt8]]
    /// Phrases by a hash of their first three bytes; most places of a text begin none.
    private var slots: [[Int32]]

    private static let size = 1 << 12

    /// - Parameter phrases: shorter ones than three bytes are never found.
    init(_ phrases: [[UInt8]]) {
        self.phrases = phrases.map { $0.map(Self.small) }
        slots = [[Int32]](repeating: [], count: Self.size)
        for (index, phrase) in self.phrases.enumerated() where phrase.count >= 3 {
            slots[Self.slot(phrase[0], phrase[1], phrase[2])].append(Int32(clamping: index))
        }
    }

    /// Calls `body` with the phrase and its place for each occurrence, until it says that nothing more is wanted.
    func search(_ text: UnsafeBufferPointer<UInt8>, _ body: (_ phrase: Int, _ range: Range<Int>) -> Bool) {
        guard text.count >= 3 else { return }
        for start in 0...(text.count - 3) {
            let slot = Self.slot(
                Self.small(text[start]), Self.small(text[start + 1]), Self.small(text[start + 2]))
            for index in slots[slot] {
                let phrase = phrases[Int(index)]
                if stands(phrase, start, text), !body(Int(index), start..<(start + phrase.count)) { return }
            }
        }
    }

    private func stands(_ phrase: [UInt8], _ start: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard start + phrase.count <= text.count else { return false }
        for offset in phrase.indices where Self.small(text[start + offset]) != phrase[offset] { return false }
        return true
    }

    static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }

    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(small(byte)) }

    private static func slot(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        (Int(a) &* 131 &+ Int(b) &* 31 &+ Int(c)) & (size - 1)
    }
}

extension String {
    /// The bytes of the text, for reading only.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        return Array(utf8).withUnsafeBufferPointer(body)
    }
}
