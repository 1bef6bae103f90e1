import Alerts
import ArgumentParser
import Rendering
import Statute
import Tracking

/// How the texts stood against each commitment, version by version.
struct BarometerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "barometer",
        abstract: "Show how the texts stood against each commitment, version by version.",
        discussion:
            "Counts statements that point toward it, away from it, or depend; what is only assumed is not counted."
    )

    @Argument(
        help:
            "A commitment such as xo-eco-6-no-forced-tech-transfer; without it, all that a concept bears on.")
    var commitment: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let library = try settings.library()
        let register = library.register
        if let commitment, register.commitment(commitment) == nil {
            throw TrackingError.noCommitment(commitment)
        }
        let assessor = Assessor(register: register)
        let rows = try register.instruments.flatMap { instrument in
            let versions = try assessor.findings(of: instrument.id, in: library)
            return chosen(register).flatMap { commitment in
                BarometerRow.rows(instrument, commitment, versions, register.concepts)
            }
        }
        switch settings.format {
        case .json: Output.print(["schema": 1, "readings": .array(rows.map(\.json))])
        case .text:
            for commitment in chosen(register) {
                Output.print("\(commitment.id): \(commitment.titles[.en] ?? "")")
                let table = TerminalTable(
                    [
                        .init("version", flexible: true), .init("toward", alignment: .right),
                        .init("away", alignment: .right), .init("depends", alignment: .right),
                        .init("not known", alignment: .right), .init(""),
                    ], rows: rows.filter { $0.commitment == commitment.id }.map(\.cells))
                Output.print(table.render(style: settings.terminal))
            }
        case .html, .markdown, .docx: throw ValidationError("barometer has the formats text and json")
        }
    }

    private func chosen(_ register: Register) -> [Commitment] {
        let borne = Set(register.concepts.flatMap(\.bearsOn).map(\.commitment))
        return register.agreements.flatMap(\.commitments).filter {
            $0.id == commitment || commitment == nil && borne.contains($0.id)
        }
    }
}

/// One version against one commitment.
struct BarometerRow {
    let instrument: String
    let commitment: String
    let reading: Barometer.Reading

    static func rows(
        _ instrument: Instrument, _ commitment: Commitment, _ versions: [VersionFindings],
        _ concepts: [Concept]
    ) -> [BarometerRow] {
        Barometer(commitment: commitment, concepts: concepts).readings(versions).map {
            BarometerRow(instrument: instrument.id.description, commitment: commitment.id, reading: $0)
        }
    }

    var cells: [String] {
        [
            "\(instrument)@\(reading.version.name)", String(reading.count(.toward)),
            String(reading.count(.away)), String(reading.count(.depends)), String(reading.unknown),
            reading.predates ? "before the promise" : "",
        ]
    }

    var json: JSONValue {
        [
            "commitment": .string(commitment), "instrument": .string(instrument),
            "version": .string(reading.version.name), "date": .string(reading.version.date),
            "predates": .bool(reading.predates), "toward": .int(reading.count(.toward)),
            "away": .int(reading.count(.away)), "depends": .int(reading.count(.depends)),
            "unknown": .int(reading.unknown),
        ]
    }
}
