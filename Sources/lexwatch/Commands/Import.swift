import ArgumentParser
import Foundation
import GitStore
import Rendering
import Statute
import Tracking
import Transport

/// Brings in folders of dated texts as versions.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring in a folder of dated texts as versions of instruments.",
        discussion: """
            A title that an instrument in laws/ declares joins that instrument; any other becomes cn/t-…, made from the \
            title alone. Titles are accepted wherever an id is. Back-filled versions mail nothing.
            """)

    @Argument(help: "Folders or files.", completion: .directory)
    var paths: [String]

    @Option(help: "lawrefbook or folder.")
    var layout: ImportFolder.Layout = .folder

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let register = try settings.register()
        let now = Int64(Date().timeIntervalSince1970)
        for path in paths where !FileManager.default.fileExists(atPath: path) {
            throw DocumentError.missing(path)
        }
        let store = try settings.writableStore()
        let library = Library(register: register, store: store)
        var tally = ImportTally()
        var recorder = Recorder(library: library, now: now)
        for path in paths {
            let folder = ImportFolder(path: URL(filePath: path), layout: layout)
            for file in folder.files() {
                do {
                    let arrival = try folder.arrival(file, register: register, decoder: settings.decoder)
                    tally.count(try recorder.take(arrival), file, arrival)
                } catch {
                    tally.refuse(file, Failure.words(for: error))
                }
            }
        }
        let report = try recorder.commit()
        try Timelines.follow(library)
        show(tally, report, settings)
        if tally.needsPerson { throw ExitCode(1) }
    }

    private func show(_ tally: ImportTally, _ report: WriteReport, _ settings: Settings) {
        if settings.format == .json {
            Output.print(tally.json(commits: report.written))
        } else {
            Output.print(tally.text(commits: report.written, verbose: settings.verbose))
        }
    }
}

extension ImportFolder.Layout: ExpressibleByArgument {}
