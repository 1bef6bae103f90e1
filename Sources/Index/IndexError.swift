/// Why the index could not do what was asked.
package enum IndexError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The words of a search cannot be read.
    case badQuery(String)
    /// The file could not be written; nothing depends on it.
    case cannotWrite(path: String, reason: String)
    /// SQLite failed in a way that nobody foresaw.
    case fault(String)

    package var description: String {
        switch self {
        case .badQuery(let reason): "search: \(reason); `lexwatch search --help` says how to ask"
        case .cannotWrite(let path, let reason): "\(path): the index cannot be written: \(reason)"
        case .fault(let reason): "index: \(reason); please report it"
        }
    }

    package var exitCode: Int32 {
        switch self {
        case .badQuery: 64
        case .cannotWrite: 73
        case .fault: 70
        }
    }
}
