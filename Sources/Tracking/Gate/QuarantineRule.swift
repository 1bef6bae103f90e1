package import Material

/// A capture that is held back, as long as it is.
package struct OpenQuarantine: Sendable, Hashable, Codable {
    package var signals: [Signal]
    package var digest: TextDigest
    package var firstSeen: Instant
    package var lastSeen: Instant
    /// Captures in a row that gave this text, at least 1.
    package var seen: Int

    package init(signals: [Signal], digest: TextDigest, firstSeen: Instant, lastSeen: Instant, seen: Int = 1)
    {
        self.signals = signals
        self.digest = digest
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.seen = seen
    }

    /// A capture that is held back for the first time.
    package init(signals: [Signal], digest: TextDigest, at instant: Instant) {
        self.init(signals: signals, digest: digest, firstSeen: instant, lastSeen: instant)
    }
}

/// What a new capture means for an open quarantine (reliability.md, A3, rule above row 1; demands.md, pain 1).
///
/// A text that comes back the same after a day is the page's text, whatever surprised us; but a challenge page comes
/// back the same too, so only signals that say that a second capture is enough are ever lifted by one.
package enum QuarantineRule {
    package enum Verdict: Sendable, Hashable {
        /// Goes on, as given; the sentence says what is waited for.
        case stays(OpenQuarantine, String)
        /// The text may be taken as a change.
        case released(String)
        /// Another text is held back now; the one before is closed without having become anything.
        case replaced(OpenQuarantine, String)
        /// Nothing speaks against the new capture: it goes its way, changed or unchanged, and the quarantine is closed.
        case lifted(String)
    }

    /// Hours between the first and the releasing capture, where nothing else is set.
    package static let hours = 20

    /// - Parameters:
    ///   - signals: what the gate says of the new capture.
    ///   - digest: of its text.
    ///   - now: when it was made.
    package static func verdict(
        on open: OpenQuarantine, signals: [Signal], digest: TextDigest, now: Instant, hours: Int = hours
    ) -> Verdict {
        if signals.isEmpty {
            return .lifted(
                digest == open.digest
                    ? "nothing speaks against this text any more"
                    : "the source gives another text, against which nothing speaks")
        }
        guard digest == open.digest else {
            return .replaced(
                OpenQuarantine(signals: signals, digest: digest, at: now),
                "the source gives another text, which is held back too")
        }
        var next = open
        // What spoke against this text once does so until a person says otherwise.
        next.signals = merged(open.signals, signals)
        guard now >= open.lastSeen else {
            return .stays(open, "the clock stands before the capture of last time: not counted")
        }
        next.lastSeen = now
        if now > open.lastSeen { next.seen = open.seen < .max ? open.seen + 1 : open.seen }
        if let signal = next.signals.first(where: { $0.release == .reviewer }) {
            return .stays(
                next, "waits for a reviewer (\(signal.kind.rawValue)); `review release` or `review discard`")
        }
        let waited = now.seconds(since: open.firstSeen)
        guard next.seen >= 2, waited / 3_600 >= Int64(clamping: hours)
        else {
            return .stays(
                next,
                "waits for the same text \(hours) hours after the first capture; \(waited / 3_600) have passed"
            )
        }
        return .released("the same text came in \(next.seen) captures in a row over \(waited / 3_600) hours")
    }

    private static func merged(_ old: [Signal], _ new: [Signal]) -> [Signal] {
        var found = new
        for signal in old {
            guard let index = found.firstIndex(where: { $0.kind == signal.kind }) else {
                found.append(signal)
                continue
            }
            if signal.release == .reviewer, found[index].release != .reviewer { found[index] = signal }
        }
        return found
    }
}
