/// How much one update of a mirror may cost.
package struct MirrorLimits: Sendable, Hashable {
    /// Seconds for everything: names, connections, what is said and what is sent.
    package var deadline: Double
    /// Bytes received, packed.
    package var bytes: Int
    /// Commits, trees and files received.
    package var objects: Int
    /// Entries of the tree that is looked at, folders counted.
    package var entries: Int
    /// Folders inside each other.
    package var depth: Int
    /// Bytes that stay free on the disk.
    package var roomLeft: Int

    package init(
        deadline: Double = 600, bytes: Int = 1 << 30, objects: Int = 2_000_000, entries: Int = 200_000,
        depth: Int = 32, roomLeft: Int = 64 << 20
    ) {
        self.deadline = deadline
        self.bytes = bytes
        self.objects = objects
        self.entries = entries
        self.depth = depth
        self.roomLeft = roomLeft
    }
}
