internal import CLibgit2

extension GitMirror {
    /// Brings the mirror up to date. An update that fails leaves the mirror as it was, and the next one goes on.
    ///
    /// - Parameter folder: which part is looked through before anything is believed; one that is not there is an
    ///   error of kind `absent`.
    /// - Parameter isCancelled: asked several times a second.
    /// - Throws: ``MirrorError``; `cancelled` and `deadline` within half a second, except for `file` addresses,
    ///   whose packing on the other side is asked only now and then.
    package func update(
        below folder: String = "", limits: MirrorLimits = MirrorLimits(),
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(MirrorError) -> MirrorUpdate {
        let watch = TransferWatch(
            peer: TransferPeer(origin), limits: limits, disk: path, isCancelled: isCancelled)
        let before = try tip()
        let remote = try watch.watching { () throws(MirrorError) in
            try RemoteSession(repository: repository, origin: origin, watch: watch)
        }
        let (branch, target) = try watch.watching { () throws(MirrorError) in try remote.branch() }
        var update = MirrorUpdate(
            outcome: .unchanged, tip: target, previous: before, branch: branch, bytes: 0, objects: 0,
            notices: [])
        if target == before { return update }
        try watch.watching { () throws(MirrorError) in try remote.download(branch) }
        update.bytes = watch.bytes
        update.objects = watch.objects
        // Looked through before the reference moves: a remote can send less than it promised.
        let listing = try files(below: folder, at: target, limits: limits)
        update.notices = listing.notices
        guard let before else {
            update.outcome = .cloned
            try move(from: nil, to: target)
            return update
        }
        if try has(target, ancestor: before) {
            update.outcome = .forwarded
        } else {
            update.outcome = .rewritten
            try keep(before)
            update.notices.insert(
                "the history of the remote was rewritten: \(before) is no longer part of it; it is kept as "
                    + Self.kept + before.description, at: 0)
        }
        try move(from: before, to: target)
        return update
    }

    private func has(_ commit: ObjectID, ancestor: ObjectID) throws(MirrorError) -> Bool {
        var (younger, older) = (commit.raw, ancestor.raw)
        let code = git_graph_descendant_of(repository.pointer, &younger, &older)
        try MirrorError.storing { () throws(StoreError) in
            try GitCall.check(code, "git_graph_descendant_of", .reading(path))
        }
        return code == 1
    }

    private func keep(_ old: ObjectID) throws(MirrorError) {
        let name = Self.kept + old.description
        try MirrorError.storing { () throws(StoreError) in
            if try repository.tip(name) == nil { _ = try repository.move(name, from: nil, to: old) }
        }
    }

    private func move(from old: ObjectID?, to new: ObjectID) throws(MirrorError) {
        let moved = try MirrorError.storing { () throws(StoreError) in
            try repository.move(Self.upstream, from: old, to: new)
        }
        guard moved else { throw MirrorError(.locked, "\(path): somebody else moves its references") }
    }
}
