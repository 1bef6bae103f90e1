/// The redline of two canonical texts, straight from their bytes: which provisions belong together and what differs, before
/// anybody asks what it means in law.
///
/// The same engine as ``ChangeSet/between(_:_:provenance:)``, without trees and without strings.
package struct CanonicalRedline: Sendable, Hashable {
    /// Two provisions that belong together: places in the order of ``Statute/StatuteText/articleLevel``.
    package struct Link: Sendable, Hashable {
        package var old: Int
        package var new: Int
        /// 0…1.
        package var similarity: Double
        /// How many edits lead from one to the other.
        package var edits: Int
        /// Unicode scalars that the edits of words take out and put in.
        package var reported: Int
    }

    package let oldProvisions: Int
    package let newProvisions: Int
    package let links: [Link]
    package let isRewrite: Bool

    /// - Parameters:
    ///   - old: UTF-8 of a ``Statute/CanonicalText``.
    ///   - new: likewise.
    /// - Returns: nil where the bytes alone do not decide what the provisions are (a text without numbered provisions):
    ///   such a text has to be parsed.
    package init?(old: UnsafeBufferPointer<UInt8>, new: UnsafeBufferPointer<UInt8>) {
        // About what all rows take, so that they lie in one piece. Of large texts mostly little is read, and a very large piece
        // would come from the system, page by page, each time.
        let size = old.count + new.count
        let arena = Arena(bytes: 1 << 16 + size + 13 * min(size, 1 << 19))
        guard let olds = CanonicalScan.text(old, arena), let news = CanonicalScan.text(new, arena) else {
            return nil
        }
        var redline = FlatRedline(olds, news, arena)
        _ = redline.group()
        redline.addPartials()
        oldProvisions = olds.units.count
        newProvisions = news.units.count
        isRewrite = redline.isRewrite
        links = redline.links.map { link in
            var reported = 0
            for index in link.changes.range where redline.changes[index].cause == .words {
                reported += redline.changes[index].before.count + redline.changes[index].after.count
            }
            return Link(
                old: link.old, new: link.new, similarity: link.similarity, edits: link.changes.count,
                reported: reported)
        }
    }
}
