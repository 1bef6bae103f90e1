package import Material

/// One state of a page as an archive keeps it. The archive's date is a date of its own: what it says about the
/// page is hearsay of the archive, and never the time at which we fetched.
package struct ArchivedMoment: Sendable, Hashable {
    /// When the archive fetched the page, as it says.
    package var datetime: Instant
    /// Where the archive serves that state.
    package var archiveURL: String
    /// The page itself.
    package var originalURL: String

    package init(datetime: Instant, archiveURL: String, originalURL: String) {
        self.datetime = datetime
        self.archiveURL = archiveURL
        self.originalURL = originalURL
    }
}

extension ArchivedMoment {
    /// The same state without what the archive adds to show it: replay pages carry a toolbar and rewritten links.
    ///
    /// Archives of the Wayback family serve the bytes as received under `…/20150706080000id_/http…`. Nil where the
    /// address has no such timestamp.
    package var raw: ArchivedMoment? {
        let bytes = Array(archiveURL.utf8)
        var index = 0
        while index < bytes.count {
            // The original address follows the timestamp: nothing in it is a timestamp of the archive.
            guard bytes[index] == 0x2f else {
                index += 1
                continue
            }
            let digits = bytes[(index + 1)...].prefix { (0x30...0x39).contains($0) }
            let flag = bytes[(index + 1 + digits.count)...].prefix { $0 != 0x2f }
            let end = index + 1 + digits.count + flag.count
            let isFlag = flag.isEmpty || (flag.count == 3 && flag.last == 0x5f)
            if digits.count == 14, isFlag, bytes[end...].starts(with: "/http".utf8) {
                var moment = self
                moment.archiveURL =
                    String(decoding: bytes[...index], as: UTF8.self) + String(decoding: digits, as: UTF8.self)
                    + "id_"
                    + String(decoding: bytes[end...], as: UTF8.self)
                return moment
            }
            index += 1
        }
        return nil
    }
}
