import Foundation

/// Every place below a repository's `objects` at which an object may lie. Reads what stands there and nothing else: no
/// alternates, no replacements, no grafts.
final class ObjectDirectory: Sendable {
    let path: String
    let packs: [PackFile]
    /// What keeps packs from being used.
    let faults: [ObjectFault]

    /// - Parameter repository: the folder that holds `objects`.
    init(_ repository: String) {
        path = repository + "/objects"
        var packs: [PackFile] = []
        var faults: [ObjectFault] = []
        let folder = path + "/pack"
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        let known = Set(names)
        for name in names where name.hasSuffix(".pack") && !name.hasPrefix("tmp_") {
            let stem = String(name.dropLast(5))
            guard known.contains(stem + ".idx") else {
                // A pack that is being written has no index yet, and nothing refers to it.
                continue
            }
            do { packs.append(try PackFile("\(folder)/\(stem)")) } catch { faults.append(error) }
        }
        for name in names where name.hasSuffix(".idx") && !known.contains(name.dropLast(4) + ".pack") {
            faults.append(.damaged(place: "\(folder)/\(name)", reason: "its pack is gone"))
        }
        self.packs = packs
        self.faults = faults
    }

    /// Objects in files of their own, in order; names that are none are left out.
    func looseNames() -> [ObjectName] {
        let folders = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter {
            $0.utf8.count == 2
        }
        return folders.sorted().flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []).sorted()
                .compactMap { ObjectName(hex: Array((folder + $0).utf8)) }
        }
    }

    func loosePath(_ name: ObjectName) -> String {
        let digits = "\(name)"
        return "\(path)/\(digits.prefix(2))/\(digits.dropFirst(2))"
    }
}
