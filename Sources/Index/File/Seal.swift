import Foundation

/// A checksum over the whole file, kept inside it: SQLite's own `integrity_check` misses damage that stays within a value.
///
/// It is no signature: it finds flipped bits and half-written files, not somebody who means harm. What an answer shows is
/// read from the store in any case.
enum Seal {
    /// Bytes of the checksum.
    static let size = 32
    private static let pageSize = 4096

    /// Writes the checksum into a file and makes all of it durable.
    static func put(on path: String) throws(IndexError) {
        guard let file = FileHandle(forUpdatingAtPath: path) else {
            throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
        }
        do {
            defer { try? file.close() }
            let bytes = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
            guard let place = place(in: bytes) else {
                throw IndexError.fault("the new index has no place for its seal")
            }
            try file.seek(toOffset: UInt64(place))
            try file.write(contentsOf: checksum(bytes, but: place..<place + size))
            try file.synchronize()
        } catch let error as IndexError {
            throw error
        } catch {
            throw .cannotWrite(path: path, reason: error.localizedDescription)
        }
    }

    /// Whether a file is as it was when it was sealed; nil when it cannot be read.
    static func holds(on path: String) -> Bool? {
        guard let bytes = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped) else {
            return nil
        }
        guard bytes.count % pageSize == 0, let place = place(in: bytes) else { return false }
        return checksum(bytes, but: place..<place + size) == bytes.subdata(in: place..<place + size)
    }

    /// Behind the marker on the second page, which holds nothing else.
    private static func place(in bytes: Data) -> Int? {
        guard bytes.count >= 2 * pageSize else { return nil }
        let page = bytes.subdata(in: pageSize..<2 * pageSize)
        guard let found = page.range(of: Data(IndexSchema.marker)) else { return nil }
        let place = pageSize + found.upperBound
        return place + size <= bytes.count ? place : nil
    }

    /// Four sums side by side, each multiplied and turned at every word: as fast as memory gives the bytes.
    private static func checksum(_ bytes: Data, but hole: Range<Int>) -> Data {
        var lanes: (UInt64, UInt64, UInt64, UInt64) = (
            0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344, 0xA409_3822_299F_31D0, 0x082E_FA98_EC4E_6C89
        )
        let odd: (UInt64, UInt64, UInt64, UInt64) = (
            0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0xD6E8_FEB8_6659_FD93
        )
        func sum(_ part: UnsafeRawBufferPointer) {
            var index = 0
            while index + 32 <= part.count {
                func word(_ offset: Int) -> UInt64 {
                    UInt64(littleEndian: part.loadUnaligned(fromByteOffset: index + offset, as: UInt64.self))
                }
                lanes.0 = turned((lanes.0 ^ word(0)) &* odd.0)
                lanes.1 = turned((lanes.1 ^ word(8)) &* odd.1)
                lanes.2 = turned((lanes.2 ^ word(16)) &* odd.2)
                lanes.3 = turned((lanes.3 ^ word(24)) &* odd.3)
                index += 32
            }
            while index < part.count {
                lanes.0 = turned((lanes.0 ^ UInt64(part[index])) &* odd.1)
                index += 1
            }
        }
        bytes.withUnsafeBytes { all in
            sum(UnsafeRawBufferPointer(rebasing: all[..<hole.lowerBound]))
            sum(UnsafeRawBufferPointer(rebasing: all[hole.upperBound...]))
        }
        var last: [UInt64] = [lanes.0, lanes.1, lanes.2, lanes.3]
        for step in 0..<8 {
            let index = step % 4
            last[index] = turned((last[index] ^ last[(index + 1) % 4] ^ UInt64(bytes.count)) &* odd.0)
        }
        return Data(last.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } })
    }

    private static func turned(_ word: UInt64) -> UInt64 {
        let mixed = word ^ word >> 29
        return mixed << 31 | mixed >> 33
    }
}
