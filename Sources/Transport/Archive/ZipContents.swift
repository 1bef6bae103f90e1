import CLibzip
import Glibc
package import Material

/// The entries of a ZIP archive in memory, unpacked one by one through libzip and counted while they are.
///
/// Nothing is written to disk, and no archive inside the archive is opened.
package final class ZipContents {
    package let directory: ZipDirectory
    private let archive: OpaquePointer
    private let limits: ReadingLimits
    private let places: [[UInt8]: Int]
    /// What has come out so far, of all entries.
    private var unpacked = 0

    /// - Throws: as ``ZipDirectory``.
    package init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingFault) {
        directory = try ZipDirectory(bytes, limits: limits)
        self.limits = limits
        places = Dictionary(
            directory.entries.enumerated().map { (ArchiveName.folded($1.name), $0) },
            uniquingKeysWith: { first, _ in first })
        archive = try Self.open(bytes)
        // Two readers of one archive must see the same: what we judged is what libzip unpacks.
        guard zip_get_num_entries(archive, 0) == zip_int64_t(directory.entries.count) else {
            zip_discard(archive)
            throw ReadingFault(.malformed, "not a sound ZIP archive: it can be read in two ways")
        }
    }

    deinit { zip_discard(archive) }

    package func holds(_ name: String) -> Bool { places[ArchiveName.folded(Array(name.utf8))] != nil }

    /// Unpacks an entry.
    ///
    /// - Parameter name: from the root of the archive, without a leading slash; ASCII letters in any case.
    /// - Returns: nil where there is no such entry.
    /// - Throws: `malformed` where it does not unpack or its checksum is wrong, `bomb`, `tooLarge`.
    package func bytes(of name: String) throws(ReadingFault) -> [UInt8]? {
        guard let place = places[ArchiveName.folded(Array(name.utf8))] else { return nil }
        let entry = directory.entries[place]
        try checkName(entry, at: place)
        guard let file = zip_fopen_index(archive, zip_uint64_t(place), 0) else {
            throw damaged(entry, String(cString: zip_strerror(archive)))
        }
        defer { zip_fclose(file) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entry.declared)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let read = chunk.withUnsafeMutableBytes {
                zip_fread(file, $0.baseAddress, zip_uint64_t($0.count))
            }
            guard read >= 0 else {
                throw damaged(entry, String(cString: zip_error_strerror(zip_file_get_error(file))))
            }
            if read == 0 { break }
            bytes.append(contentsOf: chunk[0..<Int(read)])
            unpacked += Int(read)
            // The directory was judged by what it declares; more than that is a lie, and ends before it costs.
            guard bytes.count <= entry.declared, unpacked <= limits.unpackedBytes else {
                throw ReadingFault(
                    .bomb,
                    "\(ArchiveName.shown(entry.name)) unpacks to more than the \(entry.declared) bytes it declares"
                )
            }
        }
        guard bytes.count == entry.declared else {
            throw damaged(entry, "it is shorter than it declares")
        }
        return bytes
    }

    private func checkName(_ entry: ZipDirectory.Entry, at place: Int) throws(ReadingFault) {
        let name = zip_get_name(archive, zip_uint64_t(place), zip_flags_t(ZIP_FL_ENC_RAW))
        let same = name.map { pointer in
            UnsafeRawBufferPointer(start: pointer, count: strlen(pointer)).elementsEqual(entry.name)
        }
        guard same == true else {
            throw ReadingFault(.malformed, "not a sound ZIP archive: it can be read in two ways")
        }
    }

    private func damaged(_ entry: ZipDirectory.Entry, _ reason: String) -> ReadingFault {
        ReadingFault(
            .malformed, "\(ArchiveName.shown(entry.name)) in the archive cannot be unpacked: \(reason)")
    }

    private static func open(_ bytes: [UInt8]) throws(ReadingFault) -> OpaquePointer {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        func fault() -> ReadingFault {
            ReadingFault(
                .malformed, "not a sound ZIP archive: \(String(cString: zip_error_strerror(&error)))")
        }
        // libzip keeps the pointer as long as the archive is open, and frees it then.
        guard let copy = malloc(max(bytes.count, 1)) else {
            throw ReadingFault(.tooLarge, "not enough memory for the archive")
        }
        bytes.withUnsafeBytes { if let start = $0.baseAddress { memcpy(copy, start, $0.count) } }
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error) else {
            free(copy)
            throw fault()
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            throw fault()
        }
        return archive
    }
}
