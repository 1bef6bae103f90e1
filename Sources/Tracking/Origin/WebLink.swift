package import Material

/// One link of a Link field or of a link document (RFC 8288; RFC 6690; RFC 7089, 5).
package struct WebLink: Sendable, Hashable {
    /// As written.
    package var target: String
    /// Lower case, in order.
    package var relations: [String]
    /// All parameters in order, names in lower case; the first of a name counts (RFC 8288, 3).
    package var parameters: [(name: String, value: String)]

    package func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

    /// When a memento was taken.
    package var datetime: Instant? { parameter("datetime").flatMap { Instant(mailDate: $0) } }
    /// From when a page of a time map reaches.
    package var from: Instant? { parameter("from").flatMap { Instant(mailDate: $0) } }
    package var until: Instant? { parameter("until").flatMap { Instant(mailDate: $0) } }

    package static func == (a: WebLink, b: WebLink) -> Bool {
        a.target == b.target && a.relations == b.relations
            && a.parameters.elementsEqual(b.parameters) { $0.name == $1.name && $0.value == $1.value }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(target)
        hasher.combine(relations)
    }
}
