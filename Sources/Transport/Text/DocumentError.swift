/// An input that cannot be used: what, where, and what to do.
package enum DocumentError: Error, Sendable, Hashable, CustomStringConvertible {
    /// No file of that name.
    case missing(String)
    case unreadable(String, reason: String)
    case isFolder(String)
    case empty(String)
    /// Bytes.
    case tooLarge(String, size: Int, limit: Int)
    /// A known file type, or control characters.
    case binary(String, looksLike: String)
    /// UTF-8 with malformed bytes; offset from 0.
    case damagedUTF8(String, offset: Int)
    /// Neither UTF-8 nor GB18030 without loss.
    case unknownEncoding(String)
    /// Two texts that cannot be compared by their wording, each with its language tag.
    case languages(String, String, String, String)
    /// A text that should be a translation, in the language of the text that it should translate.
    case sameLanguage(String, String, String)

    package var description: String {
        switch self {
        case .missing(let file): "\(file): no such file; check the path"
        case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
        case .isFolder(let file): "\(file): is a folder, and one file is wanted; use import for folders"
        case .empty(let file): "\(file): holds no text; nothing was taken from it"
        case .tooLarge(let file, let size, let limit):
            "\(file): has \(size) bytes, more than the \(limit) that are read; raise --max-bytes if it really is a law"
        case .binary(let file, let kind):
            "\(file): is not text but looks like \(kind); save the law as plain text or Markdown"
        case .damagedUTF8(let file, let offset):
            "\(file): is UTF-8 with damaged bytes, the first at byte \(offset), perhaps cut off; fetch it again"
        case .unknownEncoding(let file):
            "\(file): is neither UTF-8 nor GB18030 without loss; convert it to UTF-8 and try again"
        case .languages(let old, let first, let new, let second):
            "\(old) is in \(first) and \(new) in \(second): compare two texts in one language"
        case .sameLanguage(let file, let other, let language):
            "\(file): is in \(language) like \(other); --other-language wants its translation"
        }
    }

    /// After sysexits.h: 66 for a file that is not there, 74 for one that cannot be read, 65 for what is in it.
    package var exitCode: Int32 {
        switch self {
        case .missing: 66
        case .unreadable: 74
        case .isFolder, .empty, .tooLarge, .binary, .damagedUTF8, .unknownEncoding, .languages,
            .sameLanguage:
            65
        }
    }
}
