extension GitStore {
    /// A file's bytes by its id, wherever it stands or stood.
    ///
    /// - Throws: ``StoreError`` when the store has no such object, or it is no file.
    package func blob(_ id: ObjectID) throws(StoreError) -> [UInt8] {
        try repository.blob(id)
    }
}
