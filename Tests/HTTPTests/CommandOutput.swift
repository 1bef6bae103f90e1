import Foundation

/// Runs a program found in PATH and keeps what it says, in bytes.
struct CommandOutput {
    let status: Int32
    let output: [UInt8]

    init(_ arguments: [String], input: String = "", in folder: URL? = nil) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        let output = Pipe()
        let scratch = FileManager.default.temporaryDirectory.appending(path: "lexwatch-\(UUID().uuidString)")
        try Data(input.utf8).write(to: scratch)
        defer { try? FileManager.default.removeItem(at: scratch) }
        process.standardInput = try FileHandle(forReadingFrom: scratch)
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        self.output = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        status = process.terminationStatus
    }
}
