import GitStore
import Statute

/// Sees to it that an id which was made of a title stands for that title alone: another law that came to the same id would
/// be taken for a version of it. It holds some 200 bytes an instrument.
struct TitleClaims {
    /// Normalised titles by the ids that were made of them.
    private var titles: [InstrumentID: String] = [:]

    /// - Throws: ``ImportFault/idTaken(_:id:title:by:)`` where the store, or an arrival before, has the id for another title.
    mutating func check(_ arrival: Arrival, in library: Library) throws {
        let id = arrival.instrument
        // What a declaration names goes by the declaration.
        guard TitleSlug.isMade(id), !library.register.instruments.contains(where: { $0.id == id }) else {
            return
        }
        let title = TitleSlug.normalised(arrival.title)
        if let known = titles[id] {
            guard known.utf8.elementsEqual(title.utf8) else { throw fault(arrival, "“\(known)”") }
            return
        }
        var others: [String] = []
        for name in try library.versions(of: id).reversed() {
            guard let held = try library.record(of: name, id)?.title else { continue }
            if TitleSlug.normalised(held).utf8.elementsEqual(title.utf8) {
                others = []
                break
            }
            others.append(held)
        }
        if let other = others.first { throw fault(arrival, "“\(Printable.text(other))” in the store") }
        titles[id] = title
    }

    private func fault(_ arrival: Arrival, _ other: String) -> ImportFault {
        .idTaken(arrival.origin, id: arrival.instrument, title: arrival.title, by: other)
    }
}
