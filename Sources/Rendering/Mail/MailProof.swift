/// What a mail says of where its texts come from, so that others can check it.
package struct MailProof: Sendable {
    /// What the part is called.
    package static let fileName = "evidence.json"

    /// A few lines for a reader.
    package var lines: [String]
    /// The part itself, for a mail that says this.
    package var part: @Sendable (MailStatement) -> String

    package init(lines: [String], part: @escaping @Sendable (MailStatement) -> String) {
        self.lines = lines
        self.part = part
    }
}

/// What a mail says, as whoever receives it can read it out again.
package struct MailStatement: Sendable, Hashable {
    /// Without angle brackets.
    package var messageID: String
    /// The address.
    package var from: String
    package var subject: String
    /// As the header has it.
    package var date: String
    /// The plain text, with CRLF line ends.
    package var text: [UInt8]
    /// Nil for plain text alone.
    package var html: [UInt8]?

    package init(
        messageID: String, from: String, subject: String, date: String, text: [UInt8], html: [UInt8]?
    ) {
        self.messageID = messageID
        self.from = from
        self.subject = subject
        self.date = date
        self.text = text
        self.html = html
    }
}
