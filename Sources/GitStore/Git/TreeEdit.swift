/// What is to be done to one entry of a tree, and below it.
final class TreeEdit {
    /// What stands under a name.
    private struct Standing {
        var id: ObjectID
        var isFolder: Bool
    }

    /// The file it becomes, when it becomes one.
    private var file: ObjectID?
    /// Whether what stood there goes before anything else happens.
    private var cleared = false
    private var children: [String: TreeEdit] = [:]

    /// Adds a file; a folder of the same name must have been removed before.
    func put(_ path: ArraySlice<String>, _ id: ObjectID) throws(StoreError) {
        guard let name = path.first else {
            guard children.isEmpty else { throw Self.clash("both a file and a folder") }
            file = id
            return
        }
        guard file == nil else { throw Self.clash("both a file and a folder") }
        try child(name).put(path.dropFirst(), id)
    }

    /// Removes a file or a whole folder, whatever was added below it so far included.
    func remove(_ path: ArraySlice<String>) {
        guard let name = path.first else {
            file = nil
            children = [:]
            cleared = true
            return
        }
        child(name).remove(path.dropFirst())
    }

    /// Makes the trees that change.
    ///
    /// - Parameter base: The tree as it stands, nil for none.
    /// - Returns: The tree as it becomes; nil when nothing is left in it.
    func apply(to base: ObjectID?, stage: PackStage) throws(StoreError) -> ObjectID? {
        var old = TreeBytes()
        if let base, !cleared { old = try stage.tree(base) }
        var removed: [Int] = []
        var additions: [TreeBytes.Addition] = []
        // In an order of their own, so that what is written, and in which order, depends on nothing else.
        for (name, edit) in children.sorted(by: { $0.key < $1.key }) {
            let bytes = Array(name.utf8)
            let number = old.number(of: bytes)
            let standing = number.map { Standing(id: old.id($0), isFolder: old.isFolder($0)) }
            let new = try edit.standing(replacing: standing, name: name, stage: stage)
            if let number { removed.append(number) }
            if let new {
                additions.append(TreeBytes.Addition(name: bytes, isFolder: new.isFolder, id: new.id))
            }
        }
        let bytes = old.replacing(removed, with: additions)
        return bytes.isEmpty ? nil : try stage.tree(bytes, replacing: base)
    }

    /// What this entry becomes; nil when it goes.
    private func standing(replacing old: Standing?, name: String, stage: PackStage) throws(StoreError)
        -> Standing?
    {
        if let file {
            if let old, old.isFolder, !cleared {
                throw Self.clash("\(name): a folder of this name is there")
            }
            return Standing(id: file, isFolder: false)
        }
        guard !children.isEmpty else { return cleared ? nil : old }
        if let old, !old.isFolder, !cleared {
            throw Self.clash("\(name): a file of this name is there")
        }
        let id = try apply(to: old.flatMap { $0.isFolder ? $0.id : nil }, stage: stage)
        return id.map { Standing(id: $0, isFolder: true) }
    }

    private func child(_ name: String) -> TreeEdit {
        if let there = children[name] { return there }
        let made = TreeEdit()
        children[name] = made
        return made
    }

    private static func clash(_ reason: String) -> StoreError { .refused(subject: "commit", reason: reason) }
}
