package import Foundation
import Yams

/// `lexwatch.yml` in the working folder: options by their long names.
package struct Configuration: Sendable, Hashable {
    /// Long option name to value.
    package private(set) var values: [String: String] = [:]

    package static let known = [
        "store", "index", "laws", "snapshots", "out", "format", "quiet", "verbose", "max-bytes", "author",
        "allow-address", "git-schemes", "contact", "user-agent", "deadline", "hosts", "heartbeat", "metrics",
        "remotes", "ssh-key", "known-hosts", "outbox", "signing-key", "timestamp-url",
        "wait",
    ]

    /// Nothing is configured where there is no such file.
    package init(file: URL) throws(ConfigurationError) {
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        let name = file.lastPathComponent
        let root: Node
        do {
            let text = try String(contentsOf: file, encoding: .utf8)
            guard text.contains(where: { !$0.isWhitespace }) else { return }
            root = try DeclarationFile.composed(text, file: name)
        } catch let error as RegisterError {
            throw ConfigurationError(faults: error.faults.map(\.description))
        } catch {
            throw ConfigurationError(faults: ["\(name): cannot be read: \(error.localizedDescription)"])
        }
        guard let mapping = root.mapping else {
            throw ConfigurationError(faults: ["\(name):1: should be a list of “option: value” lines"])
        }
        var faults: [String] = []
        for (key, value) in mapping {
            let option = key.string ?? ""
            guard Self.known.contains(option), let word = value.string ?? Self.words(value) else {
                faults.append(
                    "\(name):\(key.line): “\(option)” is no option; known are \(Self.known.joined(separator: ", "))"
                )
                continue
            }
            values[option] = word
        }
        if !faults.isEmpty { throw ConfigurationError(faults: faults) }
    }

    /// A list of words, as if they stood on one line with commas between.
    private static func words(_ value: Node) -> String? {
        guard let items = value.sequence else { return nil }
        let words = items.compactMap(\.string)
        return words.count == items.count ? words.joined(separator: ",") : nil
    }
}

/// The configuration cannot be used.
package struct ConfigurationError: Error, Sendable, CustomStringConvertible {
    package let faults: [String]

    package init(faults: [String]) { self.faults = faults }

    package var description: String { faults.joined(separator: "\n") }
}
