import GitStore
package import Statute

/// Why one file of an import was not taken. The others are taken all the same.
package enum ImportFault: Error, Sendable, Hashable, CustomStringConvertible {
    case noTitle(String)
    /// A title that would be taken for the address of an instrument.
    case titleIsID(String, title: String)
    /// Two titles, one id.
    case idTaken(String, id: InstrumentID, title: String, by: String)

    package var description: String {
        switch self {
        case .noTitle(let file): "\(file): neither the text nor the file name gives a title"
        case .titleIsID(let file, let title):
            "\(file): its title is “\(Printable.text(title))”, which is the id of an instrument; give the text its title, or the file a name that is one"
        case .idTaken(let file, let id, let title, let other):
            "\(file): its title “\(Printable.text(title))” gives the id \(id), which belongs to \(other); declare the title in laws/ under an id of its own"
        }
    }
}
