/// What a store is at one moment, as files that another git can use: its references, read once, and then the files of its
/// objects. Everything that a reference names was on disk before the reference was.
package struct StoreSnapshot: Sendable {
    package var references: [String: ObjectID]
    package var configuration: [UInt8]
    /// Below the store: packs with their indexes, and loose objects, sorted.
    package var files: [String]

    /// The references as git packs them, whose order it relies on.
    package var packedReferences: [UInt8] {
        let lines = references.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { "\($0.value) \($0.key)\n" }
        return Array(("# pack-refs with: peeled fully-peeled sorted \n" + lines.joined()).utf8)
    }
}

extension GitStore {
    package func snapshot() throws(StoreError) -> StoreSnapshot {
        var references = try tipsToCopy()
        for name in try repository.references(below: "refs/") where references[name] == nil {
            references[name] = try repository.tip(name)
        }
        guard let configuration = WholeFile.bytes(path + "/config", limit: 1 << 20) else {
            throw .cannotRead(path: path + "/config", reason: "no such file")
        }
        let packs = Folder.names(path + "/objects/pack")
        var files: [String] = []
        for name in packs where name.hasPrefix("pack-") && name.hasSuffix(".pack") {
            let index = name.dropLast(5) + ".idx"
            guard packs.contains(String(index)) else {
                throw .damaged(path: "\(path)/objects/pack/\(name)", reason: "its index is missing")
            }
            files += ["objects/pack/\(index)", "objects/pack/\(name)"]
        }
        for shard in Folder.names(path + "/objects") where shard.utf8.count == 2 {
            for name in Folder.names("\(path)/objects/\(shard)") where ObjectID(shard + name) != nil {
                files.append("objects/\(shard)/\(name)")
            }
        }
        return StoreSnapshot(references: references, configuration: configuration, files: files.sorted())
    }

    /// Whether a loose object, by its path below a store, is what its name says.
    package static func holdsLooseObject(_ store: String, _ file: String) -> Bool {
        guard let id = ObjectID(String(file.dropFirst(8).filter { $0 != "/" })) else { return false }
        return LooseFile.read("\(store)/\(file)", as: id) != nil
    }

    /// What is wrong with a store: every file is looked at, and everything that its references need is read.
    package static func faults(at path: String) throws(StoreError) -> [String] {
        let survey = try Survey(path: path)
        guard !survey.isEmpty else { return ["is empty"] }
        let nothing = try ObjectFolder(path: path + "/no copy")
        do throws(CopyError) {
            let plan = try RepairPlan(survey, copy: nothing, tips: [:], name: "no copy")
            return survey.faults + plan.dropped.map { "\($0) needs what is lost" }
        } catch {
            return survey.faults + [error.message]
        }
    }
}
