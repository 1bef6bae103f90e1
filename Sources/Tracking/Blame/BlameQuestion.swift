import Redline
package import Rendering
package import Statute

/// “Who changed these words, when, in which version?”: asked of one version of the library.
package struct BlameQuestion: Sendable {
    /// What is asked of the version.
    package enum Scope: Sendable, Hashable {
        case provision(String)
        case all
    }

    private let version: LoadedVersion
    private let descent: Descent
    private let paths: [ProvisionPath]
    private let isWhole: Bool

    /// - Parameter language: nil for the one in which the most versions are held.
    /// - Throws: ``TrackingError/noProvision(version:query:known:)`` and what ``Descent`` throws.
    package init(_ version: LoadedVersion, _ scope: Scope, language: Language?, in library: Library) throws {
        self.version = version
        descent = try Descent(of: version, language: language, in: library)
        guard let text = version.texts[descent.language]?.text else {
            throw TrackingError.noText(
                version: version.reference, reason: "no text in \(descent.language.rawValue) is held")
        }
        switch scope {
        case .all:
            paths = text.articleLevel.map(\.path)
            isWhole = true
        case .provision(let words):
            guard let path = ProvisionQuery(words).path(in: text) else {
                throw TrackingError.noProvision(
                    version: version.reference, query: words, known: Self.known(text, words))
            }
            paths = [path]
            isWhole = false
        }
    }

    /// - Parameters:
    ///   - showsOther: the other language's words beside, where it is held.
    ///   - commits: the commit by which the store has a version, from an index; nil where nobody knows.
    package func view(
        showsOther: Bool, commits: (VersionName) -> BlameView.Version.Commit? = { _ in nil }
    ) -> BlameView {
        var blame = descent.blame
        let provisions = paths.compactMap { blame.blame(of: $0, in: descent.asked) }
        var view = BlameView(
            instrument: descent.instrument.description,
            title: version.texts[descent.language]?.text.title ?? version.record.title,
            language: descent.language,
            versions: descent.members.map { version(of: $0, commits($0.name)) }, asked: descent.asked,
            provisions: provisions)
        view.unplaced = descent.unplaced.map(\.description)
        view.isWhole = isWhole
        if showsOther { view.beside = beside(provisions) }
        return view
    }

    private func version(of member: Descent.Member, _ commit: BlameView.Version.Commit?) -> BlameView.Version
    {
        let (record, declared) = (member.record, member.declared)
        var version = BlameView.Version(
            name: member.name.description, stage: member.name.stage, isDraft: member.isDraft)
        version.signed = record?.signed ?? declared?.signed?.description
        version.published = record?.published ?? declared?.published?.description
        version.effective = record?.effective ?? declared?.effective?.description
        switch member.content {
        case .absent(let absence): version.absence = absence
        case .held(_, let provenance): version.fidelity = provenance.general.fidelity
        }
        if let record, let text = member.text {
            version.holding = .init(
                known: record.known, captured: text.captured, capture: text.capture, sha256: text.sha256)
        }
        version.commit = commit
        version.body = descent.body[descent.language] ?? descent.body.values.first
        version.act = member.act
        version.actSource = member.actSource == member.name ? nil : member.actSource?.description
        return version
    }

    private func beside(_ provisions: [ProvisionBlame]) -> [ProvisionPath: BlameView.Beside] {
        let language = descent.language
        let other: Language = language == .zh ? .en : .zh
        guard let own = version.texts[language]?.text, let text = version.texts[other]?.text else {
            return [:]
        }
        let alignment =
            language == .zh
            ? BilingualAlignment.between(zh: own, en: text) : .between(zh: text, en: own)
        var beside: [ProvisionPath: BlameView.Beside] = [:]
        for provision in provisions {
            guard let pair = alignment.pair(of: provision.provision.path, in: language) else { continue }
            beside[provision.provision.path] = .init(
                pair.text(other), ground: pair.ground, confidence: pair.confidence)
        }
        return beside
    }

    /// The paths that somebody may have meant, else the first and the last.
    private static func known(_ text: StatuteText, _ words: String) -> [String] {
        let provisions = text.articleLevel
        let all = provisions.flatMap { [$0.path.rawValue] + ArticleText($0).lines.map(\.path.rawValue) }
        var near: [String] = []
        for name in NearNames.of(words, among: all) where !near.contains(name) { near.append(name) }
        if !near.isEmpty { return near }
        guard let first = provisions.first, let last = provisions.last else { return [] }
        return ["\(first.path) to \(last.path)"]
    }
}
