package import Alerts
package import Statute

/// One step of one instrument with everything that is said of it: redline, findings, alerts, and what a digest
/// would tell.
package struct Assessment: Sendable {
    package let pair: VersionPair
    package let comparison: Comparison
    package let alerts: [Alert]
    package let content: DigestContent

    package init(_ pair: VersionPair, assessor: Assessor, in library: Library) throws {
        let register = library.register
        let id = pair.new.instrument
        let comparison = pair.comparison(scanner: assessor.scanner)
        let from = VersionMark(pair.old)
        let to = VersionMark(pair.new)
        let alerts = assessor.linker.alerts(
            for: comparison.changes, instrument: id.description, from: from, to: to,
            before: comparison.findingsBefore, after: comparison.findingsAfter
        ).map { alert in
            var alert = alert
            alert.catalogue = register.catalogue.version
            return alert
        }
        let declared = register.instruments.first { $0.id == id }
        let subject = DigestContent.Subject(
            title: try library.title(of: id),
            sources: Self.sources(pair, declared))
        let claims = Self.claims(declared, pair)
        // Only a claim's fact looks at the other versions: without one they need not be read and scanned.
        let held = claims.isEmpty ? [] : try assessor.findings(of: id, in: library)
        content = DigestAssembler(agreements: register.agreements, concepts: register.concepts).content(
            subject, from: from, to: to, changes: comparison.changes, alerts: alerts,
            claims: claims, held: held)
        self.pair = pair
        self.comparison = comparison
        self.alerts = alerts
    }

    /// The claims that matter here: those about one of the two versions.
    private static func claims(_ instrument: Instrument?, _ pair: VersionPair) -> [Claim] {
        let stages = [pair.old.name.stage, pair.new.name.stage]
        return (instrument?.claims ?? []).filter { claim in claim.about.contains { stages.contains($0) } }
    }

    /// Where the two texts come from: the sources named for the provisions that changed, each once.
    private static func sources(_ pair: VersionPair, _ declared: Instrument?) -> [String] {
        var named: [String] = []
        for (version, text) in [(pair.old, pair.before), (pair.new, pair.after)] {
            let official = declared?.versions.first { $0.name == version.name }?
                .sources.first { $0.role == "official" || $0.role == "mirror" }?.url
            let own = text.provenance.general.sources.first
            let words = [official, own].compactMap(\.self).joined(separator: "; ")
            named.append(
                "\(version.name): \(words.isEmpty ? "captured from \(text.record.capture)" : words) "
                    + "(capture \(text.record.capture), SHA-256 \(text.record.sha256.prefix(16))…)")
        }
        return named
    }
}

/// The engines that an assessment needs, built once.
package struct Assessor: Sendable {
    package let scanner: ConceptScanner
    package let linker: AlertLinker

    package init(register: Register) {
        scanner = register.scanner
        linker = AlertLinker(concepts: register.concepts, agreements: register.agreements)
    }

    /// What every held version of an instrument says, in its most trustworthy text.
    package func findings(of id: InstrumentID, in library: Library) throws -> [VersionFindings] {
        try library.versions(of: id).compactMap { name in
            let version = try library.load(name, of: id)
            guard let best = version.mostTrustworthy else { return nil }
            return VersionFindings(
                version: VersionMark(version), findings: scanner.findings(in: best.text),
                provenance: best.provenance)
        }
    }
}

extension VersionMark {
    /// A version with the date by which it counts as before or after a promise: when it was signed or published.
    init(_ version: LoadedVersion) {
        self.init(
            name: version.name.description,
            date: version.record.signed ?? version.record.published ?? version.name.date?.description ?? "")
    }
}
