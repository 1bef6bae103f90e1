import Statute

/// An object in a file of its own, `objects/ab/cdef…`.
struct LooseObject: Sendable {
    let key: ObjectID
    let path: String
    let bytes: Int

    /// All of a store. Files that are no objects are left out.
    static func all(in objects: String) -> [LooseObject] {
        var found: [LooseObject] = []
        for folder in Folder.names(objects) where folder.utf8.count == 2 && Hexadecimal.bytes(folder) != nil {
            for name in Folder.names("\(objects)/\(folder)") {
                guard let id = ObjectID(folder + name) else { continue }
                let path = "\(objects)/\(folder)/\(name)"
                found.append(LooseObject(key: id, path: path, bytes: Folder.bytes(path)))
            }
        }
        return found
    }
}
