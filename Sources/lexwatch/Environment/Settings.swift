import ArgumentParser
import Foundation
import GitStore
import Index
import Rendering
import Tracking
import Transport

/// What a command works with, after command line, environment and `lexwatch.yml` have had their say.
struct Settings {
    var store: String
    /// What is derived from the store for speed.
    let index: String
    let laws: URL
    let snapshots: URL
    let out: URL
    let format: OutputFormat
    let maxBytes: Int
    /// For another run that holds the store.
    let wait: StoreWait
    /// Who decides, `Name <mail>`; nil where nobody said.
    let author: String?
    /// The file of the key that signs; nil where nothing is signed.
    let signingKeyPath: String?
    /// Who is asked for a time stamp on a checkpoint; nil for nobody.
    let timestampURL: String?
    let quiet: Bool
    let verbose: Bool
    /// How sources are asked.
    let network: NetworkSettings
    /// Where copies are, and what is needed for them.
    let copies: CopySettings

    init(_ options: GlobalOptions, environment: [String: String] = ProcessInfo.processInfo.environment) throws
    {
        let folder = URL(filePath: FileManager.default.currentDirectoryPath)
        let file = try Configuration(file: folder.appending(path: "lexwatch.yml"))
        func value(_ name: String, _ given: String?) -> String? {
            let variable = "LEXWATCH_" + name.uppercased().replacingOccurrences(of: "-", with: "_")
            return given ?? environment[variable].flatMap { $0.isEmpty ? nil : $0 } ?? file.values[name]
        }
        func flag(_ name: String, _ given: Bool) throws -> Bool {
            if given { return true }
            switch value(name, nil)?.lowercased() {
            case nil, "0", "false", "no": return false
            case "1", "true", "yes": return true
            case let word?:
                throw ConfigurationError(faults: ["\(name): “\(word)” should be yes or no"])
            }
        }
        store = value("store", options.store) ?? "snapshots/store.git"
        index = value("index", options.index) ?? StoreIndex.standardPath(store: store)
        snapshots = URL(filePath: value("snapshots", nil) ?? "snapshots")
        out = URL(filePath: value("out", nil) ?? "snapshots/out")
        laws = URL(filePath: value("laws", options.laws) ?? Self.standardLaws)
        if let word = value("format", options.format?.rawValue) {
            guard let known = OutputFormat(rawValue: word) else {
                throw ConfigurationError(faults: [
                    "format: “\(word)” should be text, json, html, markdown, docx or svg"
                ])
            }
            format = known
        } else {
            format = .text
        }
        if let word = value("max-bytes", options.maxBytes.map(String.init)) {
            guard let number = Int(word), number > 0, number < Int.max else {
                throw ConfigurationError(faults: ["max-bytes: “\(word)” should be a number of bytes above 0"])
            }
            maxBytes = number
        } else {
            maxBytes = 64 << 20
        }
        let word = value("wait", options.wait) ?? "0"
        guard let seconds = Double(word), (0...86_400).contains(seconds) else {
            throw ConfigurationError(faults: ["wait: “\(word)” should be a number of seconds from 0 to 86400"]
            )
        }
        wait = StoreWait(seconds: seconds)
        author = value("author", nil)
        // A key beside the store is used without being named: commands by hand must not write what the night would not.
        let beside = Self.keyPath(store: store)
        signingKeyPath =
            value("signing-key", options.signingKey)
            ?? (FileManager.default.fileExists(atPath: beside) ? beside : nil)
        timestampURL = value("timestamp-url", nil)
        quiet = try flag("quiet", options.quiet)
        verbose = try flag("verbose", options.verbose)
        network = try NetworkSettings { value($0, nil) }
        copies = CopySettings(environment: environment) { value($0, nil) }
    }

    /// Where a store's own key is put: `snapshots/keys/store` for `snapshots/store.git`.
    static func keyPath(store: String) -> String {
        let place = URL(filePath: store)
        let name =
            place.pathExtension == "git"
            ? place.deletingPathExtension().lastPathComponent : place.lastPathComponent
        return place.deletingLastPathComponent().appending(path: "keys/\(name)").relativePath
    }

    /// `laws` here; where there is none, the folder beside the package that this binary was built in.
    private static var standardLaws: String {
        if FileManager.default.fileExists(atPath: "laws/schemas") { return "laws" }
        var place = URL(filePath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        for _ in 0..<5 {
            place.deleteLastPathComponent()
            let laws = place.appending(path: "laws")
            if FileManager.default.fileExists(atPath: laws.appending(path: "schemas").path) {
                return laws.path
            }
        }
        return "laws"
    }

    func register() throws -> Register { try Register(folder: laws) }

    /// The store, opened for writing, as soon as nobody else holds it or not at all.
    ///
    /// - Parameter signer: signs every commit; nil for none.
    func writableStore(signer: CommitSigner? = nil) throws(StoreError) -> GitStore {
        try wait.open { () throws(StoreError) in
            try GitStore(path: store, access: .writing, signer: signer)
        }
    }

    /// The register and the store, opened for reading.
    func library() throws -> Library {
        Library(register: try register(), store: try GitStore(path: store, access: .reading))
    }

    var decoder: Decoder {
        let limit = maxBytes
        return Decoder(
            read: { path in try InputFile.bytes(path, limit: limit) },
            decode: { bytes, name in
                let decoded = try DecodedText(bytes, name: name)
                return Decoder.Decoded(string: decoded.string, notice: decoded.notice)
            })
    }

    /// Colour on a terminal only, and never against the reader's wish (no-color.org).
    var terminal: TerminalStyle {
        let environment = ProcessInfo.processInfo.environment
        let wantsNone = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        return TerminalStyle(color: isatty(1) == 1 && !wantsNone, width: Self.width(environment))
    }

    /// As for a file: no colour, and a width of its own.
    var plain: TerminalStyle {
        TerminalStyle(color: false, width: Self.width(ProcessInfo.processInfo.environment))
    }

    private static func width(_ environment: [String: String]) -> Int {
        if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns >= 20 { return columns }
        var size = winsize()
        if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 { return Int(size.ws_col) }
        return 100
    }

    /// Standard error is a terminal.
    var isTalking: Bool { isatty(2) == 1 }

    /// A remark for a person, unless they asked for quiet.
    func remark(_ text: String) {
        if !quiet { Failure.message(text) }
    }
}
