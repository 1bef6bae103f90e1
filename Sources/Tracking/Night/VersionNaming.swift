import Material
import Statute

/// Finds out which version a captured text is.
///
/// A text that changes although nothing in it names a new date is a version of its own, `observed` on the day of the
/// capture in Beijing: its legal date is not known, and saying so is better than writing over what was there.
struct VersionNaming {
    static let observed = "observed"

    let instrument: Instrument
    let source: SourceDeclaration
    /// Versions that are held, in legal order.
    let held: [VersionName]
    let now: Instant

    struct Named: Hashable {
        var version: VersionName
        var dates: LegalDates
    }

    /// - Parameters:
    ///   - established: what the source has said so far.
    ///   - announcement: what led to a found document.
    func name(_ read: ReadText, established: Established, announcement: Announcement?) -> Named {
        let named = natural(read, announcement)
        guard let before = established.entries.first(where: { $0.version == named.version }),
            before.digest != read.digest
        else { return named }
        return Named(version: observedName(), dates: LegalDates())
    }

    /// The version that the declaration or the text itself names.
    private func natural(_ read: ReadText, _ announcement: Announcement?) -> Named {
        if case .version(let name) = source.target { return Named(version: name, dates: LegalDates()) }
        if source.target == .found, let draft = draft(read, announcement) { return draft }
        if let dated = dated(read, announcement) { return dated }
        // A text without a date: on a first look it is the law in force, as far as anybody has declared it.
        if source.target == .current, let standing {
            return Named(version: standing, dates: LegalDates())
        }
        if source.target == .found, let name = declared(titled: read.parsed.text.title) {
            return Named(version: name, dates: LegalDates())
        }
        return Named(version: observedName(), dates: LegalDates())
    }

    /// What its own title or the words that led to it call a draft: the declared one of that title or day, else one that
    /// is named by day and stage.
    private func draft(_ read: ReadText, _ announcement: Announcement?) -> Named? {
        let title = read.parsed.text.title
        guard
            let stage = [announcement?.words, title].compactMap({ $0.flatMap { StageGuess(words: $0) } })
                .first(where: \.isText)
        else { return nil }
        let day = announcement?.date
        let known = instrument.versions.filter(\.isDraft)
        if let same = known.first(where: { $0.published != nil && $0.published == day }) {
            return Named(version: same.name, dates: LegalDates())
        }
        if let name = declared(titled: title) { return Named(version: name, dates: LegalDates()) }
        guard let day, let name = VersionName(date: day, stage: stage.rawValue) else { return nil }
        return Named(version: name, dates: LegalDates(published: day))
    }

    /// By the last act that its headnotes record, or the date in a file's name.
    private func dated(_ read: ReadText, _ announcement: Announcement?) -> Named? {
        let events = LegalHistory.events(in: read.parsed.text.headnotes)
        let last = events.last
        guard let date = last?.date ?? announcement?.date else {
            return nil
        }
        if let known = instrument.versions.first(where: { !$0.isDraft && $0.signed == date }) {
            return Named(version: known.name, dates: LegalDates())
        }
        let act = events.last { $0.date == date }?.act ?? (events.count > 1 ? .amended : .adopted)
        return VersionName(date: date, stage: act.rawValue).map { name in
            Named(
                version: name,
                dates: LegalDates(signed: date, effective: LegalHistory.effectiveDate(of: read.parsed.text)))
        }
    }

    /// The newest version that is law today, declared or held.
    private var standing: VersionName? {
        let declared = instrument.versions.filter { !$0.isDraft && ($0.signed ?? today) <= today }.map(\.name)
        let names =
            declared + held.filter { name in !name.stage.contains("draft") && name.stage != Self.observed }
        return names.max()
    }

    private func declared(titled title: String) -> VersionName? {
        let wanted = TitleSlug.normalised(title)
        guard !wanted.isEmpty else { return nil }
        let matches = instrument.versions.filter { version in
            version.title.map { TitleSlug.normalised($0) } == wanted
        }
        return matches.count == 1 ? matches[0].name : nil
    }

    /// `2026-11-23.observed`, or `.observed-2` where the day has one already.
    private func observedName() -> VersionName {
        var number = 1
        while true {
            let stage = number == 1 ? Self.observed : "\(Self.observed)-\(number)"
            // The stage is a slug, so the name is never nil; the loop ends because held is finite.
            guard let name = VersionName(date: today, stage: stage) else { return .undated }
            if !held.contains(name) { return name }
            number += 1
        }
    }

    private var today: CalendarDate { Beijing.day(now) }
}

/// The calendar of China, whose laws date themselves by it: UTC+8 all the year (since 1991).
enum Beijing {
    static func day(_ instant: Instant) -> CalendarDate {
        CalendarDate(unixTime: instant.secondsSince1970 + 8 * 3_600)
    }
}
