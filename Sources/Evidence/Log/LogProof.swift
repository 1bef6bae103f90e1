/// Proofs that a log holds an entry and that it only grew (RFC 9162, 2.1.3 and 2.1.4).
package enum LogProof {
    /// Reads the hashes of a tile, at least as many as its width; a tile that has grown since begins with the same ones.
    package typealias TileReading = (LogTile) throws -> [LogHash]
}
