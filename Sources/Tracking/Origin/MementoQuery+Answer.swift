package import Material

/// Why an answer of an archive is not taken as a state of the page.
package struct MementoFault: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// The answer does not say when the archive took it: it may be anything.
        case noDatetime = "no-datetime"
        /// The archive answers with a state from outside the window.
        case outside
        /// The archive answers for another page.
        case anotherPage = "another-page"
    }

    package var kind: Kind
    /// A sentence that names what and where.
    package var message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    package var description: String { message }
}

extension MementoQuery {
    /// Which state of the page an answer is: by its fields, not by its address (RFC 7089, 2.1.1 and 2.2).
    ///
    /// - Parameter asked: the state that was asked for, where it came from a time map; its datetime is not believed
    ///   against the answer's own.
    package func moment(of exchange: Exchange, asked: ArchivedMoment? = nil) throws(MementoFault)
        -> ArchivedMoment
    {
        let address = exchange.finalURL ?? asked?.archiveURL ?? url
        guard let field = exchange.field("Memento-Datetime"), let datetime = Instant(mailDate: field) else {
            throw MementoFault(
                .noDatetime, "\(address): does not say when the archive took it (Memento-Datetime)")
        }
        // Several fields make one list (RFC 9110, 5.3).
        let lines = exchange.hops.last?.fields.filter { $0.name.lowercased() == "link" }.map(\.value) ?? []
        let original = LinkFormat(lines.joined(separator: ", ")).links("original").first
            .map { PageAddress(address).resolving($0.target).text }
        if let original, !isOurs(original) {
            throw MementoFault(.anotherPage, "\(address): is a state of \(original), not of \(url)")
        }
        guard datetime >= from, datetime <= to else {
            throw MementoFault(
                .outside,
                "\(address): the archive has a state of \(datetime.httpDate), outside of what is asked for"
                    + " (\(from.httpDate) to \(to.httpDate))")
        }
        return ArchivedMoment(datetime: datetime, archiveURL: address, originalURL: original ?? url)
    }
}
