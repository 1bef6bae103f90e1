import Foundation

/// Reads single objects out of a directory and keeps what it read last. Not for two threads at once: each has its own.
final class ObjectReader: ObjectSource {
    private let directory: ObjectDirectory
    /// Where an object is, when somebody has made a table of all of them.
    private let table: ObjectTable?
    /// Each object that is read is hashed again: for those that no table vouches for.
    private let isChecking: Bool
    private let inflater = Inflater()
    private let hasher = SHA1Hasher()
    private var lastPack = 0
    private var cache: ObjectCache

    /// - Parameter room: bytes of objects that are kept.
    init(_ directory: ObjectDirectory, table: ObjectTable? = nil, isChecking: Bool, room: Int = 32 << 20) {
        self.directory = directory
        self.table = table
        self.isChecking = isChecking
        cache = ObjectCache(room: room)
    }

    func object(_ name: ObjectName) throws -> RawObject {
        if let (pack, position) = find(name) {
            guard let place = directory.packs[pack].index.place(position) else {
                throw ObjectFault.damaged(
                    place: "\(directory.packs[pack].path).idx", reason: "it has no place for \(name)")
            }
            return try checked(object(pack, at: place, depth: 0), name)
        }
        let path = directory.loosePath(name)
        guard FileManager.default.fileExists(atPath: path) else { throw ObjectFault.missing(name) }
        return try checked(LooseObject.read(path, inflater), name)
    }

    /// Whether there is such an object; it is not read.
    func has(_ name: ObjectName) -> Bool {
        find(name) != nil || FileManager.default.fileExists(atPath: directory.loosePath(name))
    }

    private func checked(_ object: RawObject, _ name: ObjectName) throws(ObjectFault) -> RawObject {
        if isChecking, hasher.name(of: object) != name {
            throw .damaged(place: "object \(name)", reason: "its bytes give another name")
        }
        return object
    }

    private func find(_ name: ObjectName) -> (pack: Int, position: Int)? {
        if let table { return table.place(of: name) }
        // What is asked for together mostly lies together.
        let packs = directory.packs
        guard !packs.isEmpty else { return nil }
        if let position = packs[lastPack].index.position(of: name) { return (lastPack, position) }
        for number in packs.indices where number != lastPack {
            if let position = packs[number].index.position(of: name) {
                lastPack = number
                return (number, position)
            }
        }
        return nil
    }

    private func object(_ pack: Int, at place: Int, depth: Int) throws(ObjectFault) -> RawObject {
        if let kept = cache.object(pack, place) { return kept }
        let file = directory.packs[pack]
        // The chain of deltas down to an object that is whole or was kept.
        var chain: [(place: Int, delta: [UInt8])] = []
        var at = place
        var object: RawObject
        while true {
            if let kept = cache.object(pack, at) {
                object = kept
                break
            }
            let entry = try file.entry(at: at)
            guard let content = file.content(entry, upTo: file.end, inflater) else {
                throw file.damaged(at, "its stream is broken")
            }
            guard chain.count < 10_000 else { throw file.damaged(place, "its deltas run in a circle") }
            switch entry.form {
            case .whole(let kind):
                object = RawObject(kind: kind, bytes: content.bytes)
                cache.keep(object, pack, at)
            case .near(let base):
                chain.append((at, content.bytes))
                at = base
                continue
            case .named(let name):
                chain.append((at, content.bytes))
                guard let base = file.index.position(of: name).flatMap({ file.index.place($0) }) else {
                    throw file.damaged(at, "its base \(name) is not in the pack")
                }
                at = base
                continue
            }
            break
        }
        for step in chain.reversed() {
            guard let made = Delta.applied(step.delta, to: object.bytes) else {
                throw file.damaged(step.place, "it is no delta of its base")
            }
            object.bytes = made
            cache.keep(object, pack, step.place)
        }
        return object
    }
}

/// The objects that were read last, by their place: when half the room is full, the older half goes.
private struct ObjectCache {
    private struct Place: Hashable {
        var pack: Int
        var place: Int
    }

    let room: Int
    private var fresh: [Place: RawObject] = [:]
    private var old: [Place: RawObject] = [:]
    private var taken = 0

    init(room: Int) { self.room = room }

    mutating func object(_ pack: Int, _ place: Int) -> RawObject? {
        let key = Place(pack: pack, place: place)
        if let found = fresh[key] { return found }
        guard let found = old[key] else { return nil }
        keep(found, pack, place)
        return found
    }

    mutating func keep(_ object: RawObject, _ pack: Int, _ place: Int) {
        guard object.bytes.count < room / 8 else { return }
        if taken > room / 2 {
            old = fresh
            fresh = [:]
            taken = 0
        }
        if fresh.updateValue(object, forKey: Place(pack: pack, place: place)) == nil {
            taken += object.bytes.count + 64
        }
    }
}
