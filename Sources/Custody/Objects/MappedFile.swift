import Foundation

/// A file as bytes in memory, read by the system as they are touched.
///
/// Unchecked, because the compiler cannot know that nobody writes through the pointer: the mapping is for reading only,
/// and it stays valid when the file is unlinked meanwhile. Git's files are never changed in place.
final class MappedFile: @unchecked Sendable {
    let path: String
    let bytes: UnsafeRawBufferPointer

    /// Nil where it cannot be opened; an empty file has no bytes.
    init?(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let count = Int(status.st_size)
        self.path = path
        guard count > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            return nil
        }
        bytes = UnsafeRawBufferPointer(start: start, count: count)
    }

    deinit {
        if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
    }

    /// A big-endian number; the caller has looked that it is there.
    func word(_ offset: Int) -> UInt32 {
        UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// The last 20 bytes, which git's files end in, are the SHA-1 of what stands before them.
    var endsInItsHash: Bool {
        guard bytes.count > 20 else { return false }
        let body = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count - 20)])
        return SHA1Hasher().hash(body).elementsEqual(bytes[(bytes.count - 20)...])
    }
}
