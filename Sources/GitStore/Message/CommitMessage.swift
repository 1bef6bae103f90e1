/// A commit message as we write it: a title line and a block of trailers.
struct CommitMessage {
    let text: String

    /// - Throws: ``StoreError/refused(subject:reason:)`` for an empty or long line and for control characters.
    init(title: String, trailers: [Trailer]) throws(StoreError) {
        try Self.check(title, limit: 500, subject: "title")
        var text = title + "\n"
        if !trailers.isEmpty { text += "\n" }
        for trailer in trailers {
            try Self.check(trailer.value, limit: 2_000, subject: trailer.name.rawValue)
            text += "\(trailer.name): \(trailer.value)\n"
        }
        self.text = text
    }

    private static func check(_ line: String, limit: Int, subject: String) throws(StoreError) {
        let scalars = line.unicodeScalars
        guard let first = scalars.first, let last = scalars.last,
            !first.properties.isWhitespace, !last.properties.isWhitespace
        else { throw .refused(subject: subject, reason: "a line is empty or begins or ends with a space") }
        guard scalars.count <= limit else {
            throw .refused(subject: subject, reason: "a line is longer than \(limit) characters")
        }
        guard !scalars.contains(where: Printable.steers) else {
            throw .refused(
                subject: subject, reason: "control character in “\(Printable.text(line))”")
        }
    }
}
