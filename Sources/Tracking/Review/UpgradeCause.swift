/// Why an alert of an old step says something else than before.
enum UpgradeCause {
    /// The causes that can be named, a few words each; never empty.
    ///
    /// - Parameter alert: as it was and as it is.
    static func words(
        _ old: StepMark, _ new: StepMark, _ alert: (before: AlertMark?, after: AlertMark?),
        catalogue: Catalogue
    ) -> [String] {
        var causes: [String] = []
        if old.language != new.language {
            causes.append("the texts in \(new.language) are compared instead of those in \(old.language)")
        }
        for (was, now) in [(old.before, new.before), (old.after, new.after)]
        where was.sha256 != now.sha256 || was.fidelity != now.fidelity {
            let isBetter = now.fidelity == "official" && was.fidelity != "official"
            causes.append(
                isBetter
                    ? "an official text of \(now.version) took the place of one that was \(was.fidelity)"
                    : "the text of \(now.version) was replaced")
        }
        causes += declarations(alert, catalogue)
        if program(old.catalogue) != program(new.catalogue) {
            causes.append(
                "the program reads differently: \(program(old.catalogue)) became \(program(new.catalogue))")
        }
        if !causes.isEmpty { return causes }
        return [
            old.catalogue == new.catalogue
                ? "a declaration in laws was edited"
                : "another file of laws/concepts or laws/agreements was edited"
        ]
    }

    private static func declarations(
        _ alert: (before: AlertMark?, after: AlertMark?), _ catalogue: Catalogue
    ) -> [String] {
        guard let known = alert.before else { return [] }
        var causes: [String] = []
        let concept = catalogue.concepts[known.concept]
        if concept != known.conceptVersion {
            let file = "laws/concepts/\(known.concept).yml"
            causes.append(concept == nil ? "\(file) is gone" : "\(file) was edited")
        }
        let commitment = catalogue.commitments[known.commitment]
        if commitment != known.commitmentVersion {
            causes.append(
                "\(known.commitment) was \(commitment == nil ? "taken out of" : "edited in") laws/agreements")
        }
        return causes
    }

    /// `engine-1-parser-1` of a catalogue's version.
    private static func program(_ version: String) -> String {
        version.split(separator: "-", maxSplits: 1).last.map(String.init) ?? version
    }
}
