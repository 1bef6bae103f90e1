package import Material

/// What states of a page an archive has (RFC 7089, 5).
package struct TimeMap: Sendable, Hashable {
    /// The page, as the archive names it; nil where it does not.
    package var original: String?
    /// Sorted by time, then by address; no state twice.
    package var moments: [ArchivedMoment]
    /// Further time maps that hold the rest of a long one, absolute, in order.
    package var pages: [Page]
    /// Sentences on what was noticed and is not fatal.
    package var notices: [String]

    /// A time map that is a part of this one.
    package struct Page: Sendable, Hashable {
        package var url: String
        package var from: Instant?
        package var until: Instant?
    }

    /// Reads a time map.
    ///
    /// - Parameters:
    ///   - bytes: of type `application/link-format`.
    ///   - url: where they come from; relative addresses are resolved against it.
    ///   - original: the page that was asked for, used where the map names none.
    package init(_ bytes: [UInt8], url: String, original: String) {
        let format = LinkFormat(bytes)
        let base = PageAddress(url)
        let named = format.links("original").first.map { base.resolving($0.target).text }
        self.original = named
        notices = []
        var skipped = 0
        var seen: Set<ArchivedMoment> = []
        var moments: [ArchivedMoment] = []
        for link in format.links where link.relations.contains("memento") {
            guard let datetime = link.datetime, base.resolving(link.target).normal != nil else {
                skipped += 1
                continue
            }
            let moment = ArchivedMoment(
                datetime: datetime, archiveURL: base.resolving(link.target).text,
                originalURL: named ?? original)
            if seen.insert(moment).inserted { moments.append(moment) }
        }
        self.moments = moments.sorted {
            ($0.datetime, $0.archiveURL) < ($1.datetime, $1.archiveURL)
        }
        let own = base.normal
        pages = format.links("timemap").filter { !$0.relations.contains("self") }.compactMap { link in
            let address = base.resolving(link.target)
            guard let normal = address.normal, normal != own else { return nil }
            return Page(url: address.text, from: link.from, until: link.until)
        }
        if skipped > 0 { notices.append("\(skipped) states without a date or an address were left out") }
        if format.faults > 0 { notices.append("\(format.faults) pieces of the time map are no links") }
        if format.isCut { notices.append("the time map is longer than what is read of one") }
    }
}
