import GitStore
package import Statute

/// The address of an instrument that nobody has declared: made from its Chinese title alone, so that every machine
/// gives it the same one.
package enum TitleSlug {
    /// `cn/t-` and the first 16 hexadecimal digits of the SHA-256 of ``normalised(_:)``.
    ///
    /// A hash rather than pinyin: romanisation tables differ from one ICU version to the next.
    package static func id(for title: String) -> InstrumentID? {
        let name = normalised(title)
        guard !name.isEmpty else { return nil }
        return InstrumentID("cn/t-" + SHA256.hex(of: Array(name.utf8)).prefix(16))
    }

    /// Whether an id looks like one that ``id(for:)`` gives.
    package static func isMade(_ id: InstrumentID) -> Bool {
        let bytes = Array(id.slug.utf8)
        return id.country == "cn" && bytes.count == 18 && bytes.starts(with: "t-".utf8)
            && bytes.dropFirst(2).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// The title without blanks and without 中华人民共和国 in front, by which versions of one law are found to be one.
    package static func normalised(_ title: String) -> String {
        var scalars = Array(title.unicodeScalars.filter { !$0.isBlank && !$0.isInvisible })
        let country = Array("中华人民共和国".unicodeScalars)
        if scalars.starts(with: country), scalars.count > country.count { scalars.removeFirst(country.count) }
        return scalars.string
    }
}
