internal import Glibc

/// A file of git's that ends in the SHA-1 of what stands before: packs, their indexes, commit-graphs.
enum TrailedFile {
    /// Its last twenty bytes when they are right; nil when they are not, or when it cannot be read.
    static func trailer(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var found = stat()
        guard fstat(descriptor, &found) == 0, found.st_size > 20 else { return nil }
        var left = Int(found.st_size) - 20
        var hash = SHA1()
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while left > 0 {
            let count = read(descriptor, &buffer, min(buffer.count, left))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            buffer.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            left -= count
        }
        var end = [UInt8](repeating: 0, count: 20)
        guard pread(descriptor, &end, 20, off_t(found.st_size) - 20) == 20, hash.digest() == end else {
            return nil
        }
        return end
    }

    /// Why a pack and its index are not what was written; nil when they are.
    static func fault(pack: String) -> String? {
        let index = String(pack.dropLast(5)) + ".idx"
        guard let trailer = trailer(pack) else { return "its checksum does not fit" }
        guard Folder.kind(index) == .file else { return "its index is missing" }
        guard Self.trailer(index) != nil else { return "the checksum of its index does not fit" }
        let descriptor = open(index, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "its index cannot be read" }
        defer { close(descriptor) }
        var found = stat()
        var named = [UInt8](repeating: 0, count: 20)
        guard fstat(descriptor, &found) == 0, found.st_size > 40,
            pread(descriptor, &named, 20, off_t(found.st_size) - 40) == 20, named == trailer
        else { return "its index is that of another pack" }
        return nil
    }
}
