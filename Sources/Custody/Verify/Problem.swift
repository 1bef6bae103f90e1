/// Something that a verification has found: what, where, and what to do about it.
package struct Problem: Sendable, Hashable {
    /// The names are part of what the command line promises.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        // What the disk or somebody with the files can do.
        case damagedObject = "damaged-object"
        case missingObject = "missing-object"
        case damagedPack = "damaged-pack"
        case damagedReference = "damaged-ref"
        case damagedFile = "damaged-file"
        case grafts
        case replaceReferences = "replace-refs"
        case shallow
        case alternates
        case foreignReference = "foreign-ref"
        case foreignMode = "foreign-mode"
        case foreignSetting = "foreign-config"
        case runsCode = "runs-code"
        case foreignFile = "foreign-file"
        case lyingGraph = "lying-commit-graph"
        // What somebody who may write commits can do.
        case dropped = "dropped-commits"
        case rewritten = "rewritten-history"
        case swapped = "swapped-file"
        case unsignedCommit = "unsigned-commit"
        case wrongKey = "wrong-key"
        case badSignature = "bad-signature"
        case backDated = "back-dated"
        case merge
        // The log itself.
        case noLog = "no-log"
        case unlogged
        case tile = "wrong-tile"
        case mixed = "mixed-checkpoint"
        case unsignedCheckpoint = "unsigned-checkpoint"
        case rollback
        case fork
        case freeze
        case key
        case timeline = "broken-timeline"
        case stamp
        // A mail.
        case noEvidence = "no-evidence"
        case alteredMail = "altered-mail"
        case wrongDigest = "wrong-digest"
        case notLogged = "not-in-log"
    }

    package enum Weight: String, Sendable, Hashable {
        /// It is not as it was written.
        case fault
        /// It may be in order, and somebody should know.
        case warning
    }

    package var kind: Kind
    package var weight: Weight
    /// A file, a reference, an object, an entry of the log.
    package var place: String
    package var reason: String

    init(_ kind: Kind, _ place: String, _ reason: String, weight: Weight? = nil) {
        self.kind = kind
        self.weight = weight ?? (kind.isWarning ? .warning : .fault)
        self.place = place
        self.reason = reason
    }

    init(fault: ObjectFault) {
        switch fault {
        case .missing(let name):
            self.init(.missingObject, "object \(name)", "no pack and no file holds it")
        case .damaged(let place, let reason):
            let kind: Kind =
                place.hasPrefix("tree ") || place.hasPrefix("object ") || place.hasPrefix("commit ")
                ? .damagedObject : .damagedPack
            self.init(kind, place, reason)
        }
    }

    static func words(_ error: any Error) -> String {
        switch error as? ObjectFault {
        case .missing(let name)?: "object \(name) is missing"
        case .damaged(let place, let reason)?: "\(place): \(reason)"
        case nil: "\(error)"
        }
    }
}

extension Problem.Kind {
    var isWarning: Bool {
        switch self {
        case .freeze, .unlogged, .noLog, .unsignedCheckpoint: true
        default: false
        }
    }

    /// What to do about it, in a sentence.
    package var advice: String {
        switch self {
        case .damagedObject, .missingObject, .damagedPack, .damagedReference, .damagedFile:
            "The disk or somebody changed it: restore the store from a mirror or a backup, and look at the disk."
        case .grafts, .replaceReferences, .shallow, .alternates:
            "It makes git show another history than the one that is stored: remove it, and find out who put it there."
        case .foreignReference, .foreignSetting, .foreignFile, .foreignMode:
            "Lexwatch writes nothing of the kind: find out who put it there, and remove it."
        case .runsCode:
            "Whoever uses the store with git would run it: remove it, and find out who put it there."
        case .lyingGraph:
            "Stock git would show another history: delete objects/info/commit-graph, and find out who made it."
        case .dropped, .rollback:
            "The store was set back: restore it from a copy that has what is missing."
        case .rewritten, .swapped, .fork, .mixed, .tile:
            "The history was changed after it was logged: compare with a mirror and with checkpoints in mails, and restore."
        case .unsignedCommit, .wrongKey, .badSignature, .backDated, .merge:
            "Somebody without the key wrote to the store: find out who, and restore it from before."
        case .noLog: "Any command that writes makes the log: run lexwatch snapshot --offline."
        case .unlogged:
            "A run that was killed leaves this, and the next one logs it: run lexwatch snapshot --offline. If none was, look at the commits."
        case .unsignedCheckpoint: "Make a key with lexwatch key create and name it as signing-key."
        case .freeze: "No run has been logged for too long, or this is an old copy: look at the nightly run."
        case .key: "Compare the key with one from elsewhere, and give it with --key."
        case .timeline: "Timelines are derived: run lexwatch rebuild."
        case .stamp: "Ask for another stamp; the rest of the evidence does not rest on it."
        case .noEvidence:
            "It was made before the store had a log, or the part was taken off: ask for the mail again."
        case .alteredMail, .wrongDigest, .notLogged:
            "Do not rely on this mail: ask the sender for another copy, and look at the text itself."
        }
    }
}
