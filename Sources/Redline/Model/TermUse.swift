package import Statute

/// A term whose definition an entry changes, and who uses it.
package struct TermUse: Sendable, Hashable {
    /// As printed, without quotation marks.
    package var term: String
    /// Provisions of the new text that use the term, changed or not, in order; without those of the entry itself.
    package var paths: [ProvisionPath]

    package init(term: String, paths: [ProvisionPath] = []) {
        self.term = term
        self.paths = paths
    }
}
