import Statute

/// What became of the texts of an import.
package struct ImportReport: Sendable, Hashable {
    /// One of them for each text.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case added = "new versions"
        case joined = "texts joined to a version that was there"
        case upgraded = "versions made again"
        case unchanged
        case second = "second captures of one version"
        case quarantined
        case refused
    }

    /// Texts, those that could not be read counted.
    package private(set) var files = 0
    private var counts: [Kind: Int] = [:]
    /// What a person may want to know, one sentence each.
    package private(set) var notes: [String] = []
    /// Names of texts that were not taken, with the reason.
    package private(set) var refusals: [Refusal] = []
    /// Names of texts whose bytes were kept and of which no version was made, with the reason.
    package private(set) var quarantined: [Refusal] = []
    package internal(set) var commits = 0
    /// Batches that wrote something; each is a pack.
    package internal(set) var batches = 0
    /// Instruments whose timeline looks different now.
    package internal(set) var timelines = 0
    /// The signal that ended it early.
    package internal(set) var stopped: Int32?

    /// How many of each kind, in one order always; kinds that did not occur are left out.
    package var counted: [(kind: Kind, number: Int)] {
        Kind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
    }

    package var needsPerson: Bool { !refusals.isEmpty || !quarantined.isEmpty }

    mutating func count(_ outcome: Recorder.Outcome, _ name: String, _ arrival: Arrival) {
        let version = "\(arrival.instrument)@\(arrival.version)"
        switch outcome {
        case .added: add(.added)
        case .joined: add(.joined)
        case .upgraded: add(.upgraded)
        case .unchanged: add(.unchanged)
        case .second(let agrees):
            add(.second)
            if !agrees {
                note("\(name): differs from the capture that \(version) was made of; kept beside it")
            }
        case .quarantined(let reason):
            add(.quarantined)
            quarantined.append(Refusal(origin: name, reason: reason))
            note("\(name): quarantined: \(reason); the bytes are kept, no version was made")
        }
    }

    /// - Parameter reason: A sentence that may begin with the name.
    mutating func refuse(_ name: String, _ reason: String) {
        add(.refused)
        let isNamed = reason.utf8.starts(with: name.utf8)
        refusals.append(
            Refusal(origin: name, reason: isNamed ? Self.rest(of: reason, after: name) : reason))
        note(isNamed ? "refused: \(reason)" : "\(name): refused: \(reason)")
    }

    mutating func note(_ sentence: String) { notes.append(sentence) }

    private mutating func add(_ kind: Kind) {
        files += 1
        counts[kind, default: 0] += 1
    }

    /// Without the name and the colon behind it.
    private static func rest(of reason: String, after name: String) -> String {
        let rest = reason.utf8.dropFirst(name.utf8.count).drop { $0 == 0x3a || $0 == 0x20 }
        return String(rest) ?? reason
    }
}
