import Alerts
package import Foundation
import GitStore
package import Rendering
package import Statute

/// Looks at every mail that was queued and corrects what no longer holds as it was told.
///
/// What counts is what readers believe: the mail, as corrected by the corrections that followed it. So a correction goes
/// out once, and another one when what was corrected holds again. What a reviewer has rejected does not hold, until the
/// decision is turned round or what it was about has changed.
package struct Corrections {
    /// An alert whose telling and whose present state differ.
    private struct Difference {
        var told: AlertMark
        var believed: AlertMark?
        var now: AlertMark?
        var why: [String]
        /// Rules still find it, and a reviewer has rejected it.
        var isRejected = false
    }

    private let library: Library
    private let desk: ReviewDesk
    private let outbox: Outbox
    private let sender: MailAddress
    private let now: Int64
    private let proof: (VersionPair) throws -> MailProof?
    /// By instrument.
    private let mails: [String: [MailedRecord]]
    /// By step, the oldest first.
    private var sent: [String: [CorrectionRecord]]

    /// - Parameters:
    ///   - folder: where mails wait.
    ///   - now: Unix seconds.
    ///   - proof: where the two texts of a step stand in the log.
    package init(
        library: Library, folder: URL, sender: MailAddress, now: Int64,
        proof: @escaping (VersionPair) throws -> MailProof? = { _ in nil }
    ) throws {
        self.proof = proof
        self.library = library
        desk = try ReviewDesk(library.store)
        outbox = Outbox(library: library, folder: folder, now: now)
        self.sender = sender
        self.now = now
        mails = Dictionary(
            grouping: try MailedRecord.all(MailedRecord.kind, in: library.store).sorted { $0.step < $1.step },
            by: { $0.told?.instrument ?? "" })
        sent = try CorrectionRecord.byStep(library.store)
    }

    /// Queues what is due for the mails about one instrument, a mail for each that is to be corrected.
    package mutating func queue(for instrument: InstrumentID, _ survey: inout AlertSurvey) throws -> [URL] {
        var queued: [URL] = []
        for mail in mails[instrument.description] ?? [] {
            guard let told = mail.told,
                let step = try survey.step(told.instrument, from: told.before.version, to: told.after.version)
            else { continue }
            let earlier = sent[told.name] ?? []
            let rejected = desk.reviews(of: step.alerts).filter {
                $0.value.state == .rejected && !$0.value.isStale
            }
            let differences = differences(told, step.mark, earlier, rejected)
            if differences.isEmpty { continue }
            let correction = try correct(mail, told, earlier, differences)
            queued.append(correction.file)
            sent[told.name] = earlier + [correction.record]
        }
        return queued
    }

    /// What a digest says of corrections to the mail of a step, a sentence each, those of this run included.
    package func lines(_ step: String) -> [String] { CorrectionRecord.lines(sent[step] ?? []) }

    /// - Parameter rejected: the reviews that say so, by alert.
    private func differences(
        _ told: StepMark, _ present: StepMark, _ earlier: [CorrectionRecord], _ rejected: [String: Review]
    ) -> [Difference] {
        let ids = Set(told.alerts.map(\.id))
        return told.alerts.filter(\.isMailed).compactMap { alert in
            let correction = earlier.last { $0.told.contains { $0.alert == alert.id } }?
                .told.first { $0.alert == alert.id }
            let believed: AlertMark? = if let correction { correction.now } else { alert }
            let heir = present.alerts.first { !ids.contains($0.id) && $0.speaksOfTheSame(as: alert) }
            let found = present.alert(alert.id) ?? heir
            let rejection = found.flatMap { rejected[$0.id] }
            let now = rejection == nil ? found : nil
            let holds =
                switch (believed, now) {
                case (nil, nil): true
                case (let believed?, let now?): now.saysTheSame(as: believed)
                default: false
                }
            if holds { return nil }
            let why =
                rejection.map { [ReviewWords.sentence($0)] }
                ?? UpgradeCause.words(told, present, (alert, now), catalogue: library.register.catalogue)
            return Difference(
                told: alert, believed: believed, now: now, why: why, isRejected: rejection != nil)
        }
    }

    private func correct(
        _ mail: MailedRecord, _ told: StepMark, _ earlier: [CorrectionRecord], _ differences: [Difference]
    ) throws -> (file: URL, record: CorrectionRecord) {
        let items = differences.map(item)
        let catalogue = library.register.catalogue.version
        let id = InstrumentID(told.instrument)
        var view = CorrectionView(
            instrument: try id.map { try library.title(of: $0) } ?? told.instrument,
            from: told.before.version,
            to: told.after.version, earlier: mail.subject ?? "", day: String(mail.queued.prefix(10)),
            items: items,
            catalogue: catalogue)
        let envelope = MailMessage(
            from: sender, to: [], date: Int(now),
            references: [mail.messageID].compactMap(\.self) + earlier.map(\.messageID), subject: "",
            listID: id.map { "\($0.slug).lexwatch" }, text: "", html: nil)
        let proof = try pair(told).flatMap(proof)
        view.evidence = proof?.lines ?? []
        let bytes = try CorrectionMail.bytes(view, envelope: envelope, proof: proof)
        let record = CorrectionRecord(
            step: told.name, number: (earlier.last?.number ?? 0) + 1, queued: UTC.text(now),
            sha256: SHA256.hex(of: bytes), messageID: MailMessage.identity(of: bytes) ?? "",
            told: zip(differences, items).map { .init(alert: $0.told.id, now: $0.now, sentence: $1.line) },
            catalogue: catalogue)
        return (try outbox.queue(bytes, record, of: mail, instrument: told.instrument), record)
    }

    /// The two texts of a step as they are held now; nil where they are no longer.
    private func pair(_ told: StepMark) throws -> VersionPair? {
        guard let id = InstrumentID(told.instrument), let old = VersionName(told.before.version),
            let new = VersionName(told.after.version)
        else { return nil }
        return try? VersionPair(library.load(old, of: id), library.load(new, of: id), language: told.language)
    }

    private func item(_ difference: Difference) -> CorrectionView.Item {
        let told = difference.told
        let paths = told.after.isEmpty ? told.before : told.after
        return CorrectionView.Item(
            place: paths.map { Citation.words(ProvisionPath($0)) }.joined(separator: ", "),
            concept: library.register.concept(told.concept)?.titles[.en] ?? told.concept,
            commitment: told.commitment,
            told: difference.believed.map(words) ?? "in a correction, that nothing of this is found",
            now: difference.now.map { now in
                now == difference.told || now.saysTheSame(as: told)
                    ? "As first told: \(words(now))." : "\(DigestWords.capital(words(now)))."
            }
                ?? (difference.isRejected
                    ? "A reviewer has rejected it: it does not hold."
                    : "By the rules as they are now, nothing of this is found."),
            why: difference.why)
    }

    /// `duty of source-code disclosure: introduced, away from the commitment`
    private func words(_ mark: AlertMark) -> String {
        let title = library.register.concept(mark.concept)?.titleInSentence ?? mark.concept
        let polarity = Polarity(rawValue: mark.polarity) ?? .mentions
        let standing = Standing.phrase(polarity, title, isPenalty: mark.isPenalty)
        let bearing = Bearing(rawValue: mark.direction).map(AlertWords.bearing) ?? mark.direction
        let limit = mark.excludedBy.map { ", outside the commitment by its limit \($0)" } ?? ", \(bearing)"
        return "\(standing): \(mark.effect)\(limit)"
    }
}
