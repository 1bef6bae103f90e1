extension LogTile {
    /// Reads a path as ``path`` writes it; nil for any other spelling, and for entries.
    package init?(path text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0].elementsEqual("tile".utf8), let level = Self.number(parts[1]) else {
            return nil
        }
        var names = parts[2...]
        var width = Self.full
        if let last = names.last.flatMap({ Self.number($0) }),
            names.dropLast().last?.suffix(2).elementsEqual(".p".utf8) == true
        {
            width = last
            names = names.dropLast()
        }
        var index = 0
        for (place, name) in names.enumerated() {
            var digits = name
            if place < names.count - 1, digits.popFirst() != UInt8(ascii: "x") { return nil }
            guard let group = Int(String(decoding: digits.prefix(3), as: UTF8.self)), group >= 0 else {
                return nil
            }
            let (thousands, isTooBig) = index.multipliedReportingOverflow(by: 1000)
            let (sum, isTooBigNow) = thousands.addingReportingOverflow(group)
            guard !isTooBig, !isTooBigNow else { return nil }
            index = sum
        }
        self.init(level: level, index: index, width: width)
        // What is written in another way than ours is no path: leading groups of zeros, signs, a width of 256.
        guard path.utf8.elementsEqual(text.utf8) else { return nil }
    }

    private static func number(_ digits: some Collection<UInt8>) -> Int? {
        Int(String(decoding: digits, as: UTF8.self))
    }
}
