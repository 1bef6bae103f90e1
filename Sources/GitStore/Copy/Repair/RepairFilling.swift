internal import CLibgit2
internal import Glibc

/// Fills a new store with what a plan says: sound files of the old one as they are, the rest object by object.
struct RepairFilling {
    let plan: RepairPlan
    let survey: Survey
    let copy: ObjectFolder
    let store: GitStore
    private(set) var fetched = 0
    private(set) var saved = 0
    private var left: Set<ObjectID>

    init(plan: RepairPlan, survey: Survey, copy: ObjectFolder, into store: GitStore) {
        self.plan = plan
        self.survey = survey
        self.copy = copy
        self.store = store
        left = Set(plan.objects.keys)
    }

    mutating func fill(few: Int) throws(StoreError) {
        try Folder.make(store.path + "/objects/pack")
        for pack in survey.objects.packs where isWorthKeeping(pack, of: survey.objects) {
            try bring(pack, isOurs: true)
        }
        try linkLoose()
        if left.count > few {
            copy.readAll { _, _, _ in }
            for pack in copy.packs where isWorthKeeping(pack, of: copy) {
                fetched += pack.ids.filter(left.contains).count
                try bring(pack, isOurs: false)
            }
        }
        Folder.synchronise(store.path + "/objects/pack")
        try GitCall.check(git_odb_refresh(store.repository.database), "git_odb_refresh", .reading(store.path))
        try take()
        for id in plan.objects.keys {
            var raw = id.raw
            guard git_odb_exists(store.repository.database, &raw) == 1 else {
                throw .damaged(path: "\(store.path) \(id)", reason: "was not written")
            }
        }
    }

    /// Whether a pack holds something that is needed and nothing that would name what is not there.
    private func isWorthKeeping(_ pack: ObjectFolder.Pack, of folder: ObjectFolder) -> Bool {
        guard pack.fault == nil, pack.ids.contains(where: left.contains) else { return false }
        let own = Set(pack.ids)
        for id in pack.ids where plan.objects[id] == nil {
            guard let found = folder.read(id), let links = ObjectLinks(found.kind, found.bytes),
                links.all.allSatisfy({ own.contains($0.id) || plan.objects[$0.id] != nil })
            else { return false }
        }
        return true
    }

    private mutating func bring(_ pack: ObjectFolder.Pack, isOurs: Bool) throws(StoreError) {
        let stem = String(pack.path.dropLast(5))
        let name = stem.split(separator: "/").last.map(String.init) ?? "pack"
        for end in [".pack", ".idx"] {
            let target = "\(store.path)/objects/pack/\(name)\(end)"
            // Not with the copy's: what damages one file must not damage both.
            if isOurs, link(stem + end, target) == 0 { continue }
            try Self.copyFile(stem + end, to: target)
        }
        left.subtract(pack.ids)
    }

    private mutating func linkLoose() throws(StoreError) {
        for id in left {
            guard let file = survey.objects.loose[id], survey.objects.looseIsRight(id) else { continue }
            let name = id.description
            let folder = "\(store.path)/objects/\(name.prefix(2))"
            try Folder.make(folder)
            if link(file, "\(folder)/\(name.dropFirst(2))") == 0 {
                Folder.synchronise(folder)
                left.remove(id)
            }
        }
    }

    private mutating func take() throws(StoreError) {
        let stage = try store.stage()
        for id in left {
            guard let kind = plan.objects[id] else { continue }
            if let found = survey.objects.read(id), found.kind == kind, try stage.take(id, kind, found.bytes)
            {
                saved += 1
            } else if let found = copy.read(id), found.kind == kind, try stage.take(id, kind, found.bytes) {
                fetched += 1
            } else {
                throw .damaged(
                    path: "\(copy.path) \(id)", reason: "the copy's own object does not read right")
            }
            if stage.waiting > 64 << 20 { try stage.flush() }
        }
        try stage.flush()
    }

    private static func copyFile(_ source: String, to target: String) throws(StoreError) {
        let from = open(source, O_RDONLY | O_CLOEXEC)
        guard from >= 0 else { throw .cannotRead(path: source, reason: String(cString: strerror(errno))) }
        defer { close(from) }
        var found = stat()
        if fstat(from, &found) == 0 {
            try FreeSpace.require(bytes: Int(found.st_size), files: 1, at: Folder.parent(target))
        }
        let to = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o444)
        guard to >= 0 else { throw Folder.cannotWrite(target) }
        defer { close(to) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(from, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw .cannotRead(path: source, reason: String(cString: strerror(errno)))
            }
            if count == 0 { break }
            var rest = buffer[..<count]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { write(to, $0.baseAddress, $0.count) }
                guard written > 0 else { throw Folder.cannotWrite(target) }
                rest = rest.dropFirst(written)
            }
        }
        guard fsync(to) == 0 else { throw Folder.cannotWrite(target) }
    }
}
