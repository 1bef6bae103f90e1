package import Alerts
package import GitStore
package import Statute

/// What people decided about alerts, read from the decisions branch; the newest decision on an alert counts.
package struct ReviewDesk {
    /// By alert id, the oldest first; never empty.
    package let decisions: [String: [DecisionRecord]]

    package init(_ store: GitStore) throws {
        let all = try DecisionRecord.all(DecisionRecord.kind, in: store)
        decisions = Dictionary(grouping: all, by: \.alert).mapValues {
            $0.sorted { ($0.number, $0.at, $0.evidence) < ($1.number, $1.at, $1.evidence) }
        }
    }

    /// Where one alert stands.
    package func review(of subject: ReviewSubject) -> Review {
        review(of: subject.id, seal: subject.seal.sha256)
    }

    /// Where alerts stand, by id; each of them is in it.
    ///
    /// - Parameter chosen: the language in which a reader asked to see them; nil for the one in which they are reviewed.
    ///   A decision on the evidence in one language is not stale because somebody looks at the other.
    package func reviews(of alerts: [Alert], chosen: Language? = nil) -> [String: Review] {
        var found: [String: Review] = [:]
        for alert in alerts {
            var review = review(of: alert.id, seal: EvidenceSeal(alert).sha256)
            if let chosen, decided(alert.id)?.language != chosen.rawValue { review.isStale = false }
            found[alert.id] = review
        }
        return found
    }

    /// Whether somebody decided, or at least noted, something on exactly this evidence.
    func hasSeen(_ alert: String, evidence: String) -> Bool {
        decisions[alert]?.contains { $0.evidence == evidence } ?? false
    }

    /// How many decisions and notes there are on an alert.
    func count(_ alert: String) -> Int { decisions[alert]?.count ?? 0 }

    /// The last acceptance or rejection.
    package func decided(_ alert: String) -> DecisionRecord? {
        decisions[alert]?.last { $0.decision != .note }
    }

    private func review(of alert: String, seal: String) -> Review {
        let notes = (decisions[alert] ?? []).filter { $0.decision == .note }.map {
            Review.Note(by: $0.author.name, at: $0.at, text: $0.reason ?? "")
        }
        guard let last = decided(alert) else { return Review(state: .open, notes: notes) }
        return Review(
            state: last.decision == .accept ? .accepted : .rejected, by: last.author.name, at: last.at,
            reason: last.reason, isStale: last.evidence != seal, notes: notes)
    }
}

extension ReviewDesk {
    /// Writes one decision in its author's name: a file more on the branch, nothing changed.
    ///
    /// - Parameters:
    ///   - reason: a rejection and a note need one.
    ///   - at: Unix seconds.
    /// - Returns: false when the last decision was the very same, and nothing was written.
    package func decide(
        _ verb: DecisionRecord.Verb, on subject: ReviewSubject, by author: Author, at: Int64, reason: String?,
        catalogue: Catalogue, in store: GitStore
    ) throws -> Bool {
        let words = reason.map(Self.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        if words == nil, verb != .accept { throw ReviewError.noReason(verb.rawValue) }
        let earlier = decisions[subject.id] ?? []
        let record = DecisionRecord(
            verb, subject: subject, author: author, at: at, number: (earlier.last?.number ?? 0) + 1,
            reason: words, catalogue: catalogue)
        if let last = earlier.last, record.repeats(last) { return false }
        var batch = StoreBatch()
        batch.add(
            CommitDraft(
                changes: [.put(try record.path(), try record.encoded())],
                title: "\(verb.rawValue.prefix(1).uppercased() + verb.rawValue.dropFirst()) alert "
                    + "\(subject.id.prefix(12)) of \(subject.instrument)",
                trailers: [Trailer(.instrument, subject.instrument), Trailer(.alert, subject.id)],
                time: UInt32(clamping: at), author: author),
            to: .decisions)
        return try store.write(batch).written > 0
    }

    private static func trimmed(_ words: String) -> String {
        let scalars = words.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
