package import Foundation

/// Runs a program as a user would, and keeps what it says.
package struct CommandRun {
    package let status: Int32
    package let output: String
    package let errors: String

    /// The built `lexwatch`, which lies beside the test bundle.
    package static let lexwatch = URL(filePath: ProcessInfo.processInfo.arguments[0])
        .deletingLastPathComponent().appending(path: "lexwatch")

    /// Runs `lexwatch`.
    package init(
        _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:], input: String = ""
    ) throws {
        try self.init(Self.lexwatch, arguments, in: folder, environment: environment, input: input)
    }

    /// - Parameters:
    ///   - environment: nothing else is inherited but PATH.
    ///   - input: what stands on standard input.
    package init(
        _ program: URL, _ arguments: [String], in folder: URL? = nil,
        environment: [String: String] = [:], input: String = ""
    ) throws {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder ?? Corpus.packageRoot
        process.environment = environment.merging(
            ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]) { given, _ in given }
        let scratch = try TemporaryFolder()
        // Files rather than pipes: a program that says much cannot block on one that nobody reads.
        let outputFile = try scratch.write("", to: "out")
        let errorFile = try scratch.write("", to: "err")
        let inputFile = try scratch.write(input, to: "in")
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
    }

    /// The output as JSON; an empty object when it is none.
    package var json: [String: Any] {
        ((try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [String: Any]) ?? [:]
    }
}
