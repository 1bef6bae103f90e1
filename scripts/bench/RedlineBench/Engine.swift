import Redline
import Statute

/// Our engine as it is measured: canonical bytes in, what it found out.
struct Engine {
    let language: Language

    /// From bytes to the whole redline, with its reasons.
    func redline(old: [UInt8], new: [UInt8]) -> ChangeSet {
        ChangeSet.between(parsed(old), parsed(new))
    }

    /// From parsed texts to the redline: what is timed as the core until there is a way from bytes to edits alone.
    func redline(old: StatuteText, new: StatuteText) -> ChangeSet {
        ChangeSet.between(old, new)
    }

    func parsed(_ bytes: [UInt8]) -> StatuteText {
        CanonicalText.parse(String(decoding: bytes, as: UTF8.self), language: language).text
    }
}
