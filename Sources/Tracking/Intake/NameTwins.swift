/// Finds names that only a careful reader, or a file system that minds case and Unicode form, takes for two: on another
/// machine one of the files would have been written over the other.
struct NameTwins: Sendable {
    /// By folded name the first one that had it.
    private var first: [String: String] = [:]
    /// By the bytes of a name the one that it looks like.
    private var found: [[UInt8]: String] = [:]

    mutating func add(_ name: String) {
        // Strings are equal, and keys the same, where they differ only in Unicode form.
        let folded = name.lowercased()
        guard let other = first[folded] else {
            first[folded] = name
            return
        }
        guard !other.utf8.elementsEqual(name.utf8) else { return }
        found[Array(name.utf8)] = other
    }

    mutating func remove(_ name: String) {
        let folded = name.lowercased()
        if let other = first[folded], other.utf8.elementsEqual(name.utf8) { first[folded] = nil }
    }

    /// The name before it of which this one is a twin; nil where it has none.
    func twin(of name: String) -> String? { found[Array(name.utf8)] }
}
