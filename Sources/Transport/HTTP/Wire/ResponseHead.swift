import Material

/// Status line and field lines of a response, gathered line by line (RFC 9112, 4 and 5).
struct ResponseHead {
    enum Fault: Error, Hashable { case tooLarge, malformed }

    /// One field line; the value in its bytes, because servers write other things than ASCII into `Location`.
    struct Line: Hashable {
        let name: String
        let value: [UInt8]

        /// UTF-8 where it is, else one character for each byte.
        var text: String {
            String(validating: value, as: UTF8.self)
                ?? String(String.UnicodeScalarView(value.map { Unicode.Scalar($0) }))
        }
    }

    /// What was said about the length of the body (RFC 9112, 6).
    enum Framing: Hashable {
        /// In bytes as transferred.
        case length(Int64)
        case chunked
        /// Whatever comes until the connection is closed: nobody can tell whether it was all.
        case close
    }

    /// How much may come, interim responses (1xx) and trailers counted.
    let byteLimit: Int
    let countLimit: Int
    private(set) var status: Int?
    private(set) var lines: [Line] = []
    /// The blank line of a final response has come.
    private(set) var isWhole = false
    private var bytes = 0
    private var count = 0

    init(byteLimit: Int, countLimit: Int) {
        self.byteLimit = byteLimit
        self.countLimit = countLimit
    }

    /// Takes one line with its line end.
    mutating func add(_ line: UnsafeBufferPointer<UInt8>) throws(Fault) {
        bytes += line.count
        count += 1
        if bytes > byteLimit || count > countLimit { throw .tooLarge }
        // Trailers (RFC 9112, 7.1.2) are no part of the head.
        if isWhole { return }
        var text = line[...]
        while let last = text.last, last == 0x0A || last == 0x0D { text.removeLast() }
        if text.isEmpty {
            guard let status else { throw .malformed }
            if status >= 200 { isWhole = true }
        } else if text.starts(with: "HTTP/".utf8) {
            status = try Self.status(text)
            lines = []
        } else if text.first == 0x20 || text.first == 0x09 {
            // A folded line (RFC 9112, 5.2): obsolete, and never in a field that we act on.
            guard let before = lines.popLast() else { throw .malformed }
            lines.append(Line(name: before.name, value: before.value + [0x20] + Self.trimmed(text)))
        } else {
            guard let colon = text.firstIndex(of: 0x3A), colon > text.startIndex else { throw .malformed }
            let name = String(decoding: text[..<colon], as: UTF8.self)
            lines.append(Line(name: name, value: Self.trimmed(text[(colon + 1)...])))
        }
    }

    func values(_ name: String) -> [Line] {
        lines.filter { $0.name.lowercased() == name.lowercased() }
    }

    var fields: [Exchange.Field] { lines.map { Exchange.Field($0.name, $0.text) } }

    /// Throws where the response contradicts itself (RFC 9112, 6.3, rules 3 to 5).
    func framing() throws(Fault) -> Framing {
        var lengths: Set<Int64> = []
        for line in values("Content-Length") {
            // The same number twice, or a list of it, is one number.
            for piece in line.text.split(separator: ",", omittingEmptySubsequences: false) {
                let digits = Self.trimmed(Array(piece.utf8)[...])
                let isNumber = !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
                guard isNumber, let length = Int64(String(decoding: digits, as: UTF8.self)) else {
                    throw .malformed
                }
                lengths.insert(length)
            }
        }
        if lengths.count > 1 { throw .malformed }
        let codings = values("Transfer-Encoding").flatMap { $0.text.lowercased().split(separator: ",") }
            .map { String(decoding: Self.trimmed(Array($0.utf8)[...]), as: UTF8.self) }
            .filter { $0 != "identity" && !$0.isEmpty }
        if codings == ["chunked"] {
            // A length beside it is a way to smuggle responses.
            if !lengths.isEmpty { throw .malformed }
            return .chunked
        }
        if !codings.isEmpty { throw .malformed }
        return lengths.first.map { .length($0) } ?? .close
    }

    private static func status(_ line: Slice<UnsafeBufferPointer<UInt8>>) throws(Fault) -> Int {
        let words = line.split(separator: 0x20, maxSplits: 2)
        guard words.count >= 2, words[1].count == 3,
            let status = Int(String(decoding: words[1], as: UTF8.self)), (100...599).contains(status)
        else { throw .malformed }
        return status
    }

    private static func trimmed(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var bytes = Array(bytes)[...]
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        return Array(bytes.drop { $0 == 0x20 || $0 == 0x09 })
    }
}
