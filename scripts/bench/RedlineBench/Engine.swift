import Redline
import Statute

/// Our engine as it is measured: canonical bytes in, what it found out.
struct Engine {
    let language: Language

    /// From bytes to the whole redline, with its reasons.
    func redline(old: [UInt8], new: [UInt8]) -> ChangeSet {
        ChangeSet.between(parsed(old), parsed(new))
    }

    /// From bytes to links and edits; nil where the texts have to be parsed.
    func edits(old: [UInt8], new: [UInt8]) -> CanonicalRedline? {
        old.withUnsafeBufferPointer { old in
            new.withUnsafeBufferPointer { new in CanonicalRedline(old: old, new: new) }
        }
    }

    func parsed(_ bytes: [UInt8]) -> StatuteText {
        CanonicalText.parse(String(decoding: bytes, as: UTF8.self), language: language).text
    }
}
