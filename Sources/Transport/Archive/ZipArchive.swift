import CLibzip
import Glibc

/// Packs named bytes into a ZIP archive in memory, through libzip.
///
/// The same entries give the same bytes on every run and in every time zone: each entry carries the earliest time
/// that the format has. Between versions of zlib the compressed bytes may differ, what they unpack to does not.
package enum ZipArchive {
    /// What libzip said, and to which call.
    package struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
        package let call: String
        package let reason: String

        package var description: String { "\(call): \(reason)" }
    }

    /// 1 January 1980, 00:00, in the packed form of MS-DOS.
    private static let epoch: (time: zip_uint16_t, date: zip_uint16_t) = (0, 0x21)

    /// - Parameter entries: stored in this order; names are unique.
    package static func bytes(_ entries: [(name: String, bytes: [UInt8])]) throws(Fault) -> [UInt8] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let target = zip_source_buffer_create(nil, 0, 0, &error) else {
            throw fault("zip_source_buffer_create", &error)
        }
        defer { zip_source_free(target) }
        // The archive gives its hold on the source back when it is closed; the bytes are read after that.
        zip_source_keep(target)
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
            zip_source_free(target)
            throw fault("zip_open_from_source", &error)
        }
        do throws(Fault) {
            for entry in entries { try add(entry.name, entry.bytes, to: archive) }
        } catch {
            zip_discard(archive)
            throw error
        }
        guard zip_close(archive) == 0 else {
            let reason = String(cString: zip_strerror(archive))
            zip_discard(archive)
            throw Fault(call: "zip_close", reason: reason)
        }
        return try contents(of: target)
    }

    private static func add(_ name: String, _ bytes: [UInt8], to archive: OpaquePointer) throws(Fault) {
        func check(_ succeeded: Bool, _ call: String) throws(Fault) {
            if !succeeded { throw Fault(call: call, reason: String(cString: zip_strerror(archive))) }
        }
        // libzip reads the bytes when the archive is closed, and frees them then: they need a place of their own.
        let copy = UnsafeMutableRawBufferPointer(
            start: malloc(max(bytes.count, 1)), count: max(bytes.count, 1))
        try check(copy.baseAddress != nil, "malloc")
        copy.copyBytes(from: bytes)
        guard let source = zip_source_buffer(archive, copy.baseAddress, zip_uint64_t(bytes.count), 1) else {
            free(copy.baseAddress)
            throw Fault(call: "zip_source_buffer", reason: String(cString: zip_strerror(archive)))
        }
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        if index < 0 { zip_source_free(source) }
        try check(index >= 0, "zip_file_add")
        let place = zip_uint64_t(index)
        try check(
            zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, 6) == 0, "zip_set_file_compression")
        try check(
            zip_file_set_dostime(archive, place, epoch.time, epoch.date, 0) == 0, "zip_file_set_dostime")
    }

    private static func contents(of source: OpaquePointer) throws(Fault) -> [UInt8] {
        func fault(_ call: String) -> Fault {
            Fault(call: call, reason: String(cString: zip_error_strerror(zip_source_error(source))))
        }
        guard zip_source_open(source) == 0 else { throw fault("zip_source_open") }
        defer { zip_source_close(source) }
        guard zip_source_seek(source, 0, SEEK_END) == 0 else { throw fault("zip_source_seek") }
        let size = zip_source_tell(source)
        guard size >= 0, zip_source_seek(source, 0, SEEK_SET) == 0 else { throw fault("zip_source_tell") }
        var bytes = [UInt8](repeating: 0, count: Int(size))
        let read = bytes.withUnsafeMutableBytes {
            zip_source_read(source, $0.baseAddress, zip_uint64_t(size))
        }
        guard read == size else { throw fault("zip_source_read") }
        return bytes
    }

    private static func fault(_ call: String, _ error: UnsafeMutablePointer<zip_error_t>) -> Fault {
        Fault(call: call, reason: String(cString: zip_error_strerror(error)))
    }
}
