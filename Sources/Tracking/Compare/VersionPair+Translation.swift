package import Redline
import Statute

extension VersionPair {
    /// The other language of both versions beside a comparison of theirs; nil where neither is held in it.
    package func translation(_ comparison: Comparison) -> BilingualChanges? {
        let other: Language = language == .zh ? .en : .zh
        return BilingualChanges(
            comparison.changes, (before.text, after.text),
            beside: (old.texts[other]?.text, new.texts[other]?.text),
            provenance: (old.texts[other]?.provenance ?? .official, new.texts[other]?.provenance ?? .official)
        )
    }
}
