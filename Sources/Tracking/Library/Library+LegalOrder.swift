package import Statute

extension Library {
    /// Every version of an instrument, declared or held, in legal order: declared ones as declared, which holds even
    /// where a date is not known, others by date.
    package func allVersions(of id: InstrumentID) throws -> [VersionName] {
        var names = register.instruments.first { $0.id == id }?.versions.map(\.name) ?? []
        for name in try versions(of: id).sorted() where !names.contains(name) {
            let next = names.firstIndex { $0.date != nil && name < $0 }
            names.insert(name, at: next ?? names.endIndex)
        }
        return names
    }
}
