import Statute

/// Whom a message is from or to.
package struct MailAddress: Sendable, Hashable {
    /// As shown; empty for none.
    package var name: String
    /// `local@domain`, ASCII.
    package var address: String

    package init(_ address: String, name: String = "") {
        self.address = address
        self.name = name
    }
}

/// One mail in plain text and HTML; ``bytes(limit:)`` makes the message of RFC 5322.
package struct MailMessage: Sendable, Hashable {
    /// Gmail clips what is longer than 102 KB.
    package static let clippedAbove = 102_000

    package var from: MailAddress
    package var to: [MailAddress]
    /// Seconds since 1 January 1970 UTC.
    package var date: Int
    /// Without angle brackets, `left@domain`. Nil: computed from everything else, so the same message has the same.
    package var messageID: String?
    /// Ids of earlier messages of the same thread, the oldest first, without angle brackets.
    package var references: [String]
    package var subject: String
    /// `cybersecurity-law.lexwatch.example` (RFC 2919); nil for none.
    package var listID: String?
    /// What the list is called; empty for none.
    package var listName: String
    /// https and mailto addresses (RFC 2369). An https one is also announced as one-click (RFC 8058).
    package var unsubscribe: [String]
    package var text: String
    /// Nil: plain text alone.
    package var html: String?

    package init(
        from: MailAddress, to: [MailAddress], date: Int, messageID: String? = nil, references: [String] = [],
        subject: String, listID: String? = nil, listName: String = "", unsubscribe: [String] = [],
        text: String,
        html: String?
    ) {
        self.from = from
        self.to = to
        self.date = date
        self.messageID = messageID
        self.references = references
        self.subject = subject
        self.listID = listID
        self.listName = listName
        self.unsubscribe = unsubscribe
        self.text = text
        self.html = html
    }

    /// The message with CRLF line ends, 7 bit throughout; the same value always gives the same bytes.
    ///
    /// - Throws: ``MailError``. Control characters in a header are refused, never silently dropped.
    ///
    /// - Parameter proof: a part of its own that shows where the texts come from; what it is of is handed to it.
    package func bytes(limit: Int = MailMessage.clippedAbove, proof: MailProof? = nil) throws(MailError)
        -> [UInt8]
    {
        let digest = SHA256.hex(of: seed)
        let id = messageID ?? "\(digest.prefix(32))@\(domain)"
        var headers = MailHeaders()
        try headers.addresses("From", [from])
        if !to.isEmpty { try headers.addresses("To", to) }
        try headers.words("Subject", subject)
        let stamp = MailDate.text(date)
        headers.plain("Date", stamp)
        try headers.identifiers("Message-ID", [id])
        if let last = references.last {
            try headers.identifiers("In-Reply-To", [last])
            try headers.identifiers("References", references)
        }
        if let listID { try headers.list(listID, name: listName) }
        if !unsubscribe.isEmpty { try headers.unsubscribe(unsubscribe) }
        headers.plain("Auto-Submitted", "auto-generated")
        headers.plain("X-Auto-Response-Suppress", "OOF")
        headers.plain("MIME-Version", "1.0")
        var body = MailBody(text, type: "text/plain")
        if let html {
            // Neither transfer encoding can write "=_", so the boundary cannot stand in a part.
            body = .multipart(
                "alternative", [body, MailBody(html, type: "text/html")], boundary: "=_\(digest.prefix(40))")
        }
        if let proof {
            let statement = MailStatement(
                messageID: id, from: from.address, subject: subject, date: stamp,
                text: MailBody.canonical(text),
                html: html.map(MailBody.canonical))
            let part = MailBody(
                proof.part(statement), type: "application/json", name: MailProof.fileName)
            body = .multipart("mixed", [body, part], boundary: "=_m\(digest.prefix(40))")
        }
        var out = Array((headers.text + body.headers + "\r\n").utf8)
        out.append(contentsOf: body.encoded)
        guard out.count <= limit else { throw .tooLarge(bytes: out.count, limit: limit) }
        return out
    }

    /// The domain of the sender, for computed ids.
    private var domain: String {
        from.address.unicodeScalars.lastIndex(of: "@").map {
            String(from.address.unicodeScalars[from.address.unicodeScalars.index(after: $0)...])
        } ?? "localhost"
    }

    /// Everything the message says, each field with its length before it so that no two messages share a seed.
    private var seed: [UInt8] {
        let fields =
            [from.address, String(date), subject, listID ?? "", text, html ?? ""] + to.map(\.address)
            + references
        return fields.flatMap { Array("\($0.utf8.count):".utf8) + Array($0.utf8) }
    }
}
