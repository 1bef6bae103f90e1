import Evidence
import GitStore
import Statute

/// Looks at one commit: whom it is by, when, which files it changes, and that all it names is there.
struct CommitAudit {
    let facts: Facts
    /// Clocks are set right by a little now and then.
    static let leeway: Int64 = 120

    /// - Returns: what the log should say of it; nil when that cannot be told.
    func logged(_ name: ObjectName, on branch: StoreBranch, _ problems: inout [Problem]) -> LoggedCommit? {
        let place = "\(branch.rawValue) \(name)"
        do {
            let commit = try facts.commit(name)
            let parent = try commit.parent.map { try facts.commit($0) }
            if commit.isMerge { problems.append(Problem(.merge, place, "it has more than one parent")) }
            if let parent, commit.time + Self.leeway < parent.time {
                problems.append(
                    Problem(
                        .backDated, place,
                        "its time \(Self.words(commit.time)) is before its parent's, \(Self.words(parent.time))"
                    ))
            }
            let files = try changes(from: parent?.tree, to: commit.tree, place, &problems)
            return LoggedCommit(
                branch: branch, commit: name, parent: commit.parent, time: commit.time,
                files: try files.map { LoggedCommit.File(path: $0.path, fact: try $0.name.map(facts.file)) })
        } catch {
            problems.append(Problem(found: error, place))
            return nil
        }
    }

    /// Files that differ between two trees, with what is wrong with those that are new.
    func changes(from old: ObjectName?, to new: ObjectName, _ place: String, _ problems: inout [Problem])
        throws
        -> [FileChange]
    {
        let facts = facts
        let difference = TreeDifference(source: facts.reader) { name, kind in try facts.expect(name, kind) }
        let files = try difference.changes(from: old, to: new)
        for file in files where file.name != nil && !file.mode.elementsEqual("100644".utf8) {
            problems.append(
                Problem(
                    .foreignMode, "\(place) \(String(decoding: file.path, as: UTF8.self))",
                    "the file has the mode \(String(decoding: file.mode, as: UTF8.self)), and ours have 100644"
                ))
        }
        return files
    }

    /// Whether a signature is by whom it should be.
    ///
    /// - Parameter isAccepted: whether a key may have signed it; nil where nobody needs to have.
    func judge(
        _ name: ObjectName, _ place: String, _ isAccepted: ((VerifierKey) -> Bool)?,
        _ problems: inout [Problem]
    ) {
        guard let commit = try? facts.commit(name) else { return }
        switch commit.signature {
        case .none:
            if isAccepted != nil {
                problems.append(
                    Problem(.unsignedCommit, place, "it has no signature, and those around it have"))
            }
        case .broken(let reason):
            problems.append(Problem(.badSignature, place, "its signature does not hold: \(reason)"))
        case .by(let key):
            if let isAccepted, !isAccepted(key) {
                problems.append(
                    Problem(
                        .wrongKey, place,
                        "it is signed by \(key.fingerprint), which was not the store's key then"))
            }
        }
    }

    static func words(_ time: Int64) -> String { UTC.text(time) }
}

extension Problem {
    /// What went wrong while something was looked at.
    init(found error: any Error, _ place: String) {
        if let fault = error as? ObjectFault {
            self.init(fault: fault)
            reason += " (from \(place))"
        } else {
            self.init(.damagedObject, place, "\(error)")
        }
    }
}
