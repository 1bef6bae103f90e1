/// What a reference points at, by number: article, paragraph, item, subitem; 0 where it does not say.
struct Reference: BitwiseCopyable, Sendable, Hashable {
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
        hash.add(0x7265)
        hash.add(UInt32(truncatingIfNeeded: article))
        hash.add(UInt32(truncatingIfNeeded: branch))
        hash.add(UInt32(truncatingIfNeeded: paragraph))
        hash.add(UInt32(truncatingIfNeeded: item))
        hash.add(UInt32(truncatingIfNeeded: subitem))
        return hash.number
    }
}
