internal import CZlib
import Statute

/// A pack on its way to disk: first the pack, then its index, each fsynced before it gets its name, the index last, for
/// a pack is there when its index is.
struct PackFile {
    /// Written at once.
    private static let piece = 1 << 20

    private let folder: String
    private let file: NewFile
    private var buffer: [UInt8] = []
    private var hash = SHA1()
    private var offset = 0
    private var rows: [PackIndexTable.Row] = []
    private var starts: [Int] = []

    /// - Parameters:
    ///   - folder: `objects/pack` of a store.
    ///   - objects: How many there will be.
    ///   - size: About how many bytes they take.
    init(folder: String, objects: Int, size: Int) throws(StoreError) {
        self.folder = folder
        // git's own clean-up knows these names, and so does ``Leftovers``.
        file = try NewFile(folder + "/tmp_pack_lexwatch")
        rows.reserveCapacity(objects)
        starts.reserveCapacity(objects)
        buffer.reserveCapacity(min(Self.piece, size + objects * 8) + 4_096)
        put(PackHeader.pack(objects: objects)[...])
    }

    /// Adds the next object.
    ///
    /// - Parameter base: The number of the object, counted from 0, that it is a difference to.
    mutating func add(_ id: ObjectID, _ ready: PackShare.Ready, from output: [UInt8]) throws(StoreError) {
        let start = offset
        let header: [UInt8]
        if let base = ready.base {
            header = PackHeader.difference(size: ready.size, distance: start - starts[base])
        } else {
            header = PackHeader.whole(ready.kind, size: ready.size)
        }
        let first = buffer.count
        put(header[...])
        put(output[ready.place])
        let sum = buffer[first...].withUnsafeBytes { bytes in
            crc32_z(0, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count)
        }
        rows.append(
            PackIndexTable.Row(
                id: id, checksum: UInt32(truncatingIfNeeded: sum), offset: UInt64(start)))
        starts.append(start)
        if buffer.count >= Self.piece { try flush() }
    }

    /// Writes what is left, and the index, and gives both their names.
    consuming func finish() throws(StoreError) {
        try flush()
        let checksum = hash.digest()
        try file.write(checksum)
        try file.synchronise()
        let index = try NewFile(folder + "/tmp_idx_lexwatch")
        try index.write(PackIndexTable.bytes(rows, pack: checksum))
        try index.synchronise()
        let name = folder + "/pack-" + Hexadecimal.string(checksum)
        try file.publish(as: name + ".pack")
        try index.publish(as: name + ".idx")
        try Folder.keep(folder)
    }

    private mutating func put(_ bytes: ArraySlice<UInt8>) {
        buffer += bytes
        offset += bytes.count
    }

    private mutating func flush() throws(StoreError) {
        hash.update(buffer)
        try file.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
