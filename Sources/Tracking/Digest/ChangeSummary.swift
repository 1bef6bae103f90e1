import Alerts
import Redline
import Rendering
import Statute

/// The changes of substance that bear on no commitment, a line each: enough to know whether to read the redline.
struct ChangeSummary {
    private let assessment: Assessment

    init(_ assessment: Assessment) { self.assessment = assessment }

    var lines: [String] {
        let changes = assessment.comparison.changes
        let record = assessment.pair.new.record
        if record.status == "suspended" || record.status == "repealed" {
            return [
                "What the older text required is \(record.status ?? ""), as the newer one says; the redline shows both."
            ]
        }
        if changes.rewrite {
            return [
                "Rewritten throughout: \(changes.old.articles) articles replaced by \(changes.new.articles). "
                    + "Hardly any provision can be paired; read the new text as a whole."
            ]
        }
        // A link that is carried along or minor is told here, on the line of its change.
        let alerts = assessment.alerts.filter(\.isTold)
        let told = (before: Set(alerts.flatMap(\.before)), after: Set(alerts.flatMap(\.after)))
        return changes.changes.filter { change in
            change.kind != .unchanged && !change.unverified && change.significance == .substantive
                && !change.after.contains { told.after.contains($0.path) }
                && !(change.after.isEmpty && change.before.contains { told.before.contains($0.path) })
        }
        .map(line)
    }

    /// Whom the changed provisions rest on where we do not hold their official text: each source once.
    var sources: [String] {
        let pair = assessment.pair
        var named: [String] = []
        for change in assessment.comparison.changes.changes
        where change.kind != .unchanged && !change.unverified && change.significance == .substantive {
            let sides = [(change.before, pair.before.provenance), (change.after, pair.after.provenance)]
            for (provisions, provenance) in sides {
                for record in provisions.map({ provenance.record(for: $0.path) })
                where record.fidelity > .rendered {
                    for source in record.sources where !named.contains(source) { named.append(source) }
                }
            }
        }
        return named
    }

    private func line(_ change: ProvisionChange) -> String {
        let places = [change.before, change.after].filter { !$0.isEmpty }
            .map { $0.map(label).joined(separator: ", ") }.joined(separator: " → ")
        let gist = gist(change)
        return "\(places), \(change.kind.rawValue)" + (gist.isEmpty ? "" : ": \(gist)") + trust(change)
    }

    private func label(_ provision: ArticleText) -> String {
        provision.label.isEmpty ? Citation.words(provision.path) : provision.label
    }

    /// A line that rests on memory or on a report must not stand beside the others as if it did not.
    private func trust(_ change: ProvisionChange) -> String {
        switch [change.fidelityBefore, change.fidelityAfter].compactMap({ $0 }).max() {
        case .recalled: " (from memory, no source seen)"
        case .reported: " (as reported; the words are ours)"
        default: ""
        }
    }

    private func gist(_ change: ProvisionChange) -> String {
        guard let link = change.links.first, let old = change.before.first(where: { $0.path == link.before }),
            let new = change.after.first(where: { $0.path == link.after })
        else {
            return (change.after + change.before).first.map { "“\(Self.opening($0.string))”" } ?? ""
        }
        let before = Array(old.string.unicodeScalars)
        let after = Array(new.string.unicodeScalars)
        let weighty = link.edits.filter { $0.class != .crossReference && $0.class != .typography }
            .sorted {
                ($0.before.count + $0.after.count, $1.after.lowerBound) > (
                    $1.before.count + $1.after.count, $0.after.lowerBound
                )
            }
            .prefix(2).sorted { $0.after.lowerBound < $1.after.lowerBound }
        return weighty.map { edit in
            let gone = Self.opening(before[edit.before].string)
            let come = Self.opening(after[edit.after].string)
            if gone.isEmpty { return "adds “\(come)”" }
            return come.isEmpty ? "drops “\(gone)”" : "“\(gone)” becomes “\(come)”"
        }
        .joined(separator: "; ")
    }

    /// The first words, whole ones, on one line.
    private static func opening(_ words: String) -> String {
        let flat = VisibleText.line(words.replacing("\n", with: " ")).unicodeScalars
        var kept = Array(flat.drop { $0.isBlank }.prefix(140))
        while kept.last?.isBlank == true { kept.removeLast() }
        guard flat.count > 140 else { return kept.string }
        if kept.contains(where: \.isBlank) {
            while let last = kept.last, !last.isBlank { kept.removeLast() }
            while kept.last?.isBlank == true { kept.removeLast() }
        }
        return kept.string + " …"
    }
}
