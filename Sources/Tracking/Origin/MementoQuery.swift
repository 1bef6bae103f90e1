package import Material
package import Statute

/// A question to an archive about the states of one page (RFC 7089).
package struct MementoQuery: Sendable, Hashable {
    /// The original address.
    package var url: String
    /// What stands before the original address to make that of the time gate: `https://web.archive.org/web/`.
    package var timegate: String?
    package var timemap: String?
    package var from: Instant
    package var to: Instant
    /// Whether the bytes as the archive received them are asked for, not a page made for looking at.
    package var raw: Bool
    /// Only the state nearest to this moment is wanted; nil for all of the window.
    package var nearest: Instant?

    package init(
        url: String, timegate: String? = nil, timemap: String? = nil, from: Instant, to: Instant,
        raw: Bool = true
    ) {
        self.url = url
        self.timegate = timegate
        self.timemap = timemap
        self.from = from
        self.to = to
        self.raw = raw
    }

    /// The whole days from one date to another, in a place whose clocks stand `hours` before UTC.
    package static func window(
        from: CalendarDate, to: CalendarDate, hoursAhead hours: Int64 = 8
    ) -> (from: Instant, to: Instant) {
        (
            Instant(secondsSince1970: from.unixTime - hours * 3_600),
            Instant(secondsSince1970: to.unixTime - hours * 3_600 + 86_399)
        )
    }

    /// Asks for all states; nil without a time map.
    package func mapRequest(limits: FetchLimits = FetchLimits()) -> FetchRequest? {
        timemap.map {
            FetchRequest(
                url: $0 + url, fields: [Exchange.Field("Accept", "application/link-format")], limits: limits)
        }
    }

    /// Asks for the state nearest to a moment; nil without a time gate.
    package func gateRequest(at moment: Instant, limits: FetchLimits = FetchLimits()) -> FetchRequest? {
        timegate.map {
            FetchRequest(
                url: $0 + url, fields: [Exchange.Field("Accept-Datetime", moment.httpDate)], limits: limits)
        }
    }

    /// Asks for one state.
    package func request(for moment: ArchivedMoment, limits: FetchLimits = FetchLimits()) -> FetchRequest {
        FetchRequest(url: (raw ? moment.raw ?? moment : moment).archiveURL, limits: limits)
    }

    /// The pages of a long time map that can hold states of the window.
    package func pages(of map: TimeMap, limit: Int = 20) -> [TimeMap.Page] {
        let wanted = map.pages.filter { ($0.from ?? from) <= to && ($0.until ?? to) >= from }
        return Array(wanted.prefix(limit))
    }

    /// The states to fetch: those in the window, one for each moment, and of more than `limit` the first, the last
    /// and an even choice between. Where the window holds none, nothing: a state from another time is another text.
    package func choice(from moments: [ArchivedMoment], limit: Int = 12) -> [ArchivedMoment] {
        if let nearest { return self.nearest(to: nearest, among: moments).map { [$0] } ?? [] }
        var seen: Set<Instant> = []
        let inside = moments.filter { $0.datetime >= from && $0.datetime <= to && isOurs($0.originalURL) }
            .sorted { ($0.datetime, $0.archiveURL) < ($1.datetime, $1.archiveURL) }
            .filter { seen.insert($0.datetime).inserted }
        guard inside.count > limit else { return inside }
        guard limit > 1 else { return Array(inside.prefix(max(0, limit))) }
        return (0..<limit).map { inside[$0 * (inside.count - 1) / (limit - 1)] }
    }

    /// The state nearest to a moment; of two equally near ones the earlier.
    package func nearest(to moment: Instant, among moments: [ArchivedMoment]) -> ArchivedMoment? {
        moments.filter { isOurs($0.originalURL) }.min {
            let (a, b) = (abs($0.datetime.seconds(since: moment)), abs($1.datetime.seconds(since: moment)))
            return (a, $0.datetime, $0.archiveURL) < (b, $1.datetime, $1.archiveURL)
        }
    }

    /// Whether an address means the declared page: `http` and `https`, and a host with and without `www.`, are one
    /// page to archives.
    func isOurs(_ other: String) -> Bool {
        let (a, b) = (Self.plain(url), Self.plain(other))
        return a != nil && a == b
    }

    private static func plain(_ url: String) -> String? {
        guard let normal = PageAddress(url).normal, let colon = normal.utf8.firstIndex(of: 0x3a) else {
            return nil
        }
        var rest = normal.utf8[colon...].dropFirst(3)
        if rest.starts(with: "www.".utf8) { rest = rest.dropFirst(4) }
        return String(rest)
    }
}
