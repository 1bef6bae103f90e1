/// What is to be done to one entry of a tree, and below it.
final class TreeEdit {
    /// What stands under a name.
    private struct Standing {
        var id: ObjectID
        var isFolder: Bool
    }

    /// A name that is edited.
    private struct Place {
        var name: [UInt8]
        var edit: TreeEdit
        var standing: Standing?
        /// Where its entry begins.
        var start: Int?
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
        var old = TreeBytes(bytes: [])
        if let base, !cleared { old = TreeBytes(bytes: try stage.tree(base)) }
        var places = children.map { Place(name: Array($0.key.utf8), edit: $0.value) }
        places.sort { $0.name.lexicographicallyPrecedes($1.name) }
        guard Self.find(&places, in: old) else {
            throw .damaged(path: "tree \(base.map(\.description) ?? "")", reason: "its bytes are no tree")
        }
        var removed: [Int] = []
        var additions: [TreeBytes.Addition] = []
        for place in places {
            let new = try place.edit.standing(
                replacing: place.standing, name: place.name, stage: stage)
            if let start = place.start { removed.append(start) }
            if let new {
                additions.append(TreeBytes.Addition(name: place.name, isFolder: new.isFolder, id: new.id))
            }
        }
        let bytes = old.replacing(removed.sorted(), with: additions)
        return bytes.isEmpty ? nil : try stage.tree(bytes, replacing: base)
    }

    /// Notes what stands under the names, which are sorted.
    private static func find(_ places: inout [Place], in tree: TreeBytes) -> Bool {
        tree.walk { entry, bytes in
            let name = bytes[entry.name]
            var (low, high) = (0, places.count)
            while low < high {
                let middle = (low + high) / 2
                if places[middle].name.lexicographicallyPrecedes(name) {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            guard low < places.count, places[low].name.elementsEqual(name) else { return }
            places[low].standing = Standing(id: entry.id, isFolder: entry.isFolder)
            places[low].start = entry.range.lowerBound
        }
    }

    /// What this entry becomes; nil when it goes.
    private func standing(replacing old: Standing?, name: [UInt8], stage: PackStage) throws(StoreError)
        -> Standing?
    {
        if let file {
            if let old, old.isFolder, !cleared {
                throw Self.clash("\(String(decoding: name, as: UTF8.self)): a folder of this name is there")
            }
            return Standing(id: file, isFolder: false)
        }
        guard !children.isEmpty else { return cleared ? nil : old }
        if let old, !old.isFolder, !cleared {
            throw Self.clash("\(String(decoding: name, as: UTF8.self)): a file of this name is there")
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
