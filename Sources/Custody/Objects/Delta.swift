/// Git's delta: a list of pieces, each copied from the base or given in full.
enum Delta {
    /// What the delta makes of its base; nil where it is no delta of this base.
    static func applied(_ delta: [UInt8], to base: [UInt8]) -> [UInt8]? {
        delta.withUnsafeBytes { delta in base.withUnsafeBytes { base in applied(delta, to: base) } }
    }

    private static func applied(_ delta: UnsafeRawBufferPointer, to base: UnsafeRawBufferPointer) -> [UInt8]?
    {
        var at = 0
        guard number(delta, &at) == base.count, let size = number(delta, &at), size <= 1 << 32 else {
            return nil
        }
        var isWhole = false
        let made = [UInt8](unsafeUninitializedCapacity: max(size, 1)) { out, count in
            var made = 0
            while at < delta.count {
                let code = delta[at]
                at += 1
                let source: UnsafeRawBufferPointer
                let start: Int
                var length = 0
                if code & 0x80 != 0 {
                    var offset = 0
                    for bit in 0..<4 where code & (1 << bit) != 0 {
                        guard at < delta.count else { return }
                        offset |= Int(delta[at]) << (8 * bit)
                        at += 1
                    }
                    for bit in 0..<3 where code & (0x10 << bit) != 0 {
                        guard at < delta.count else { return }
                        length |= Int(delta[at]) << (8 * bit)
                        at += 1
                    }
                    if length == 0 { length = 0x10000 }
                    (source, start) = (base, offset)
                } else {
                    guard code != 0 else { return }
                    length = Int(code)
                    (source, start) = (delta, at)
                    at += length
                }
                guard start + length <= source.count, made + length <= size, let from = source.baseAddress,
                    let to = out.baseAddress
                else { return }
                UnsafeMutableRawPointer(to + made).copyMemory(from: from + start, byteCount: length)
                made += length
            }
            isWhole = made == size
            count = isWhole ? size : 0
        }
        return isWhole ? made : nil
    }

    private static func number(_ bytes: UnsafeRawBufferPointer, _ at: inout Int) -> Int? {
        var value = 0
        var shift = 0
        while at < bytes.count, shift < 56 {
            let byte = bytes[at]
            at += 1
            value |= Int(byte & 0x7f) << shift
            if byte & 0x80 == 0 { return value }
            shift += 7
        }
        return nil
    }
}
