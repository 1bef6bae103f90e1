internal import Glibc

/// A file mapped for reading: an index of a pack is looked at and not copied.
///
/// The map goes with this object, so that nothing of it is handed out but copies.
final class FileBytes {
    private let bytes: UnsafeRawBufferPointer

    /// - Throws: ``StoreError/cannotRead(path:reason:)``
    init(path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.cannotRead(path) }
        defer { close(descriptor) }
        var found = stat()
        guard fstat(descriptor, &found) == 0 else { throw Self.cannotRead(path) }
        guard found.st_size > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        let start = mmap(nil, Int(found.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let start, start != MAP_FAILED else { throw Self.cannotRead(path) }
        bytes = UnsafeRawBufferPointer(start: start, count: Int(found.st_size))
    }

    deinit {
        if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
    }

    var count: Int { bytes.count }

    subscript(offset: Int) -> UInt8 { bytes[offset] }

    /// A big-endian number of 32 bits.
    func word(at offset: Int) -> UInt32 {
        UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// The name of an object; nil where fewer than 20 bytes follow.
    func key(at offset: Int) -> ObjectID? {
        guard offset >= 0, offset + ObjectID.size <= bytes.count else { return nil }
        return ObjectID(raw: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + ObjectID.size]))
    }

    private static func cannotRead(_ path: String) -> StoreError {
        .cannotRead(path: path, reason: String(cString: strerror(errno)))
    }
}
