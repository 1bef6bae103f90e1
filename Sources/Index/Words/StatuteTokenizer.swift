internal import GRDB

/// ``WordScanner`` as FTS5 wants it. Another program, which does not have it, cannot query these tables.
final class StatuteTokenizer: FTS5CustomTokenizer {
    static let name = "lexwatch"

    init(db: Database, arguments: [String]) throws {}

    func tokenize(
        context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?,
        nText: CInt, tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt {
        guard let pText, nText > 0 else { return 0 }
        var result: CInt = 0
        pText.withMemoryRebound(to: UInt8.self, capacity: Int(nText)) { start in
            WordScanner.scan(UnsafeBufferPointer(start: start, count: Int(nText))) { word, range, _ in
                result = word.withMemoryRebound(to: CChar.self) {
                    tokenCallback(
                        context, 0, $0.baseAddress, CInt($0.count), CInt(range.lowerBound),
                        CInt(range.upperBound))
                }
                return result == 0
            }
        }
        return result
    }
}
