/// One name in a folder of a branch.
package struct StoreEntry: Sendable, Hashable {
    package var name: String
    package var isFolder: Bool
    /// Equal ids are equal content, whole folders included.
    package var id: ObjectID
}
