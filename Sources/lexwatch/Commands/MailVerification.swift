import ArgumentParser
import Custody
import Evidence
import Foundation
import Rendering

/// Checks mails by the evidence that they carry.
struct MailVerification {
    private let settings: Settings
    private let keys: [VerifierKey]
    private let requiresSignatures: Bool

    init(_ settings: Settings, keys: [VerifierKey], requiresSignatures: Bool) {
        self.settings = settings
        self.keys = keys
        self.requiresSignatures = requiresSignatures
    }

    func run(_ mails: [String]) throws {
        throw ValidationError("mails are not checked yet")
    }
}
