/// The right edge of a Merkle tree: all that is needed to append to it and to know its root, at most 63 hashes.
package struct MerkleFrontier: Hashable, Sendable {
    /// How many leaves.
    package private(set) var size: Int
    /// The roots of the largest full subtrees, from the left: one for each set bit of `size`, the highest first.
    package private(set) var peaks: [LogHash]

    /// The empty tree.
    package init() {
        size = 0
        peaks = []
    }

    /// Nil unless there are as many peaks as `size` has set bits, and room for one more leaf.
    package init?(size: Int, peaks: [LogHash]) {
        guard size >= 0, size < Int.max, peaks.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.peaks = peaks
    }

    package mutating func append(_ leaf: LogHash) {
        var hash = leaf
        for _ in 0..<size.trailingOneBits {
            guard let left = peaks.popLast() else { break }
            hash = LogHashing.node(left, hash)
        }
        peaks.append(hash)
        size += 1
    }

    /// RFC 6962, 2.1.
    package var root: LogHash {
        guard var root = peaks.last else { return LogHashing.empty }
        for peak in peaks.dropLast().reversed() { root = LogHashing.node(peak, root) }
        return root
    }
}

extension Int {
    var trailingOneBits: Int { (~self).trailingZeroBitCount }
}
