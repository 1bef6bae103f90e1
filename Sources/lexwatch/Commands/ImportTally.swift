import Rendering
import Tracking

/// Counts what became of the files of an import, and names those that a person should see.
struct ImportTally {
    private var counts: [(String, Int)] = []
    private var notes: [String] = []
    private(set) var needsPerson = false

    mutating func count(_ outcome: Recorder.Outcome, _ file: String, _ arrival: Arrival) {
        switch outcome {
        case .added: add("new versions")
        case .joined: add("texts joined to a version that was there")
        case .upgraded: add("versions made again")
        case .unchanged: add("unchanged")
        case .second(let agrees):
            add("second captures of one version")
            if !agrees {
                notes.append(
                    "\(file): differs from the capture that \(arrival.instrument)@\(arrival.version) was made of; kept beside it"
                )
            }
        case .quarantined(let reason):
            add("quarantined")
            notes.append("\(file): quarantined: \(reason); the bytes are kept, no version was made")
            needsPerson = true
        }
    }

    mutating func refuse(_ file: String, _ reason: String) {
        add("refused")
        notes.append(reason.hasPrefix(file) ? "refused: \(reason)" : "\(file): refused: \(reason)")
        needsPerson = true
    }

    private mutating func add(_ kind: String) {
        if let index = counts.firstIndex(where: { $0.0 == kind }) {
            counts[index].1 += 1
        } else {
            counts.append((kind, 1))
        }
    }

    private var total: Int { counts.reduce(0) { $0 + $1.1 } }

    func text(commits: Int, verbose: Bool) -> String {
        var lines = ["\(total) files: " + counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ")]
        lines.append("\(commits) commits")
        lines += notes
        return lines.joined(separator: "\n")
    }

    func json(commits: Int) -> JSONValue {
        [
            "schema": 1, "files": .int(total), "commits": .int(commits),
            "outcomes": .object(counts.map { .init($0.0, .int($0.1)) }), "notes": .strings(notes),
        ]
    }
}
