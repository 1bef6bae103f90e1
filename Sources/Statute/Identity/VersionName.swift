/// The name of one version of an instrument: `2015-07-06.draft-1`.
///
/// The date is that of adoption, or of publication for a draft. Names sort in legal order, the undated first.
package struct VersionName: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Nil: `undated`.
    package let date: CalendarDate?
    /// `[a-z0-9][a-z0-9-]*`.
    package let stage: String

    package init?(date: CalendarDate?, stage: String) {
        guard InstrumentID.isSlug(stage) else { return nil }
        self.date = date
        self.stage = stage
    }

    /// Reads `2015-07-06.draft-1` and `undated.adopted`.
    package init?(_ string: String) {
        guard let dot = string.firstIndex(of: ".") else { return nil }
        let first = String(string[..<dot])
        let date = CalendarDate(first)
        guard date != nil || first == "undated" else { return nil }
        self.init(date: date, stage: String(string[string.index(after: dot)...]))
    }

    package var description: String { "\(date?.description ?? "undated").\(stage)" }

    package static func < (a: VersionName, b: VersionName) -> Bool {
        switch (a.date, b.date) {
        case (nil, nil): a.stage.utf8.lexicographicallyPrecedes(b.stage.utf8)
        case (nil, _): true
        case (_, nil): false
        case (let x?, let y?): x == y ? a.stage.utf8.lexicographicallyPrecedes(b.stage.utf8) : x < y
        }
    }

    /// Whether `query`, a unique prefix of the name or its stage alone, may mean this version.
    package func answers(to query: String) -> Bool {
        stage == query || description.utf8.starts(with: query.utf8)
    }
}

extension VersionName {
    /// `undated.undated`: neither the file nor the text says when it was made.
    package static let undated = VersionName(undatedStage: "undated")

    private init(undatedStage: String) {
        date = nil
        stage = undatedStage
    }
}
