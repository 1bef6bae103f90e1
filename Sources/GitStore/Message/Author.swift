/// In whose name a commit stands.
package struct Author: Sendable, Hashable {
    package let name: String
    package let email: String

    /// The program itself.
    package static let lexwatch = Author()

    private init() {
        name = "Lexwatch"
        email = "lexwatch@localhost"
    }

    /// - Throws: ``StoreError/refused(subject:reason:)`` for what git would cut out of a name or an address.
    package init(name: String, email: String) throws(StoreError) {
        for part in [name, email] {
            let scalars = part.unicodeScalars
            guard let first = scalars.first, let last = scalars.last, scalars.count <= 200,
                !scalars.contains(where: { Printable.steers($0) || $0 == "<" || $0 == ">" }),
                !Self.isTrimmed(first), !Self.isTrimmed(last)
            else {
                throw .refused(
                    subject: Printable.text(part), reason: "not usable as an author's name or address")
            }
        }
        self.name = name
        self.email = email
    }

    /// What libgit2 takes off both ends of a name; refused, so that what is asked for is what is stored.
    private static func isTrimmed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", ".", ",", ":", ";", "\"", "\\", "'": true
        default: false
        }
    }
}
