import Foundation
import Statute

/// A folder in which backups stand side by side, named by their times.
package struct BackupShelf {
    private let folder: String

    package init(_ folder: String) { self.folder = folder }

    /// `lexwatch-20261124T031500Z.tar`, with `.age` behind it for an encrypted one.
    package func name(at now: Int64, isEncrypted: Bool) -> String {
        let day = CalendarDate(unixTime: now).description.filter { $0 != "-" }
        let time = UTC.clock(now).filter { $0 != ":" }
        return "\(folder)/lexwatch-\(day)T\(time)Z.tar\(isEncrypted ? ".age" : "")"
    }

    /// Deletes all but the newest backups; other files are not looked at.
    ///
    /// - Returns: the paths that were deleted.
    package func keep(_ count: Int) throws -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var deleted: [String] = []
        for name in names.filter(Self.isBackup).sorted(by: >).dropFirst(max(1, count)) {
            let path = "\(folder)/\(name)"
            guard unlink(path) == 0 else {
                throw BackupError(
                    .cannotWrite, "\(path): cannot be deleted: \(String(cString: strerror(errno)))")
            }
            deleted.append(path)
        }
        return deleted
    }

    private static func isBackup(_ name: String) -> Bool {
        let stem =
            name.hasSuffix(".tar.age") ? name.dropLast(8) : name.hasSuffix(".tar") ? name.dropLast(4) : ""
        let shape = stem.utf8.map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }
        return shape == Array("lexwatch-00000000T000000Z".utf8)
    }
}
