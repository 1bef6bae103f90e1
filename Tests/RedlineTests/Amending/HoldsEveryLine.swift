import Statute

@testable import Redline

extension AmendingDecision {
    /// Whether every line of the source that is not blank is in exactly one part, and every part that was not read has a
    /// diagnostic.
    func holdsEveryLine(of source: String) -> Bool {
        let scalars = Array(source.unicodeScalars)
        let lines = DecisionLine.lines(of: scalars).filter { !$0.isEmpty }
        var owners: [Int: Int] = [:]
        for part in parts {
            for line in part.lines { owners[line, default: 0] += 1 }
            guard scalars.indices.contains(part.span.lowerBound), part.span.upperBound <= scalars.count else {
                return false
            }
            let inside = part.instructions.allSatisfy {
                $0.span.lowerBound >= part.span.lowerBound && $0.span.upperBound <= part.span.upperBound
                    && part.lines.contains($0.line) && !$0.span.isEmpty
            }
            if !inside { return false }
        }
        let told = Set(diagnostics.filter { $0.category == .unreadInstruction }.map(\.line))
        return lines.allSatisfy { owners[$0.number] == 1 } && owners.values.allSatisfy { $0 == 1 }
            && unread.allSatisfy { told.contains($0.lines.lowerBound) }
    }
}
