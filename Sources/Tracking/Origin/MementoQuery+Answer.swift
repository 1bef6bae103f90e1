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
    /// - Parameter exchange: of a request for a state.
    package func moment(of exchange: Exchange) throws(MementoFault) -> ArchivedMoment {
        let answer = Answer(exchange, url)
        guard let datetime = answer.datetime else {
            throw MementoFault(
                .noDatetime, "\(answer.address): does not say when the archive took it (Memento-Datetime)")
        }
        return try checked(
            ArchivedMoment(
                datetime: datetime, archiveURL: answer.address, originalURL: answer.original ?? url), answer)
    }

    /// Which state of the page a time gate leads to, to be asked for next with ``request(for:limits:)``.
    ///
    /// A time gate may redirect to the state, answer with it, or answer with a frame around it that only names it in a
    /// link; the second and third have the address of the gate.
    ///
    /// - Parameters:
    ///   - exchange: of a request to the time gate.
    ///   - moment: what was asked for.
    package func moment(behind exchange: Exchange, near moment: Instant) throws(MementoFault)
        -> ArchivedMoment
    {
        let answer = Answer(exchange, url)
        let named = answer.mementos.min {
            abs($0.datetime.seconds(since: moment)) < abs($1.datetime.seconds(since: moment))
        }
        guard let datetime = answer.datetime ?? named?.datetime else {
            throw MementoFault(.noDatetime, "\(answer.address): leads to no state of \(url)")
        }
        let address =
            answer.mementos.first { $0.datetime == datetime }?.url ?? answer.location ?? answer.address
        return try checked(
            ArchivedMoment(datetime: datetime, archiveURL: address, originalURL: answer.original ?? url),
            answer)
    }

    private func checked(_ moment: ArchivedMoment, _ answer: Answer) throws(MementoFault) -> ArchivedMoment {
        guard isOurs(moment.originalURL) else {
            throw MementoFault(
                .anotherPage, "\(answer.address): is a state of \(moment.originalURL), not of \(url)")
        }
        guard moment.datetime >= from, moment.datetime <= to else {
            throw MementoFault(
                .outside,
                "\(answer.address): the archive has a state of \(moment.datetime.httpDate), outside of what is asked for"
                    + " (\(from.httpDate) to \(to.httpDate))")
        }
        return moment
    }

    /// What the fields of an archive's answer say.
    private struct Answer {
        let address: String
        let datetime: Instant?
        let original: String?
        let location: String?
        let mementos: [(datetime: Instant, url: String)]

        init(_ exchange: Exchange, _ url: String) {
            address = exchange.finalURL ?? url
            let base = PageAddress(address)
            datetime = exchange.field("Memento-Datetime").flatMap { Instant(mailDate: $0) }
            location = exchange.field("Content-Location").map { base.resolving($0).text }
            // Several fields make one list (RFC 9110, 5.3).
            let lines =
                exchange.hops.last?.fields.filter { $0.name.lowercased() == "link" }.map(\.value) ?? []
            let links = LinkFormat(lines.joined(separator: ", "), limit: 1_000)
            original = links.links("original").first.map { base.resolving($0.target).text }
            mementos = links.links("memento").compactMap { link in
                link.datetime.map { ($0, base.resolving(link.target).text) }
            }
        }
    }
}
