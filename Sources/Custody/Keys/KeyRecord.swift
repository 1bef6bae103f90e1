package import Evidence

/// One key of a store, as the branch `log` keeps it in `keys/<n>.note`: a signed note that says from which entry of the
/// log on it is in force, signed by itself and, from the second on, by the one before it.
///
/// ```
/// lexwatch key 2
/// lexwatch/0123456789abcdef
/// 1234
/// lexwatch/0123456789abcdef+5f3a2b1c+AR…
/// lexwatch/0123456789abcdef+9e8d7c6b+AQ…
/// ```
/// The lines: its number, the log's origin, the first entry whose commit it must have signed, itself, and the key before it
/// (`first` where there was none).
package struct KeyRecord: Sendable {
    package let number: Int
    package let origin: String
    package let from: Int
    package let key: VerifierKey
    package let previous: VerifierKey?
    package let note: String

    /// Makes the record of a key.
    init(_ key: SigningKey, number: Int, origin: String, from: Int, replacing old: SigningKey?) throws {
        self.number = number
        self.origin = origin
        self.from = from
        self.key = key.publicKey
        previous = old?.publicKey
        let text =
            ([
                "lexwatch key \(number)", origin, "\(from)", key.publicKey.noteKey(name: origin),
                old?.publicKey.noteKey(name: origin) ?? "first",
            ].joined(separator: "\n")) + "\n"
        var note = try SignedNote(text: text)
        try note.sign(with: key, name: origin)
        if let old { try note.sign(with: old, name: origin) }
        self.note = note.string
    }

    /// Reads a record and checks what it says of itself.
    ///
    /// - Returns: nil for a note that is none, or that its own keys have not signed.
    init?(_ bytes: [UInt8]) {
        let string = String(decoding: bytes, as: UTF8.self)
        guard let note = try? SignedNote(parsing: bytes) else { return nil }
        let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 6, lines[5].isEmpty, lines[0].hasPrefix("lexwatch key "),
            let number = Int(lines[0].dropFirst(13)), number > 0, let from = Int(lines[2]), from >= 0,
            let key = try? VerifierKey(noteKey: lines[3])
        else { return nil }
        let previous = lines[4] == "first" ? nil : try? VerifierKey(noteKey: lines[4])
        guard (previous == nil) == (number == 1), note.verifies(with: key) else { return nil }
        if let previous, !note.verifies(with: previous) { return nil }
        self.number = number
        origin = lines[1]
        self.from = from
        self.key = key
        self.previous = previous
        self.note = string
    }

    static func notePath(_ number: Int) -> String { "keys/\(number).note" }
    static func linePath(_ number: Int) -> String { "keys/\(number).pub" }
}

/// The keys of a store, in the order in which they came into force.
package struct KeyHistory: Sendable {
    package private(set) var records: [KeyRecord] = []
    /// What does not hold together, a sentence each.
    private(set) var faults: [(place: String, reason: String)] = []

    init() {}

    init(_ tree: FileTree, origin: String) throws {
        let names = try tree.names("keys")
        var number = 1
        while names.contains("\(number).note") {
            let place = KeyRecord.notePath(number)
            guard let bytes = try tree.file(place), let record = KeyRecord(bytes) else {
                faults.append((place, "it is no record of a key, or its own keys have not signed it"))
                return
            }
            if record.number != number || record.origin != origin {
                faults.append((place, "it is the record of another key or another log"))
                return
            }
            if let last = records.last, record.previous != last.key || record.from < last.from {
                faults.append((place, "it does not follow on the key before it"))
                return
            }
            records.append(record)
            number += 1
        }
        let strangers = names.filter { name in
            !(1..<number).contains { name == "\($0).note" || name == "\($0).pub" }
        }
        for name in strangers { faults.append(("keys/\(name)", "nothing of the kind is written there")) }
    }

    package var current: KeyRecord? { records.last }

    /// The key that must have signed the commit of an entry; nil where none had to.
    func inForce(at index: Int) -> VerifierKey? { records.last { $0.from <= index }?.key }

    /// Whether a checkpoint or a commit on the log's own branch may be by this key when the log has this size: at a
    /// rotation both are.
    func accepts(_ key: VerifierKey, atSize size: Int) -> Bool {
        records.indices.contains { place in
            records[place].key == key && records[place].from <= size
                && (place + 1 == records.count || records[place + 1].from >= size)
        }
    }
}
