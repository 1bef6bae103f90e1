package import Material

/// The central directory of a ZIP archive (APPNOTE 6.3.9, 4.3), read and judged before anything is unpacked.
///
/// libzip unpacks, but says nothing of where an entry lies: entries that share bytes (a "better zip bomb") are told
/// by their places only.
package struct ZipDirectory: Sendable {
    package struct Entry: Sendable, Hashable {
        package let name: [UInt8]
        /// Where the local header begins.
        let offset: Int
        package let packed: Int
        /// What the archive says; nobody has counted yet.
        package let declared: Int
        let flags: UInt16

        var isEncrypted: Bool { flags & 1 != 0 }
        var isFolder: Bool { name.last == UInt8(ascii: "/") }
    }

    package let entries: [Entry]

    /// Below this an entry may unfold as it likes.
    private static let smallEntry = 64 << 10

    /// - Throws: ``ReadingFault`` of kind `malformed`, `tooLarge`, `slip`, `bomb` or `encrypted`.
    package init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingFault) {
        let end = try Self.end(of: bytes)
        guard end.count <= limits.entries else {
            throw ReadingFault(
                .tooLarge, "the archive has \(end.count) entries; \(limits.entries) are allowed")
        }
        var entries: [Entry] = []
        var at = end.directory
        for _ in 0..<end.count {
            let (entry, next) = try Self.entry(of: bytes, at: at, before: end.place)
            entries.append(entry)
            at = next
        }
        guard at <= end.place else { throw Self.malformed("its directory runs into its end") }
        self.entries = entries
        try refuseNames()
        try refuseOverlaps(in: bytes, directory: end.directory)
        try refuseSizes(limits)
    }

    private static func malformed(_ what: String) -> ReadingFault {
        ReadingFault(.malformed, "not a sound ZIP archive: \(what)")
    }

    // MARK: Judging

    private func refuseNames() throws(ReadingFault) {
        var seen: Set<[UInt8]> = []
        for entry in entries {
            guard ArchiveName.staysInside(entry.name) else {
                throw ReadingFault(
                    .slip, "an entry leaves the archive by its name: \(ArchiveName.shown(entry.name))")
            }
            guard seen.insert(ArchiveName.folded(entry.name)).inserted else {
                throw Self.malformed("two entries are called \(ArchiveName.shown(entry.name))")
            }
            if entry.isEncrypted {
                throw ReadingFault(
                    .encrypted, "the archive is encrypted (\(ArchiveName.shown(entry.name)))")
            }
        }
    }

    private func refuseOverlaps(in bytes: [UInt8], directory: Int) throws(ReadingFault) {
        var free = 0
        for entry in entries.sorted(by: { $0.offset < $1.offset }) {
            guard entry.offset >= free else {
                throw ReadingFault(
                    .bomb, "entries of the archive overlap at \(ArchiveName.shown(entry.name))")
            }
            guard Self.word(bytes, entry.offset) == 0x0403_4B50,
                let name = Self.half(bytes, entry.offset + 26),
                let extra = Self.half(bytes, entry.offset + 28)
            else { throw Self.malformed("\(ArchiveName.shown(entry.name)) is not where it is said to be") }
            free = entry.offset + 30 + Int(name) + Int(extra) + entry.packed
            guard free <= directory else {
                throw Self.malformed("\(ArchiveName.shown(entry.name)) runs into the directory")
            }
        }
    }

    private func refuseSizes(_ limits: ReadingLimits) throws(ReadingFault) {
        var total = 0
        for entry in entries {
            try Self.refuseRatio(of: entry, limits)
            total += entry.declared
        }
        guard total <= limits.unpackedBytes else {
            throw ReadingFault(
                .tooLarge, "the archive unpacks to \(total) bytes; \(limits.unpackedBytes) are allowed")
        }
    }

    private static func refuseRatio(of entry: Entry, _ limits: ReadingLimits) throws(ReadingFault) {
        guard entry.declared > smallEntry else { return }
        let (allowed, overflow) = limits.ratio.multipliedReportingOverflow(by: entry.packed)
        if !overflow, entry.declared > allowed {
            throw ReadingFault(
                .bomb,
                "\(ArchiveName.shown(entry.name)) unfolds to more than \(limits.ratio) times what it holds")
        }
    }

    // MARK: Reading

    private static func end(of bytes: [UInt8]) throws(ReadingFault) -> (
        place: Int, count: Int, directory: Int
    ) {
        // The record is 22 bytes and a comment of at most 65,535; its own count of the comment must fit.
        var place = bytes.count - 22
        let lowest = max(0, place - 0xFFFF)
        while place >= lowest {
            if word(bytes, place) == 0x0605_4B50, let comment = half(bytes, place + 20),
                place + 22 + Int(comment) == bytes.count
            {
                break
            }
            place -= 1
        }
        guard place >= lowest, let disk = half(bytes, place + 4), let here = half(bytes, place + 8),
            let count = half(bytes, place + 10), let size = word(bytes, place + 12),
            let offset = word(bytes, place + 16)
        else { throw malformed("it has no end record; it may be cut off") }
        guard disk == 0, here == count else { throw malformed("it is one part of several") }
        guard count != 0xFFFF, offset != 0xFFFF_FFFF else {
            throw ReadingFault(.tooLarge, "the archive is in the format for huge archives (ZIP64)")
        }
        guard Int(offset) + Int(size) <= place else { throw malformed("its directory is not inside it") }
        return (place, Int(count), Int(offset))
    }

    private static func entry(
        of bytes: [UInt8], at place: Int, before end: Int
    ) throws(ReadingFault) -> (Entry, next: Int) {
        guard word(bytes, place) == 0x0201_4B50, let flags = half(bytes, place + 8),
            let packed = word(bytes, place + 20), let declared = word(bytes, place + 24),
            let nameLength = half(bytes, place + 28), let extra = half(bytes, place + 30),
            let comment = half(bytes, place + 32), let offset = word(bytes, place + 42)
        else { throw malformed("its directory is damaged") }
        let next = place + 46 + Int(nameLength) + Int(extra) + Int(comment)
        guard next <= end else { throw malformed("its directory is cut off") }
        let name = Array(bytes[(place + 46)..<(place + 46 + Int(nameLength))])
        let entry = Entry(
            name: name, offset: Int(offset), packed: Int(packed), declared: Int(declared), flags: flags)
        return (entry, next)
    }

    private static func half(_ bytes: [UInt8], _ place: Int) -> UInt16? {
        guard place >= 0, place + 2 <= bytes.count else { return nil }
        return UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
    }

    private static func word(_ bytes: [UInt8], _ place: Int) -> UInt32? {
        guard let low = half(bytes, place), let high = half(bytes, place + 2) else { return nil }
        return UInt32(low) | UInt32(high) << 16
    }
}
