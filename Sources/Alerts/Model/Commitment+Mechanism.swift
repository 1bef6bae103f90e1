extension Commitment {
    /// How it stands with what was to be done under the promise.
    package struct MechanismState: Sendable, Hashable {
        /// The last meeting that took place.
        package var lastHeld: Step?
        /// Since when it has lapsed; nil where a meeting was held later.
        package var lapsed: Step?
        /// What is to be done next, so far as a day is known.
        package var next: Step?
    }

    /// The state on a day; nil where no step of a mechanism is known at all.
    ///
    /// - Parameter date: ISO 8601 calendar date.
    package func mechanism(on date: String) -> MechanismState? {
        func isReached(_ step: Step) -> Bool { !date.utf8.lexicographicallyPrecedes(step.date.utf8) }
        guard steps.contains(where: { $0.state != .said && $0.state != .done }) else { return nil }
        let held = steps.filter { $0.state == .held && isReached($0) }.max { Self.precedes($0, $1) }
        let lapsed = steps.filter { $0.state == .lapsed && isReached($0) }.max { Self.precedes($0, $1) }
        let isRevived = lapsed.map { lapsed in held.map { Self.precedes(lapsed, $0) } ?? false } ?? false
        return MechanismState(
            lastHeld: held, lapsed: isRevived ? nil : lapsed,
            next: steps.filter { $0.state == .due && !isReached($0) }.min { Self.precedes($0, $1) })
    }

    private static func precedes(_ a: Step, _ b: Step) -> Bool {
        a.date.utf8.lexicographicallyPrecedes(b.date.utf8)
    }
}
