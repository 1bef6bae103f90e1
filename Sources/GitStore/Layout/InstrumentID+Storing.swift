import Statute

extension InstrumentID {
    /// An instrument as the store's own names have it; nil for one that Lexwatch would not have written.
    init?(stored words: String) {
        guard let id = InstrumentID(words), (try? StoreLayout.folder(id)) != nil else { return nil }
        self = id
    }
}
