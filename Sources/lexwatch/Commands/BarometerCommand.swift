import Alerts
import ArgumentParser
import Foundation
import Rendering
import Statute
import Tracking

/// How the texts stood against each commitment.
struct BarometerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "barometer",
        abstract: "Show how the texts stood against each commitment at each date, and what moved it.",
        discussion: """
            Counts the articles that point toward a commitment, away from it, or depend on how they are applied, in the \
            texts that were in force on each day since 2014-01-01. Drafts and adopted texts that wait for their day are \
            counted apart as proposed; what is only assumed counts as not known; what a limit of the commitment or its \
            force takes out counts as outside the promise. A text whose day of effect is not known counts from its \
            adoption, and that is said.
            """
    )

    @Argument(
        help:
            "A commitment such as xo-eco-6-no-forced-tech-transfer; without it, all that a concept bears on.")
    var commitment: String?

    @Option(help: "cn or us; without it, every country that has declared texts.")
    var country: String?

    @Option(help: "Read this instrument alone: an id or title.")
    var instrument: String?

    @Option(help: "The last day shown, such as 2025-12-31 (default: today).")
    var today: String?

    @Option(help: "Titles in the chart and in the page: en or zh (default: en).")
    var language: String?

    @Option(
        help: "Write to this file, whole or not at all, instead of standard output.", completion: .file())
    var output: String?

    @OptionGroup var options: GlobalOptions

    private static let start = "2014-01-01"

    func run() throws {
        let settings = try Settings(options)
        let format = BarometerFormat(settings.format)
        guard let format else { throw ValidationError("barometer has the formats text, json, html and svg") }
        let language = try titles()
        let day = try day()
        let library = try settings.library()
        let register = library.register
        if let commitment, register.commitment(commitment) == nil {
            throw TrackingError.noCommitment(commitment)
        }
        let texts = try texts(library)
        let views = try views(register, texts, today: day)
        switch format {
        case .json:
            let readings = views.flatMap { BarometerRow.rows($0, texts[$0.country] ?? [], register.concepts) }
            try put(BarometerDocument(views, readings: readings.map(\.json)).json.text(.pretty))
        case .text:
            let style = output == nil ? settings.terminal : settings.plain
            try put(TerminalBarometer.render(views, style: style))
        case .html: try put(HTMLBarometer.page(views, language: language))
        case .svg: try put(BarometerChart.file(views, language: language))
        }
    }

    private func titles() throws -> Language {
        guard let language else { return .en }
        guard let known = Language(rawValue: language) else { throw TrackingError.badLanguage(language) }
        return known
    }

    private func day() throws -> String {
        guard let today else { return Date().formatted(.iso8601.year().month().day()) }
        guard let date = CalendarDate(today) else { throw TrackingError.badDate(today) }
        if date.description < Self.start {
            throw ValidationError("--today should not be before \(Self.start), where the barometer begins")
        }
        return date.description
    }

    private func put(_ text: String) throws {
        guard let output else { return Output.print(text) }
        try Output.write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8), to: URL(filePath: output))
    }

    /// The dated texts of each country that is asked for; a country without any has an empty list.
    private func texts(_ library: Library) throws -> [String: [DatedText]] {
        let reader = DatedTexts(library: library, scanner: Assessor(register: library.register).scanner)
        if let instrument {
            let id = try library.instrument(named: instrument)
            if let country, country != id.country {
                throw ValidationError("\(id) is no text of \(country)")
            }
            return [id.country: try reader.texts(of: id)]
        }
        var texts: [String: [DatedText]] = country.map { [$0: []] } ?? [:]
        for id in library.register.instruments.map(\.id) where country == nil || country == id.country {
            texts[id.country, default: []] += try reader.texts(of: id)
        }
        return texts
    }

    private func views(_ register: Register, _ texts: [String: [DatedText]], today: String) throws
        -> [BarometerView]
    {
        if let country, country.utf8.count != 2 || !country.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
            throw ValidationError("--country should be two letters such as cn or us, not “\(country)”")
        }
        let borne = Set(register.concepts.flatMap(\.bearsOn).map(\.commitment))
        return register.agreements.flatMap { agreement in
            agreement.commitments.filter {
                $0.id == commitment || commitment == nil && borne.contains($0.id)
            }.flatMap { commitment in
                texts.keys.sorted().map { country in
                    BarometerView(
                        agreement: agreement,
                        timeline: BarometerTimeline(
                            commitment: commitment, concepts: register.concepts, country: country,
                            texts: texts[country] ?? []), start: Self.start, today: today,
                        concepts: register.concepts)
                }
            }
        }
    }
}

/// The formats that the barometer has.
private enum BarometerFormat {
    case text, json, html, svg

    init?(_ format: OutputFormat) {
        switch format {
        case .text: self = .text
        case .json: self = .json
        case .html: self = .html
        case .svg: self = .svg
        case .markdown, .docx: return nil
        }
    }
}

/// One version against one commitment, in statements.
private struct BarometerRow {
    let text: DatedText
    let commitment: String
    let reading: Barometer.Reading

    static func rows(_ view: BarometerView, _ texts: [DatedText], _ concepts: [Concept]) -> [BarometerRow] {
        let barometer = Barometer(commitment: view.commitment, concepts: concepts)
        return texts.flatMap { text in
            barometer.readings([text.reading].compactMap(\.self)).map {
                BarometerRow(text: text, commitment: view.commitment.id, reading: $0)
            }
        }
    }

    var json: JSONValue {
        [
            "commitment": .string(commitment), "instrument": .string(text.instrument),
            "version": .string(reading.version.name), "date": .string(reading.version.date),
            "predates": .bool(reading.predates), "toward": .int(reading.count(.toward)),
            "away": .int(reading.count(.away)), "depends": .int(reading.count(.depends)),
            "unknown": .int(reading.unknown),
        ]
    }
}
