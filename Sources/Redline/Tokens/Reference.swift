/// What a reference points at, by number: article, paragraph, item, subitem; 0 where it does not say.
struct Reference: Sendable, Hashable {
    /// 0: the article in which the reference stands.
    var article = 0
    /// The 1 of 第一百二十条之一.
    var branch = 0
    var paragraph = 0
    var item = 0
    var subitem = 0

    /// An identity for a reference that is compared literally.
    var id: UInt32 {
        var hash = TokenHash()
        for part in [0x7265, article, branch, paragraph, item, subitem] {
            hash.add(UInt32(truncatingIfNeeded: part))
        }
        return hash.number
    }
}
