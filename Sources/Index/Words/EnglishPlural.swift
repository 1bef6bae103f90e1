/// Takes the plural off an English word: laws, parties, services, processes.
///
/// No more than that: what cuts further makes “operator” and “operation” one word, which in a law they are not. A star
/// at the end of a word in a query stands for any other ending.
enum EnglishPlural {
    /// Cuts in place; the word is in small letters.
    static func cut(_ word: inout [UInt8]) {
        guard word.count > 3, word.last == s, word.allSatisfy({ $0 < 0x80 }) else { return }
        if ends(word, "ies") {
            guard !ends(word, "eies"), !ends(word, "aies") else { return }
            word.removeLast(3)
            word.append(0x79)
        } else if ends(word, "sses") || ends(word, "xes") || ends(word, "ches") || ends(word, "shes") {
            word.removeLast(2)
        } else if !ends(word, "ss"), !ends(word, "us"), !ends(word, "is") {
            word.removeLast()
        }
    }

    private static let s: UInt8 = 0x73

    private static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
        let length = ending.utf8CodeUnitCount
        guard word.count >= length else { return false }
        return ending.withUTF8Buffer { word.suffix(length).elementsEqual($0) }
    }
}
