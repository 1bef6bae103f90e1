package import Redline
package import Statute

/// The versions of one instrument in legal order as blame follows them: those that are held in one language, those that are
/// not, and acts that headnotes name and nobody declared.
package struct Descent: Sendable {
    package struct Member: Sendable {
        package var name: VersionName
        package var content: BlameVersion.Content
        /// What the store says of the version; nil where nothing of it is held.
        package var record: VersionRecord?
        /// Of the text in the language of the descent.
        package var text: VersionRecord.Text?
        package var declared: Instrument.Version?
        /// The act that made the version, as a headnote has it.
        package var act: String?
        /// The version whose headnote that is.
        package var actSource: VersionName?

        /// A draft is before the body that may enact it.
        package var isDraft: Bool {
            declared?.isDraft ?? (record?.status == "draft" || name.stage.contains("draft"))
        }

        /// The days of the acts that made it; its day of effect is none.
        fileprivate var dates: [CalendarDate] {
            let own = [record?.signed, record?.published].compactMap { $0 }.compactMap { CalendarDate($0) }
            return own + [declared?.signed, declared?.published, name.date].compactMap { $0 }
        }
    }

    package let instrument: InstrumentID
    package let language: Language
    /// In legal order.
    package private(set) var members: [Member]
    /// Held versions of which nothing says when they were made, so that they have no place in the order.
    package let unplaced: [VersionName]
    /// The body that enacts the instrument, as the register has it.
    package let body: [Language: String]
    /// Index into ``members``.
    package private(set) var asked: Int

    /// - Parameters:
    ///   - version: the version that is asked for; always a member.
    ///   - language: nil for the one of the languages of that version in which the most versions are held, Chinese first.
    package init(of version: LoadedVersion, language wanted: Language?, in library: Library) throws {
        let id = version.instrument
        let declared = library.register.instruments.first { $0.id == id }
        let held = Set(try library.versions(of: id))
        let declaredNames = Set(declared?.versions.map(\.name) ?? [])
        var placed: [VersionName] = []
        var unplaced: [VersionName] = []
        for name in try library.allVersions(of: id) {
            let hasPlace = name.date != nil || declaredNames.contains(name)
            if hasPlace { placed.append(name) } else { unplaced.append(name) }
        }
        // Without a place in the order, the version asked for stands alone.
        if !placed.contains(version.name) {
            unplaced = (placed + unplaced).filter { $0 != version.name }
            placed = [version.name]
        }
        var loaded: [VersionName: LoadedVersion] = [:]
        for name in placed where held.contains(name) { loaded[name] = try library.load(name, of: id) }
        let language = try Self.language(wanted, version, Array(loaded.values))
        instrument = id
        self.language = language
        self.unplaced = unplaced
        body = declared?.body ?? [:]
        members = placed.map { name in
            Self.member(name, loaded[name], declared?.versions.first { $0.name == name }, language)
        }
        asked = 0
        addActs()
        asked = members.firstIndex { $0.name == version.name } ?? 0
    }

    /// The same for the core.
    package var blame: Blame {
        Blame(members.map { BlameVersion($0.name.description, $0.content) })
    }

    private static func language(_ wanted: Language?, _ asked: LoadedVersion, _ all: [LoadedVersion]) throws
        -> Language
    {
        if let wanted {
            guard asked.texts[wanted] != nil else {
                throw TrackingError.noText(
                    version: asked.reference, reason: "no text in \(wanted.rawValue) is held")
            }
            return wanted
        }
        func count(_ language: Language) -> Int { all.count { $0.texts[language] != nil } }
        let own = Language.allCases.filter { asked.texts[$0] != nil }
        guard let best = own.max(by: { (count($0), $0 == .zh ? 1 : 0) < (count($1), $1 == .zh ? 1 : 0) })
        else { throw TrackingError.noText(version: asked.reference, reason: "no text is held") }
        return best
    }

    private static func member(
        _ name: VersionName, _ loaded: LoadedVersion?, _ declared: Instrument.Version?, _ language: Language
    ) -> Member {
        guard let loaded else {
            let absence: BlameVersion.Absence = declared?.text == "not-published" ? .notPublished : .notHeld
            return Member(name: name, content: .absent(absence), declared: declared)
        }
        var member = Member(
            name: name, content: .absent(loaded.texts.isEmpty ? .notHeld : .otherLanguage), declared: declared
        )
        member.record = loaded.record
        if let text = loaded.texts[language] {
            member.content = .held(text.text, text.provenance)
            member.text = text.record
        }
        return member
    }

    // MARK: Acts that headnotes name

    /// An act is adopted, signed and made known on several days: days this close to those of a version are taken for its own.
    private static let sameAct: Int64 = 90 * 86_400

    private mutating func addActs() {
        let known = members.flatMap(\.dates)
        var named: [(act: HeadnoteAct, source: VersionName)] = []
        for member in members {
            // The headnote of a draft tells of sessions and deadlines, not of acts that made versions.
            guard !member.isDraft, case .held(let text, _) = member.content else { continue }
            for act in HeadnoteAct.all(in: text.headnotes)
            where !named.contains(where: { $0.act.date == act.date }) {
                named.append((act, member.name))
            }
        }
        for index in members.indices { members[index].findAct(named.map { ($0.act, $0.source) }) }
        guard members.count > 1 || members.first?.name.date != nil else { return }
        for (act, source) in named.sorted(by: { $0.act.date < $1.act.date }) {
            let isKnown = known.contains { abs($0.unixTime - act.date.unixTime) <= Self.sameAct }
            guard !isKnown, let name = VersionName(date: act.date, stage: act.act.rawValue) else { continue }
            let next = members.firstIndex { $0.name.date.map { $0 > act.date } ?? false } ?? members.endIndex
            members.insert(
                Member(
                    name: name, content: .absent(.namedInHeadnote), act: act.words, actSource: source),
                at: next)
        }
    }
}

extension Descent.Member {
    /// Its own headnote first, then those of other versions.
    fileprivate mutating func findAct(_ named: [(act: HeadnoteAct, source: VersionName)]) {
        for date in dates {
            if case .held(let text, _) = content, let words = HeadnoteAct.words(of: date, in: text.headnotes)
            {
                (act, actSource) = (words, name)
                return
            }
            if let found = named.first(where: { $0.act.date == date }) {
                (act, actSource) = (found.act.words, found.source)
                return
            }
        }
    }
}
