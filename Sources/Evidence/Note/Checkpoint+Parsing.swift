extension Checkpoint {
    /// Reads the text of a checkpoint, without signatures. Only the one spelling that ``text`` writes is taken.
    package init(parsing text: String) throws(EvidenceError) {
        let bytes = Array(text.utf8)
        guard bytes.last == 0x0A else { throw Self.malformed(nil, "it does not end with a line feed") }
        var lines = bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)[...]
        guard lines.count >= 3 else { throw Self.malformed(nil, "\(lines.count) lines of at least 3") }
        let first = String(decoding: lines.removeFirst(), as: UTF8.self)
        let second = lines.removeFirst()
        let third = lines.removeFirst()
        guard let size = Self.number(second) else {
            throw Self.malformed(2, "the size is no decimal number as logs write it")
        }
        guard let root = Base64.decode(third).flatMap({ LogHash(bytes: $0) }) else {
            throw Self.malformed(3, "the root is not 32 bytes in base64")
        }
        try self.init(
            origin: first, size: size, root: root,
            extensions: lines.map { String(decoding: $0, as: UTF8.self) })
    }

    /// Digits without a leading zero that fit into an `Int`.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            let (tens, isTooBig) = number.multipliedReportingOverflow(by: 10)
            let (sum, isTooBigNow) = tens.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
            guard !isTooBig, !isTooBigNow else { return nil }
            number = sum
        }
        return number
    }
}
