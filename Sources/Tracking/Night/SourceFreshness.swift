import GitStore
import Material
import Statute

/// How every declared source stands, and every document that one led to.
package struct SourceFreshness: Sendable {
    package struct Entry: Sendable, Hashable {
        /// `cn/cybersecurity-law/npc-draft-1`.
        package var source: String
        /// http, listing, feed, memento, git or folder; nil for one that is declared no more.
        package var type: String?
        /// Its address or folder.
        package var place: String?
        package var state: SourceState
    }

    package let entries: [Entry]

    package init(_ library: Library) throws {
        var states = SourceStates(library.store)
        var known = try states.all()
        var entries: [Entry] = []
        for instrument in library.register.instruments {
            for source in instrument.sources {
                let name = "\(instrument.id)/\(source.id)"
                entries.append(
                    Entry(
                        source: name, type: source.kind.name, place: source.kind.place,
                        state: known.removeValue(forKey: name) ?? SourceState()))
                for found in known.keys.filter({ $0.hasPrefix(name + ".") }).sorted() {
                    entries.append(
                        Entry(
                            source: found, type: source.kind.name, place: nil,
                            state: known.removeValue(forKey: found) ?? SourceState()))
                }
            }
        }
        for (name, state) in known.sorted(by: { $0.key < $1.key }) {
            entries.append(Entry(source: name, type: nil, place: nil, state: state))
        }
        self.entries = entries
    }

    /// By full name.
    package var states: [String: SourceState] {
        Dictionary(entries.map { ($0.source, $0.state) }, uniquingKeysWith: { first, _ in first })
    }
}
