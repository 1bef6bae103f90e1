/// Signs that the editions of GB 18030 put at different places.
///
/// The edition of 2000 had 25 signs in the private use area that Unicode had not yet; those of 2005 and 2022 name
/// them properly, and so do pages in UTF-8. C libraries follow one edition or the other, and the same page must
/// read the same on every machine.
enum GB18030 {
    /// The text as the edition of 2022 reads it.
    static func modern(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { replacement($0) != nil }) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(replacement(scalar) ?? scalar) }
        return String(scalars)
    }

    /// GB 18030-2022, 4.4 and annex: vertical forms, components of characters, rare characters, ḿ.
    private static func replacement(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0xE78D: "\u{FE10}"
        case 0xE78E: "\u{FE12}"
        case 0xE78F: "\u{FE11}"
        case 0xE790: "\u{FE13}"
        case 0xE791: "\u{FE14}"
        case 0xE792: "\u{FE15}"
        case 0xE793: "\u{FE16}"
        case 0xE794: "\u{FE17}"
        case 0xE795: "\u{FE18}"
        case 0xE796: "\u{FE19}"
        case 0xE7C7: "\u{1E3F}"
        case 0xE816: "\u{20087}"
        case 0xE817: "\u{20089}"
        case 0xE818: "\u{200CC}"
        case 0xE81E: "\u{9FB4}"
        case 0xE826: "\u{9FB5}"
        case 0xE82B: "\u{9FB6}"
        case 0xE82C: "\u{9FB7}"
        case 0xE831: "\u{215D7}"
        case 0xE832: "\u{9FB8}"
        case 0xE83B: "\u{2298F}"
        case 0xE843: "\u{9FB9}"
        case 0xE854: "\u{9FBA}"
        case 0xE855: "\u{241FE}"
        case 0xE864: "\u{9FBB}"
        default: nil
        }
    }
}
