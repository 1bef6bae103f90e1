import Alerts

/// A correction of an earlier mail, as plain fields: what was said, what holds, and why.
package struct CorrectionView: Sendable, Hashable {
    /// One alert that no longer holds as it was told.
    package struct Item: Sendable, Hashable {
        /// Where: `Article 2`.
        package var place: String
        package var concept: String
        package var commitment: String
        /// What readers believe until now, in a sentence.
        package var told: String
        /// What holds, in a sentence.
        package var now: String
        /// What altered it, a few words each.
        package var why: [String]

        package init(
            place: String, concept: String, commitment: String, told: String, now: String, why: [String]
        ) {
            self.place = place
            self.concept = concept
            self.commitment = commitment
            self.told = told
            self.now = now
            self.why = why
        }

        /// All of it in one line, for lists.
        package var line: String {
            "\(place), \(concept), \(commitment): we told “\(told)”. \(now) Why: \(why.joined(separator: "; "))."
        }
    }

    package var instrument: String
    /// Version names of the step.
    package var from: String
    package var to: String
    /// The subject of the mail that is corrected; empty where it is not known.
    package var earlier: String
    /// The day on which it was queued.
    package var day: String
    package var items: [Item]
    /// The version of the catalogue that holds now.
    package var catalogue: String
    /// Where the texts stand in the log, a line each; empty where they are in none.
    package var evidence: [String] = []

    package init(
        instrument: String, from: String, to: String, earlier: String, day: String, items: [Item],
        catalogue: String
    ) {
        self.instrument = instrument
        self.from = from
        self.to = to
        self.earlier = earlier
        self.day = day
        self.items = items
        self.catalogue = catalogue
    }

    /// `Correction: Test Law, 2017-01-01.amended: 1 alert of our mail of 2026-11-23 does not hold as told`
    package var subject: String {
        "Correction: \(instrument), \(to): \(items.count) \(items.count == 1 ? "alert" : "alerts") of our mail of \(day) "
            + "\(items.count == 1 ? "does" : "do") not hold as told"
    }

    var opening: String {
        let mail = earlier.isEmpty ? "our mail of \(day)" : "our mail of \(day), “\(earlier)”"
        return "This corrects \(mail). The law has not changed since: what we read in it has."
    }

    /// What every part says below the items.
    var closing: [String] {
        [
            "Step: \(from) → \(to)", "Made with catalogue \(catalogue).", Disclaimers.assessment,
            Disclaimers.chinese,
        ] + evidence
    }
}
