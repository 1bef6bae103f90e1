/// A digest as a message ready to be sent or written to a `.eml` file.
package enum DigestMail {
    /// Fills in text and HTML of `envelope` and cuts the digest until it fits.
    ///
    /// - Parameter envelope: everything but the two parts, which are replaced.
    /// - Parameter proof: where the texts come from; its lines stand in the view already.
    /// - Throws: ``MailError``; `tooLarge` only where even a digest without changes is too large.
    package static func bytes(
        _ view: DigestView, envelope: MailMessage, limit: Int = MailMessage.clippedAbove,
        proof: MailProof? = nil
    ) throws(MailError) -> [UInt8] {
        var step = 0
        var last = MailError.tooLarge(bytes: 0, limit: limit)
        while let shortened = view.shortened(step: step) {
            var message = envelope
            message.text = DigestText.render(shortened)
            message.html = DigestHTML.render(shortened)
            do {
                return try message.bytes(limit: limit, proof: proof)
            } catch .tooLarge(let bytes, let limit) {
                last = .tooLarge(bytes: bytes, limit: limit)
            } catch {
                throw error
            }
            step += 1
        }
        throw last
    }
}
