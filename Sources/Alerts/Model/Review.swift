/// Where an alert stands with the people who read it: what the last decision said, and whether it still speaks of what
/// the alert shows now.
package struct Review: Sendable, Hashable {
    package enum State: String, Sendable, Hashable, CaseIterable {
        case open, accepted, rejected
    }

    /// Words about an alert that decide nothing.
    package struct Note: Sendable, Hashable {
        package var by: String
        /// ISO 8601 UTC.
        package var at: String
        package var text: String

        package init(by: String, at: String, text: String) {
            self.by = by
            self.at = at
            self.text = text
        }
    }

    package var state: State
    /// Who decided; nil while it is open.
    package var by: String?
    /// When, ISO 8601 UTC.
    package var at: String?
    /// The reason that was given; nil where none was.
    package var reason: String?
    /// What the reviewer saw is not what the alert shows now. The decision stands, but about something else.
    package var isStale: Bool
    /// The oldest first.
    package var notes: [Note]

    /// Nobody has decided.
    package static let open = Review(state: .open)

    package init(
        state: State, by: String? = nil, at: String? = nil, reason: String? = nil, isStale: Bool = false,
        notes: [Note] = []
    ) {
        self.state = state
        self.by = by
        self.at = at
        self.reason = reason
        self.isStale = isStale
        self.notes = notes
    }
}
