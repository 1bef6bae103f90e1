import Evidence
import GitStore

/// The newest state of a log: what its branch says at one commit.
struct LogHead {
    let tree: FileTree
    /// The file `checkpoint`, as it stands.
    let note: String
    let checkpoint: Checkpoint
    /// Without its signatures where it has none.
    let signed: SignedNote?
    /// The last commit of each branch that is in the log.
    let tips: [StoreBranch: ObjectName]

    static let checkpointPath = "checkpoint"
    static let tipsPath = "tips"
    /// The branches that are logged, in the order of one catch-up.
    static let branches: [StoreBranch] = StoreBranch.allCases.filter { $0 != .log }

    /// - Throws: ``ObjectFault`` for a log that does not read as one.
    init(_ source: any ObjectSource, at commit: ObjectName) throws {
        tree = FileTree(source: source, root: try source.commit(commit).tree)
        guard let bytes = try tree.file(Self.checkpointPath) else {
            throw ObjectFault.damaged(place: "log \(Self.checkpointPath)", reason: "it is not there")
        }
        note = String(decoding: bytes, as: UTF8.self)
        (checkpoint, signed) = try Self.parsed(note, place: "log \(Self.checkpointPath)")
        tips = try Self.tips(tree)
    }

    /// A checkpoint as it stands in a file: a signed note, or its text alone.
    static func parsed(_ note: String, place: String) throws(ObjectFault) -> (Checkpoint, SignedNote?) {
        do {
            if let signed = try? SignedNote(parsing: note) {
                return (try Checkpoint(parsing: signed.text), signed)
            }
            return (try Checkpoint(parsing: note), nil)
        } catch {
            throw ObjectFault.damaged(place: place, reason: "it is no checkpoint: \(error)")
        }
    }

    var tiles: LogTiles { LogTiles(tree: tree, size: checkpoint.size) }

    static func tipLines(_ tips: [StoreBranch: ObjectName]) -> [UInt8] {
        Array(
            branches.compactMap { branch in tips[branch].map { "\(branch.rawValue) \($0)\n" } }.joined().utf8)
    }

    private static func tips(_ tree: FileTree) throws -> [StoreBranch: ObjectName] {
        var found: [StoreBranch: ObjectName] = [:]
        guard let bytes = try tree.file(tipsPath) else {
            throw ObjectFault.damaged(place: "log \(tipsPath)", reason: "it is not there")
        }
        for line in bytes.split(separator: 0x0a) {
            let words = line.split(separator: 0x20)
            guard words.count == 2,
                let branch = StoreBranch(rawValue: String(decoding: words[0], as: UTF8.self)),
                branch != .log, let name = ObjectName(hex: words[1])
            else { throw ObjectFault.damaged(place: "log \(tipsPath)", reason: "a line of it names no tip") }
            found[branch] = name
        }
        return found
    }
}
