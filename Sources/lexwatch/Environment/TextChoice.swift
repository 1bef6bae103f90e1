import ArgumentParser
import Statute
import Tracking

/// Which language's text a command works on.
enum TextChoice {
    /// The text in the language asked for, else the most trustworthy one.
    static func text(of version: LoadedVersion, language: String?) throws -> LoadedVersion.Text {
        if let language {
            guard let wanted = Language(rawValue: language) else {
                throw ValidationError("--language is zh or en, not “\(language)”")
            }
            guard let text = version.texts[wanted] else {
                throw TrackingError.noText(
                    version: version.reference, reason: "no text in \(language) is held")
            }
            return text
        }
        guard let best = version.mostTrustworthy else {
            throw TrackingError.noText(version: version.reference, reason: "no text is held")
        }
        return best
    }
}
