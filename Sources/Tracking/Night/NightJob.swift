import GitStore
import Material
import Statute

/// One document that a night wants.
struct NightJob: Sendable {
    enum Purpose: Sendable, Hashable {
        /// Holds a text.
        case page
        /// Leads to documents: a listing, a feed, a time map.
        case index
        /// A file that a page attaches; the page's job.
        case attachment(of: Int)
    }

    let instrument: Instrument
    let source: SourceDeclaration
    let purpose: Purpose
    /// Where the capture stands; also names the source in reports.
    let key: CaptureKey
    let url: String
    /// What the words that led here say, for a document that was found.
    var announcement: Announcement?
    /// As of when an archive shows it.
    var archived: Instant?
    /// 1 at first; a transient failure is tried once more at the end of the run.
    var round = 1

    var name: String { key.description }
    /// The declared source that led here.
    var sourceName: String { "\(instrument.id)/\(source.id)" }
}

/// What the link or the entry that led to a document says of it.
struct Announcement: Sendable, Hashable {
    var words: String
    var date: CalendarDate?

    /// Whether it calls the document a draft.
    var isDraft: Bool { StageGuess(words: words)?.isText ?? false }
}

/// What goes on outside the thread that keeps the store.
enum NightEvent: Sendable {
    case fetched(Int, FetchResult)
    case read(Int, Result<ReadText, ReadingFault>)
    case collected(Int, Result<NightRun.Collected, FetchFailure>)
    case stop(Int32)
}

/// A document as text and as a statute.
struct ReadText: Sendable {
    var readout: Readout
    var parsed: ParsedStatute
    var digest: TextDigest

    init(_ readout: Readout, language: Language) {
        self.readout = readout
        parsed = StatuteParser.parse(readout.text, language: language)
        digest = TextDigest(of: parsed.text)
    }
}
