/// A commit as git stores it. Author and committer, and their times, are the same: our commits are by one hand.
struct CommitText {
    let bytes: [UInt8]

    /// - Parameters:
    ///   - time: Unix seconds; the zone is always UTC.
    ///   - signer: Nil for a commit without a signature.
    /// - Throws: What the signer throws; ``StoreError/refused(subject:reason:)`` for a signature that is no text.
    init(
        tree: ObjectID, parent: ObjectID?, message: CommitMessage, author: Author, time: UInt32,
        signer: CommitSigner?
    ) throws(StoreError) {
        let hand = "\(author.name) <\(author.email)> \(time) +0000\n"
        var head = "tree \(tree)\n"
        if let parent { head += "parent \(parent)\n" }
        head += "author \(hand)committer \(hand)"
        let body = "\n" + message.text
        guard let signer else {
            bytes = Array((head + body).utf8)
            return
        }
        let signature = try signer.sign(Array((head + body).utf8))
        bytes = Array((head + (try Self.header(signature)) + body).utf8)
    }

    /// The signature as a header, where git looks for it: last of them, its lines after the first begun by a blank.
    private static func header(_ signature: String) throws(StoreError) -> String {
        var lines = signature.utf8.split(separator: 0x0a, omittingEmptySubsequences: false)
        while let last = lines.last, last.isEmpty { lines.removeLast() }
        guard !lines.isEmpty, !signature.utf8.contains(0), !signature.utf8.contains(0x0d) else {
            throw .refused(subject: "signature", reason: "the signer returned no armoured text")
        }
        return "gpgsig " + lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n ") + "\n"
    }
}
