package import Alerts
package import Statute

/// What both texts of a redline say about the concepts, by the article-level provision that says it.
package struct SidedFindings: Sendable {
    private var old: [ProvisionPath: [Finding]] = [:]
    private var new: [ProvisionPath: [Finding]] = [:]

    package init(before: [Finding] = [], after: [Finding] = []) {
        for finding in before { old[finding.article, default: []].append(finding) }
        for finding in after { new[finding.article, default: []].append(finding) }
    }

    package func before(in article: ProvisionPath) -> [Finding] { old[article] ?? [] }
    package func after(in article: ProvisionPath) -> [Finding] { new[article] ?? [] }

    /// The highlights of an old provision.
    package func marksBefore(in article: ProvisionPath) -> [Mark] {
        before(in: article).map { Mark($0, side: .before) }
    }

    /// The highlights of a new provision.
    package func marksAfter(in article: ProvisionPath) -> [Mark] {
        after(in: article).map { Mark($0, side: .after) }
    }
}
