import Statute

/// One text that waits to be read.
struct ImportItem: Sendable {
    enum Content: Sendable {
        /// A whole path.
        case file(String)
        case bytes([UInt8])
        /// It cannot be read, and why.
        case refused(String)
    }

    /// The name by which it is told.
    var name: String
    var text: ImportedText
    /// Bytes, as far as is known before it is read.
    var size: Int
    var content: Content
    /// Nil for a file in a folder.
    var revision: Revision?
    /// A name before it that differs only by case or Unicode form.
    var twin: String?
}

/// Gives the texts of one folder or one history, one after the other, in an order that never changes.
protocol ImportFeed: AnyObject {
    /// How many there are; nil where that is known only at the end.
    var count: Int? { get }
    /// The next one; nil at the end.
    func next() throws -> ImportItem?
    /// Sentences on what was left out; asked at the end.
    var notices: [String] { get }
}
