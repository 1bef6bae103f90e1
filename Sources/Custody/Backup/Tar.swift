import CArchive
import Foundation

/// A tar (POSIX pax), written as a stream.
final class TarWriter {
    private let archive: OpaquePointer
    private let sink: (UnsafeRawBufferPointer) throws -> Void
    private let time: Int64
    /// What the sink threw; libarchive only knows that it failed.
    private var failure: (any Error)?

    init(time: Int64, to sink: @escaping (UnsafeRawBufferPointer) throws -> Void) throws {
        guard let archive = archive_write_new() else {
            throw BackupError(.cannotWrite, "libarchive does not start")
        }
        self.archive = archive
        self.sink = sink
        self.time = time
        archive_write_set_format_pax_restricted(archive)
        archive_write_add_filter_none(archive)
        let code = archive_write_open(
            archive, Unmanaged.passUnretained(self).toOpaque(), nil,
            { _, owner, bytes, count in
                guard let owner else { return -1 }
                let tar = Unmanaged<TarWriter>.fromOpaque(owner).takeUnretainedValue()
                do {
                    try tar.sink(UnsafeRawBufferPointer(start: bytes, count: count))
                    return count
                } catch {
                    tar.failure = error
                    return -1
                }
            }, nil)
        try check(code)
    }

    deinit { archive_write_free(archive) }

    func folder(_ name: String) throws { try header(name, size: 0, type: 0o040000, mode: 0o755) }

    /// Begins a file of exactly so many bytes.
    func file(_ name: String, size: Int64, mode: UInt32 = 0o644) throws {
        try header(name, size: size, type: 0o100000, mode: mode)
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = archive_write_data(archive, rest.baseAddress, rest.count)
            guard count > 0 else { throw problem }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    func finish() throws { try check(archive_write_close(archive)) }

    private func header(_ name: String, size: Int64, type: UInt32, mode: UInt32) throws {
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_filetype(entry, type)
        archive_entry_set_perm(entry, mode)
        archive_entry_set_size(entry, size)
        archive_entry_set_mtime(entry, Int(time), 0)
        try check(archive_write_header(archive, entry))
    }

    private var problem: any Error {
        failure
            ?? BackupError(
                .cannotWrite, "tar: \(archive_error_string(archive).map { String(cString: $0) } ?? "?")")
    }

    private func check(_ code: Int32) throws { guard code == 0 else { throw problem } }
}

/// A tar, read as a stream.
final class TarReader {
    struct Entry {
        var name: String
        var isFolder: Bool
    }

    private let archive: OpaquePointer
    private let source: () throws -> [UInt8]
    private let buffer = Held()
    private var failure: (any Error)?

    /// What libarchive reads from until it asks again.
    private final class Held {
        var bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
    }

    /// - Parameter source: gives the next bytes, at most 128 KiB; none at the end.
    init(from source: @escaping () throws -> [UInt8]) throws {
        guard let archive = archive_read_new() else {
            throw BackupError(.cannotRead, "libarchive does not start")
        }
        self.archive = archive
        self.source = source
        archive_read_support_format_tar(archive)
        let code = archive_read_open(
            archive, Unmanaged.passUnretained(self).toOpaque(), nil,
            { _, owner, out in
                guard let owner, let out else { return -1 }
                let tar = Unmanaged<TarReader>.fromOpaque(owner).takeUnretainedValue()
                do {
                    let bytes = try tar.source()
                    tar.buffer.bytes.copyBytes(from: bytes.prefix(tar.buffer.bytes.count))
                    out.pointee = UnsafeRawPointer(tar.buffer.bytes.baseAddress)
                    return min(bytes.count, tar.buffer.bytes.count)
                } catch {
                    tar.failure = error
                    return -1
                }
            }, nil)
        guard code == 0 else { throw problem }
    }

    deinit {
        archive_read_free(archive)
        buffer.bytes.deallocate()
    }

    /// The next file or folder; nil at the end.
    func next() throws -> Entry? {
        var entry: OpaquePointer?
        let code = archive_read_next_header(archive, &entry)
        if code == 1 { return nil }
        guard code == 0, let entry, let name = archive_entry_pathname(entry) else { throw problem }
        let type = archive_entry_filetype(entry)
        guard type == 0o100000 || type == 0o040000, archive_entry_hardlink(entry) == nil else {
            throw BackupError(.malformed, "it holds something that is neither a file nor a folder")
        }
        return Entry(name: String(cString: name), isFolder: type == 0o040000)
    }

    /// Bytes of the file at hand; none at its end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
        guard count >= 0 else { throw problem }
        return count
    }

    private var problem: any Error {
        failure
            ?? BackupError(
                .malformed,
                "it is no backup as it was written: \(archive_error_string(archive).map { String(cString: $0) } ?? "?")"
            )
    }
}
