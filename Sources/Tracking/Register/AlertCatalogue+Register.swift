package import Rendering

extension AlertCatalogue {
    /// The titles that are declared in `laws/`.
    package init(_ register: Register) {
        self.init(concepts: register.concepts, agreements: register.agreements)
    }
}
