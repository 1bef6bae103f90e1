/// What a version says of itself that decides whether it was in force on a day.
package struct VersionDates: Sendable, Hashable {
    package var name: VersionName
    package var signed: CalendarDate?
    package var published: CalendarDate?
    package var effective: CalendarDate?
    /// draft, in-force, suspended, repealed; nil where not said.
    package var status: String?

    package init(
        name: VersionName, signed: CalendarDate? = nil, published: CalendarDate? = nil,
        effective: CalendarDate? = nil, status: String? = nil
    ) {
        self.name = name
        self.signed = signed
        self.published = published
        self.effective = effective
        self.status = status
    }

    /// A draft is never in force.
    package var isDraft: Bool { status == "draft" || name.stage.contains("draft") }

    /// The day on which it was adopted, as far as anything says so.
    package var adopted: CalendarDate? { signed ?? name.date ?? published }
}

/// “Which version was in force on a day?”, answered from what the versions say of themselves, or refused.
package enum InForce: Sendable, Hashable {
    case version(VersionName)
    /// No answer that we could stand by, and why.
    case cannotTell(String)

    /// - Parameter versions: all versions of one instrument that are held, as far as they were known; in any order.
    package init(on day: CalendarDate, among versions: [VersionDates]) {
        var standing: [VersionDates] = []
        var open: [VersionDates] = []
        for version in versions.sorted(by: { $0.name < $1.name }) where !version.isDraft {
            if let effective = version.effective {
                if effective <= day { standing.append(version) }
            } else if version.adopted.map({ $0 <= day }) ?? true {
                open.append(version)
            }
        }
        let best = standing.max { Self.order($0) < Self.order($1) }
        // A text that was adopted before one that is in force cannot come after it, whenever it took effect.
        if let unknown = open.first(where: { !Self.isOlder($0, than: best) }) {
            self = .cannotTell("the day on which \(unknown.name) took effect is not known")
        } else if let best {
            self = Self.checked(best, against: standing)
        } else {
            self = .cannotTell("no version that is held was in force on \(day)")
        }
    }

    /// The version that took effect last, unless another could be meant as well.
    private static func checked(_ best: VersionDates, against standing: [VersionDates]) -> InForce {
        for other in standing where other.name != best.name {
            if order(other) == order(best) {
                return .cannotTell(
                    "\(min(other.name, best.name)) and \(max(other.name, best.name)) were adopted and took effect on the same days"
                )
            }
            if let later = other.adopted, let earlier = best.adopted, later > earlier {
                return .cannotTell(
                    "\(best.name) took effect last, but \(other.name) was adopted after it and was in force before"
                )
            }
        }
        switch best.status {
        case "repealed", "suspended":
            return .cannotTell("\(best.name) is declared \(best.status ?? ""), and since when is not known")
        default:
            return .version(best.name)
        }
    }

    /// Of two that took effect on one day, the one that was adopted later.
    private static func order(_ version: VersionDates) -> (Int64, Int64) {
        (version.effective?.unixTime ?? .min, version.adopted?.unixTime ?? .min)
    }

    private static func isOlder(_ version: VersionDates, than best: VersionDates?) -> Bool {
        guard let adopted = version.adopted, let limit = best?.adopted else { return false }
        return adopted < limit
    }
}
