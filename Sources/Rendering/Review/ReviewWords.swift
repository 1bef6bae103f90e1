package import Alerts

/// The words in which renderings speak of reviews.
package enum ReviewWords {
    /// `reviewed by A. Reader on 2026-11-23 (accepted)`, with what has come between.
    package static func sentence(_ review: Review) -> String {
        var words = "not yet reviewed"
        if review.state != .open {
            words = "reviewed by \(review.by ?? "somebody") on \(day(review.at)) (\(review.state.rawValue)"
            if let reason = review.reason { words += ": \(VisibleText.line(reason))" }
            words += ")"
            if review.isStale { words += "; STALE: what was reviewed has changed since" }
        }
        if let note = review.notes.last {
            words += "; noted by \(note.by) on \(day(note.at)): \(VisibleText.line(note.text))"
        }
        return words
    }

    package static func catalogue(_ version: String) -> String {
        "Made with catalogue \(version) (laws/concepts and laws/agreements, and the program that reads them)."
    }

    /// A line for each catalogue that some alerts name; one as a rule.
    static func catalogues(_ alerts: [Alert]) -> [String] {
        var versions: [String] = []
        for alert in alerts where !alert.catalogue.isEmpty && !versions.contains(alert.catalogue) {
            versions.append(alert.catalogue)
        }
        return versions.map(catalogue)
    }

    /// `2026-11-23` of `2026-11-23T04:05:06Z`
    static func day(_ stamp: String?) -> String { String((stamp ?? "").prefix(10)) }
}

extension Review {
    /// `{"state":"accepted","by":…,"at":…,"note":…,"stale":false,"notes":[…]}`
    var json: JSONValue {
        [
            "state": .string(state.rawValue), "by": .optional(by), "at": .optional(at),
            "note": .optional(reason), "stale": .bool(isStale),
            "notes": .array(
                notes.map { ["by": .string($0.by), "at": .string($0.at), "text": .string($0.text)] }),
        ]
    }
}
