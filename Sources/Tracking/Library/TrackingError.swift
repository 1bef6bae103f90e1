/// What the run or a question to it cannot do: what, where, and what to do.
package enum TrackingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Neither an id nor a title that the register or the store has.
    case noInstrument(String)
    case noVersion(instrument: String, query: String, known: [String])
    case ambiguousVersion(instrument: String, query: String, matches: [String])
    /// The version is declared or stored, but not its text in that language.
    case noText(version: String, reason: String)
    /// The version does not have that provision.
    case noProvision(version: String, query: String, known: [String])
    /// The store holds something that this program cannot read.
    case unreadableRecord(path: String, reason: String)
    case badReference(String)
    case noCommitment(String)
    case noConcept(String)
    case badDate(String)
    case badLanguage(String)
    /// The question has no answer that we could stand by.
    case cannotTell(String, reason: String)
    /// The store held nothing at all by then.
    case nothingKnown(String)
    /// A file beside the store.
    case cannotWrite(path: String, reason: String)
    /// The store has no capture of that source.
    case noCapture(String)
    /// Neither a declared nor a known source.
    case noSource(String)
    /// Nothing of that source is held back.
    case notHeld(String)

    package var description: String {
        switch self {
        case .noInstrument(let name):
            "\(name): no such instrument; `lexwatch list` shows what is tracked, by id and title"
        case .noVersion(let instrument, let query, let known):
            "\(instrument)@\(query): no such version; held are \(known.isEmpty ? "none" : known.joined(separator: ", "))"
        case .ambiguousVersion(let instrument, let query, let matches):
            "\(instrument)@\(query): may mean \(matches.joined(separator: " or ")); name one of them"
        case .noText(let version, let reason): "\(version): \(reason)"
        case .noProvision(let version, let query, let known):
            "\(version): no provision “\(query)”; it has \(known.isEmpty ? "none" : known.joined(separator: ", "))"
        case .unreadableRecord(let path, let reason):
            "\(path): the store's record cannot be read: \(reason); `lexwatch` of this version did not write it"
        case .noCommitment(let id):
            "\(id): laws/agreements has no agreement or commitment of this id; `lexwatch agreements` lists them"
        case .noConcept(let id): "\(id): laws/concepts has no such concept; `lexwatch concepts` lists them"
        case .badLanguage(let words): "\(words): is no language; zh and en are"
        case .badDate(let words): "\(words): should be a day such as 2017-06-01"
        case .cannotTell(let instrument, let reason): "\(instrument): cannot tell: \(reason)"
        case .nothingKnown(let words):
            "\(words): the store knew of no version then; `lexwatch log` shows when each was captured"
        case .cannotWrite(let path, let reason):
            "\(path): cannot be written: \(reason); the next run makes it good"
        case .noCapture(let source): "\(source): the store holds no capture of it"
        case .noSource(let name):
            "\(name): no such source; `lexwatch sources` lists them as country/slug/source"
        case .notHeld(let source):
            "\(source): nothing of it is held back; `lexwatch review quarantine` lists what is"
        case .badReference(let words): "\(words): should look like cn/cybersecurity-law@draft-1"
        }
    }

    package var exitCode: Int32 {
        switch self {
        case .noInstrument, .noVersion, .noText, .noProvision, .cannotTell, .nothingKnown, .noConcept,
            .noCommitment, .noCapture, .noSource, .notHeld:
            66
        case .ambiguousVersion, .badReference, .badDate, .badLanguage: 64
        case .unreadableRecord: 65
        case .cannotWrite: 73
        }
    }
}
