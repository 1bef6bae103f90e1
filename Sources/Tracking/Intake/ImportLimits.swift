import Foundation

/// How much of an import is in memory at once.
package struct ImportLimits: Sendable, Hashable {
    /// How many texts are decoded and parsed at once.
    package var workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
    /// How many texts are read ahead of the one that is written.
    package var window = 32
    /// How many bytes of them, and one text more.
    package var room = 16 << 20
    /// A batch, one pack, ends with so many texts …
    package var arrivals = 1_000
    /// … or with so many bytes of documents and canonical texts.
    package var bytes = 16 << 20
    /// The largest document.
    package var document = 64 << 20

    package init() {}
}
