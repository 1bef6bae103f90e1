import Glibc

/// One `Allow` or `Disallow` line.
struct RobotsRule: Sendable, Hashable {
    let isAllow: Bool
    /// In bytes, as the line has it: the longer says more.
    let length: Int
    /// What stands between the asterisks.
    private let pieces: [[UInt8]]
    /// The path has to end where the pattern does (`$`).
    private let isAnchored: Bool

    init(pattern: [UInt8], isAllow: Bool) {
        self.isAllow = isAllow
        length = pattern.count
        isAnchored = pattern.last == 0x24
        let body = isAnchored ? pattern.dropLast() : pattern[...]
        pieces = body.split(separator: 0x2A, omittingEmptySubsequences: false).map {
            Self.normalised(Array($0))
        }
    }

    /// Each piece is looked for once, leftmost, after the one before: no piece is ever tried at two places again, so the
    /// time grows with the path alone (`strstr` is linear).
    ///
    /// - Parameter path: ``normalised(_:)``, so that it holds no NUL.
    func matches(_ path: [UInt8]) -> Bool {
        guard let first = pieces.first, path.starts(with: first) else { return false }
        if pieces.count == 1 { return !isAnchored || path.count == first.count }
        let text = path + [0]
        var place = first.count
        for piece in pieces[1..<(pieces.count - 1)] {
            guard let found = Self.find(piece, in: text, from: place) else { return false }
            place = found + piece.count
        }
        let last = pieces[pieces.count - 1]
        if !isAnchored { return Self.find(last, in: text, from: place) != nil }
        return path.count - place >= last.count && path.suffix(last.count).elementsEqual(last)
    }

    /// - Parameter text: ended by a NUL and holding no other.
    private static func find(_ piece: [UInt8], in text: [UInt8], from place: Int) -> Int? {
        if piece.isEmpty { return place }
        return text.withUnsafeBufferPointer { (bytes) -> Int? in
            bytes.withMemoryRebound(to: CChar.self) { (bytes) -> Int? in
                guard let start = bytes.baseAddress, place < text.count else { return nil }
                return (piece + [0]).withUnsafeBufferPointer { wanted in
                    wanted.withMemoryRebound(to: CChar.self) { wanted in
                        wanted.baseAddress.flatMap { strstr(start + place, $0) }.map {
                            UnsafePointer($0) - start
                        }
                    }
                }
            }
        }
    }

    /// One spelling for each path (RFC 9309, 2.2.2): bytes beyond ASCII and control characters
    /// percent-encoded, unreserved characters (RFC
    /// 3986, 2.3) not, hexadecimal digits upper case.
    static func normalised(_ path: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(path.count)
        var place = 0
        while place < path.count {
            let byte = path[place]
            place += 1
            if byte == 0x25, place + 1 < path.count, let high = digit(path[place]),
                let low = digit(path[place + 1])
            {
                place += 2
                let value = high << 4 | low
                if isUnreserved(value) { result.append(value) } else { result += encoded(value) }
            } else if byte >= 0x80 || byte < 0x20 {
                result += encoded(byte)
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private static func encoded(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }
}
