/// The newest texts of a pack by where they stand, to write the next one as the difference to one of them.
///
/// What a text is like: what stood at its path before, or the same file in a folder beside its own (another version of
/// the same law); anything else in such a folder (what the text was captured from); and, for small files, the last one
/// of the same name.
struct DeltaBases {
    /// So many bytes of texts are kept, the newest. While a batch is written they are its own, and cost nothing more.
    private static let room = 128 << 20
    /// Whoever reads a difference reads its base: it may be so many times as large, and a little more.
    private static let ratio = 4
    /// A file that is smaller is like others of its name; a larger one stands for its folder's neighbours.
    private static let small = 4_096

    private struct Text {
        var number: Int
        var bytes: [UInt8]
    }

    private var texts: [Text] = []
    /// Texts before this one have been let go.
    private var first = 0
    private var held = 0
    private var byPlace: [String: Int] = [:]

    /// What a text at a path may be like, the likeliest first.
    func candidates(for path: StorePath, size: Int) -> [(number: Int, bytes: [UInt8])] {
        var found: [Int] = []
        for place in Self.places(path, size: size) {
            guard let index = byPlace[place], index >= first, !found.contains(index),
                texts[index].bytes.count <= Self.ratio * size + Self.small
            else { continue }
            found.append(index)
            if found.count == 2 { break }
        }
        return found.map { (texts[$0].number, texts[$0].bytes) }
    }

    /// Remembers a text.
    mutating func add(_ bytes: [UInt8], number: Int, at path: StorePath) {
        guard bytes.count >= 32, bytes.count <= Self.room / 4 else { return }
        for place in Self.places(path, size: bytes.count) { byPlace[place] = texts.count }
        texts.append(Text(number: number, bytes: bytes))
        held += bytes.count
        while held > Self.room {
            held -= texts[first].bytes.count
            texts[first].bytes = []
            first += 1
        }
    }

    private static func places(_ path: StorePath, size: Int) -> [String] {
        let name = path.components.last ?? ""
        let above = path.components.dropLast(2).joined(separator: "/")
        let beside = above + "//" + name
        return size < small ? [beside, name] : [beside, above + "//"]
    }
}
