import ArgumentParser
import Custody
import Evidence
import Foundation
import GitStore
import Index
import Tracking
import Transport

/// Ends the program as the contract says: one clear message on standard error, and the exit code that goes with it.
enum Failure {
    /// After sysexits.h.
    static func code(of error: any Error) -> Int32? {
        switch error {
        case let error as DocumentError: error.exitCode
        case let error as TrackingError: error.exitCode
        case let error as StoreError: error.exitCode
        case let error as CopyError: error.exitCode
        case let error as BackupError: error.exitCode
        case let error as AgeError: error.exitCode
        case let error as BackupFileError: error.error.exitCode
        case let error as MirrorError: code(of: error.kind)
        case let error as ReviewError: error.exitCode
        case let error as CustodyError: error.exitCode
        case let error as EvidenceError: error.exitCode
        case let error as KeyFileError: error.exitCode
        case let error as IndexError: error.exitCode
        case is RegisterError, is ConfigurationError: 78
        case let error as OutputError: error.exitCode
        case let error as NoDecisionError: error.exitCode
        default: nil
        }
    }

    private static func code(of kind: MirrorError.Kind) -> Int32 {
        switch kind {
        case .absent: 66
        case .badURL, .tooLarge, .malformed, .noBranch: 65
        case .disk: 74
        case .locked: 75
        default: 69
        }
    }

    static func exit(for error: any Error) -> Never {
        if let code = code(of: error) {
            message("\(words(for: error))")
            Foundation.exit(code)
        }
        // Help, version and usage errors are ArgumentParser's own; it knows their codes.
        if !(error is ExitCode), Lexwatch.exitCode(for: error) == .failure {
            message("internal fault: \(error); please report it with the command that led to it")
            Foundation.exit(70)
        }
        Lexwatch.exit(withError: error)
    }

    static func words(for error: any Error) -> String {
        if let error = error as? StoreError { return "\(error); \(error.advice)" }
        if let error = error as? EvidenceError { return "\(error); \(error.advice)" }
        return "\(error)"
    }

    /// Says something on standard error.
    static func message(_ text: String) {
        StandardStream.tell("lexwatch: \(text)\n")
    }
}

/// A file that we wanted to write could not be written.
struct OutputError: Error, CustomStringConvertible {
    let path: String
    let reason: String
    let exitCode: Int32 = 73

    var description: String { "\(path): cannot be written: \(reason); nothing half-written was left" }
}
