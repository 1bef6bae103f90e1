internal import CLibgit2

extension GitStore {
    /// `user.name` and `user.email` of the store's own configuration; nil where one of them is not set. Nobody else's
    /// configuration is read.
    ///
    /// - Throws: ``StoreError/refused(subject:reason:)`` for what cannot be an author.
    package func configuredAuthor() throws(StoreError) -> Author? {
        var config: OpaquePointer?
        try GitCall.check(
            git_repository_config_snapshot(&config, repository.pointer), "git_repository_config_snapshot",
            .reading(repository.path))
        defer { git_config_free(config) }
        func value(_ name: String) -> String? {
            var text: UnsafePointer<CChar>?
            guard git_config_get_string(&text, config, name) == 0, let text else { return nil }
            return String(cString: text)
        }
        guard let name = value("user.name"), let email = value("user.email") else { return nil }
        return try Author(name: name, email: email)
    }

    /// Every record of a kind on the decisions branch, in the order of their paths.
    package func records(_ kind: String) throws(StoreError) -> [[UInt8]] {
        var found: [[UInt8]] = []
        for shard in try list(.decisions, StorePath(components: [kind])) where shard.isFolder {
            for file in try entries(shard.id) where !file.isFolder {
                found.append(try repository.blob(file.id))
            }
        }
        return found
    }
}
