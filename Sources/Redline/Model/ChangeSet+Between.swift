package import Statute

extension ChangeSet {
    /// The redline between two texts.
    ///
    /// Pure and total: the same texts give the same change set on every machine, whatever they hold.
    /// - Parameter provenance: how far each provision of either side may be trusted.
    package static func between(
        _ old: StatuteText, _ new: StatuteText,
        provenance: (old: Provenance, new: Provenance) = (.official, .official)
    ) -> ChangeSet {
        var redliner = Redliner(old: Unit.all(of: old), new: Unit.all(of: new), provenance: provenance)
        let entries = Relations.added(to: ContainerMap.settled(redliner.entries(), old, new))
        // A few articles out of many pair with few: that says nothing of the law.
        let isWhole = provenance.old.extract == nil && provenance.new.extract == nil
        return ChangeSet(
            old: Side(old, units: redliner.old, extract: provenance.old.extract),
            new: Side(new, units: redliner.new, extract: provenance.new.extract),
            rewrite: redliner.rewrite && isWhole,
            changes: entries, oldFrame: Frame(of: old), newFrame: Frame(of: new))
    }

    /// Whether the two texts are equal, byte for byte.
    package var isEmpty: Bool {
        changes.allSatisfy { change in
            change.kind == .unchanged && change.before.count == change.after.count
                && zip(change.before, change.after).allSatisfy { $0.isIdentical(to: $1) }
        } && oldFrame.text.isIdentical(to: newFrame.text)
    }
}

extension ChangeSet.Side {
    init(_ text: StatuteText, units: [Unit], extract: Extract?) {
        self.init(
            title: text.title, language: text.language, articles: units.count { $0.family == .article },
            extract: extract)
    }
}
