internal import CLibgit2

extension GitStore {
    /// Puts small packs together, takes away what that replaces, and writes the commit-graph. Readers in other
    /// processes go on reading: what they look for is at every moment in one pack or another.
    ///
    /// - Throws: ``StoreError``: `refused` when this was opened for reading and the options do not ask for a dry run,
    ///   or when what is to be dropped is evidence; `damaged` when something is missing or wrong, and then nothing
    ///   was taken away; `cannotWrite`, after which the next run goes on.
    package func maintain(_ options: UpkeepOptions = UpkeepOptions()) throws(StoreError) -> UpkeepReport {
        try maintain(options, willStep: { _ in })
    }

    /// - Parameter willStep: called before each step.
    func maintain(_ options: UpkeepOptions, willStep: @escaping (String) throws(StoreError) -> Void)
        throws(StoreError) -> UpkeepReport
    {
        if !options.isDry {
            // Only a writer has a stage.
            _ = try stage()
            try keepOthersOut()
        }
        return try Upkeep(repository: repository, options: options, willStep: willStep).run()
    }

    /// Sees to it that stock git, run on the store by a visitor, does not repack it on its own account.
    private func keepOthersOut() throws(StoreError) {
        var config: OpaquePointer?
        try GitCall.check(
            git_repository_config(&config, repository.pointer), "git_repository_config", .writing(path))
        defer { git_config_free(config) }
        try Self.keepOthersOut(config, of: path)
    }

    static func keepOthersOut(_ config: OpaquePointer?, of path: String) throws(StoreError) {
        var number: Int32 = 0
        if git_config_get_int32(&number, config, "gc.auto") < 0 || number != 0 {
            try GitCall.check(
                git_config_set_int32(config, "gc.auto", 0), "git_config_set_int32", .writing(path))
        }
        for name in ["maintenance.auto", "receive.autogc"] {
            var flag: Int32 = 1
            guard git_config_get_bool(&flag, config, name) < 0 || flag != 0 else { continue }
            try GitCall.check(git_config_set_bool(config, name, 0), "git_config_set_bool", .writing(path))
        }
    }
}
