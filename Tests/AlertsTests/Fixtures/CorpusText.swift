import Statute
import TestSupport

/// Official texts outside the project, parsed; tests that need them are skipped when they are not there.
enum CorpusText {
    /// By its path below `cn-laws`, without the ending.
    static func law(_ path: String) throws -> StatuteText {
        StatuteParser.parse(try Corpus.law("\(path).md")).text
    }

    static func all() throws -> [(name: String, text: StatuteText)] {
        try Corpus.paths().map { ($0, StatuteParser.parse(try Corpus.law($0)).text) }
    }
}
