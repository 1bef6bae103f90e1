package import Statute

/// Follows provisions through the versions of one law: which version brought which words, and what became of a provision
/// from version to version.
///
/// Pure and total. Each pair of versions is compared once, when it is first needed: neighbours, and pairs further apart
/// where what stands between cannot be read or is only assumed. Beyond that, one provision takes time in proportion to its
/// words and those of its partners, times the versions.
package struct Blame: Sendable {
    /// In legal order.
    package let versions: [BlameVersion]
    let texts: [[ProvisionPath: ArticleText]]
    private var steps: [Pair: BlameStep] = [:]

    private struct Pair: Hashable {
        var old: Int
        var new: Int
    }

    package init(_ versions: [BlameVersion]) {
        self.versions = versions
        texts = versions.map { version in
            let provisions = version.text?.articleLevel ?? []
            return Dictionary(provisions.map { ($0.path, ArticleText($0)) }) { first, _ in first }
        }
    }

    /// The blame of a provision, or of a paragraph or item of one.
    ///
    /// - Returns: nil where the version is not held or does not have it.
    package mutating func blame(of part: ProvisionPath, in version: Int) -> ProvisionBlame? {
        guard versions.indices.contains(version), let (text, range) = place(of: part, in: version) else {
            return nil
        }
        var trace = OriginTrace()
        trace.run(text, range, in: version, &self)
        return ProvisionBlame(
            version: version, provision: text, part: part, range: range, runs: trace.runs,
            origins: trace.origins, lineage: lineage(of: text, in: version))
    }

    /// The blame of every article-level provision of a version, in its order.
    package mutating func all(in version: Int) -> [ProvisionBlame] {
        guard versions.indices.contains(version) else { return [] }
        return (versions[version].text?.articleLevel ?? []).compactMap { blame(of: $0.path, in: version) }
    }

    /// The article-level provision that holds a part, and where the part stands in its words.
    private func place(of part: ProvisionPath, in version: Int) -> (ArticleText, Range<Int>)? {
        if let text = texts[version][part] { return (text, 0..<text.string.unicodeScalars.count) }
        var raw = part.rawValue.utf8[...]
        // The nearest unit above: paths grow by components parted by two underscores.
        while let cut = raw.lastIndex(of: 0x5F) {
            raw = raw[..<cut]
            guard let text = texts[version][ProvisionPath(String(Substring(raw)))] else { continue }
            let spans = text.spans.filter { $0.path.isWithin(part) }
            guard let first = spans.first, let last = spans.last else { continue }
            return (text, first.range.lowerBound..<last.range.upperBound)
        }
        return nil
    }

    /// Two versions compared; nil unless both are held.
    mutating func step(_ old: Int, _ new: Int) -> BlameStep? {
        let pair = Pair(old: old, new: new)
        if let known = steps[pair] { return known }
        guard case .held(let before, let left) = versions[old].content,
            case .held(let after, let right) = versions[new].content
        else { return nil }
        let step = BlameStep(ChangeSet.between(before, after, provenance: (left, right)))
        steps[pair] = step
        return step
    }

    // MARK: Trust

    func record(_ version: Int, _ path: ProvisionPath) -> Provenance.Record? {
        guard case .held(_, let provenance) = versions[version].content else { return nil }
        return provenance.record(for: path)
    }

    /// What is known of the line that a scalar of a provision stands in.
    func record(_ version: Int, _ text: ArticleText, at offset: Int) -> Provenance.Record {
        guard case .held(_, let provenance) = versions[version].content else {
            return Provenance.Record(fidelity: .assumed)
        }
        if provenance.records.isEmpty { return provenance.general }
        let span = text.spans.last { $0.range.lowerBound <= offset }
        return provenance.record(for: span?.path ?? text.path)
    }

    /// Whether some line of it is more than assumed.
    func isKnown(_ version: Int, _ text: ArticleText) -> Bool {
        guard case .held(_, let provenance) = versions[version].content else { return false }
        if provenance.record(for: text.path).fidelity != .assumed { return true }
        return text.lines.contains { provenance.record(for: $0.path).fidelity != .assumed }
    }

    /// Whether the text as a whole only stands in for what is not known.
    func isMostlyAssumed(_ version: Int) -> Bool {
        guard case .held(_, let provenance) = versions[version].content else { return false }
        return provenance.general.fidelity == .assumed
    }
}
