package import Redline
import Statute

extension NumberRuns {
    /// In which signs provisions are named.
    package enum Naming: Sendable, Hashable {
        /// `6–79 → 7–80`
        case numbers
        /// 第六条至第七十九条 → 第七条至第八十条
        case labels
    }

    /// As many provisions in a row as a run may step over when they took the same step and are told by themselves.
    private static let widestGap = 2

    /// Runs of provisions that all took one step, over others between them that took the same step and are told
    /// elsewhere: `6–79 → 7–80 but for 21, 37`.
    ///
    /// - Parameters:
    ///   - folded: the provisions to be told, in order.
    ///   - all: every change of the redline, among them those that took the same step.
    package static func steps(
        _ folded: [ProvisionChange], among all: [ProvisionChange], naming: Naming = .numbers
    ) -> String {
        let names = Names(naming)
        var partners: [Int: (ArticleText, Int)] = [:]
        for change in all {
            guard let link = change.links.first,
                let before = change.before.first(where: { $0.path == link.before }),
                let after = change.after.first(where: { $0.path == link.after }),
                let old = value(before), let new = value(after)
            else { continue }
            partners[old] = (before, new)
        }
        var runs: [Run] = []
        for change in folded {
            guard let before = change.before.first, let after = change.after.first else { continue }
            let numbers = value(before).flatMap { old in value(after).map { (old, $0) } }
            if let numbers, let last = runs.last?.end,
                let between = gap(from: last, to: numbers, partners)
            {
                runs[runs.count - 1].extend(before, after, numbers, over: between)
            } else {
                runs.append(Run(before, after, numbers))
            }
        }
        return runs.map { names.run($0) }.joined(separator: names.separator)
    }

    /// What lies between two numbers when all of it took the same step; nil otherwise.
    private static func gap(
        from last: (Int, Int), to next: (Int, Int), _ partners: [Int: (ArticleText, Int)]
    ) -> [ArticleText]? {
        let (width, overflow) = next.0.subtractingReportingOverflow(last.0)
        guard !overflow, width >= 1, width <= widestGap + 1, next.1 &- last.1 == width else { return nil }
        var between: [ArticleText] = []
        for step in 1..<width {
            guard let partner = partners[last.0 + step], partner.1 == last.1 &+ step else { return nil }
            between.append(partner.0)
        }
        return between
    }

    /// A run with more exceptions counts them.
    private static let mostExceptions = 12

    struct Run {
        let first: (ArticleText, ArticleText)
        private(set) var last: (ArticleText, ArticleText)
        private(set) var end: (Int, Int)?
        private(set) var exceptions: [ArticleText] = []

        init(_ before: ArticleText, _ after: ArticleText, _ numbers: (Int, Int)?) {
            first = (before, after)
            last = (before, after)
            end = numbers
        }

        mutating func extend(
            _ before: ArticleText, _ after: ArticleText, _ numbers: (Int, Int), over between: [ArticleText]
        ) {
            last = (before, after)
            end = numbers
            exceptions += between
        }
    }

    /// The words between names, which differ by naming.
    private struct Names {
        let naming: Naming
        init(_ naming: Naming) { self.naming = naming }

        var separator: String { naming == .labels ? "；" : ", " }

        func run(_ run: Run) -> String {
            let old = range(run.first.0, run.last.0)
            let new = range(run.first.1, run.last.1)
            let step = old.utf8.elementsEqual(new.utf8) ? old : "\(old) → \(new)"
            guard !run.exceptions.isEmpty else { return step }
            let isNamed = run.exceptions.count <= NumberRuns.mostExceptions
            switch naming {
            case .numbers:
                return isNamed
                    ? "\(step) but for \(NumberRuns.singles(run.exceptions))"
                    : "\(step) but for \(run.exceptions.count) told by themselves"
            case .labels:
                let names = run.exceptions.map { VisibleText.line($0.displayLabel) }.joined(separator: "、")
                return isNamed ? "\(step)（\(names)除外）" : "\(step)（其中\(run.exceptions.count)条另列）"
            }
        }

        private func range(_ first: ArticleText, _ last: ArticleText) -> String {
            switch naming {
            case .numbers: return NumberRuns.range(NumberRuns.name(first), NumberRuns.name(last))
            case .labels:
                let (from, to) = (VisibleText.line(first.displayLabel), VisibleText.line(last.displayLabel))
                return from.utf8.elementsEqual(to.utf8) ? from : "\(from)至\(to)"
            }
        }
    }
}
