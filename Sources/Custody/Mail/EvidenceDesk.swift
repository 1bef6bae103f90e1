package import Evidence
import Foundation
package import GitStore
package import Statute

/// Tells of captured texts where the log holds them, for mails and alerts.
///
/// It cites the oldest checkpoint that has them (the oldest signed one, where any is): so what is said of a text stays the
/// same from night to night, however the log grows.
package final class EvidenceDesk {
    /// Where one captured text stands.
    package struct Place: Sendable, Hashable {
        package var index: Int
        package var entry: [UInt8]
    }

    /// A captured text that something rests on.
    package struct Wanted: Sendable, Hashable {
        package var instrument: InstrumentID
        package var version: String
        /// `from` or `to`.
        package var side: String
        package var source: String
        /// Hexadecimal.
        package var sha256: String

        package init(instrument: InstrumentID, version: String, side: String, source: String, sha256: String)
        {
            self.instrument = instrument
            self.version = version
            self.side = side
            self.source = source
            self.sha256 = sha256
        }
    }

    /// What can be said of some captures.
    package struct Citation: Sendable {
        package var captures: [MailEvidence.Capture]
        package var checkpoint: String
        package var origin: String
        package var size: Int
        package var root: LogHash
        package var time: Int64
    }

    private let store: GitStore
    private let head: LogHead
    private let tiles: LogTiles
    /// Entries of captures by a hash that they tell of; made when it is first asked for.
    private lazy var places: [String: [Place]] = index()
    private lazy var checkpoints: [(size: Int, note: String, time: Int64)] = history()

    /// - Returns: nil for a store without a log.
    package init?(_ store: GitStore) throws {
        guard let head = try Custody.head(of: store) else { return nil }
        self.store = store
        self.head = head
        tiles = head.tiles
    }

    /// Nil when one of them is not in the log.
    package func citation(_ wanted: [Wanted]) throws -> Citation? {
        var found: [(Wanted, Place)] = []
        for capture in wanted {
            let key = try CaptureKey(instrument: capture.instrument, source: capture.source)
            let path = "\"path\":\"\(try StoreLayout.folder(key).text)/document."
            // The first time that these bytes came from this source.
            guard
                let place = places[capture.sha256]?.first(where: {
                    Self.tells($0.entry, path, capture.sha256)
                })
            else { return nil }
            found.append((capture, place))
        }
        guard let last = found.map(\.1.index).max() else { return nil }
        let covering = checkpoints.filter { $0.size > last }
        let signed = covering.first { (try? SignedNote(parsing: $0.note)) != nil }
        guard let chosen = signed ?? covering.first else { return nil }
        let (checkpoint, _) = try LogHead.parsed(chosen.note, place: "log checkpoint")
        let captures = try found.map { capture, place in
            let proof = try LogProof.inclusion(of: place.index, size: checkpoint.size) { try tiles.read($0) }
            return MailEvidence.Capture(
                version: "\(capture.instrument)@\(capture.version)", side: capture.side,
                source: capture.source,
                sha256: capture.sha256, index: place.index,
                entry: String(decoding: place.entry, as: UTF8.self),
                proof: ProofText.text(index: place.index, proof: proof, checkpoint: chosen.note))
        }
        return Citation(
            captures: captures, checkpoint: chosen.note, origin: checkpoint.origin, size: checkpoint.size,
            root: checkpoint.root, time: chosen.time)
    }

    /// The part of a mail that rests on them.
    ///
    /// - Parameter key: signs what the mail says; nil for an unsigned one.
    package static func evidence(
        _ citation: Citation, key: SigningKey?, messageID: String, from: String, subject: String,
        date: String, text: [UInt8],
        html: [UInt8]?
    ) throws -> String {
        let lines = MailWords.lines(
            messageID: messageID, from: from, subject: subject, date: date, text: text, html: html,
            captures: citation.captures, origin: citation.origin, size: citation.size,
            root: citation.root.base64)
        var statement = lines.joined(separator: "\n") + "\n"
        if let key {
            var note = try SignedNote(text: statement)
            try note.sign(with: key, name: citation.origin)
            statement = note.string
        }
        let evidence = MailEvidence(
            captures: citation.captures, checkpoint: citation.checkpoint, statement: statement)
        return String(decoding: try evidence.bytes(), as: UTF8.self)
    }

    // MARK: Steps

    private static func tells(_ entry: [UInt8], _ path: String, _ sha256: String) -> Bool {
        let text = String(decoding: entry, as: UTF8.self)
        guard let start = text.range(of: path)?.upperBound else { return false }
        let rest = text[start...].prefix { $0 != "}" }
        return rest.hasSuffix("\"sha256\":\"\(sha256)\"")
    }

    /// Each entry of captures under the hash of its document; a first look reads the log once.
    private func index() -> [String: [Place]] {
        var found: [String: [Place]] = [:]
        let opening = Array("{\"branch\":\"captures\"".utf8)
        for bundle in 0..<((head.checkpoint.size + 255) / 256) {
            guard let entries = try? tiles.entries(bundle) else { continue }
            for (place, entry) in entries.enumerated() where entry.starts(with: opening) {
                for digest in Self.digests(entry) {
                    found[digest, default: []].append(Place(index: bundle * 256 + place, entry: entry))
                }
            }
        }
        return found
    }

    private static func digests(_ entry: [UInt8]) -> [String] {
        let sign = Array("/document.".utf8)
        let label = Array("\"sha256\":\"".utf8)
        var found: [String] = []
        var at = 0
        while at + sign.count <= entry.count {
            guard entry[at] == 0x2f, entry[at..<(at + sign.count)].elementsEqual(sign) else {
                at += 1
                continue
            }
            var next = at
            while next + label.count + 64 <= entry.count, entry[next] != 0x7d {
                if entry[next] == 0x22, entry[next..<(next + label.count)].elementsEqual(label) {
                    let start = next + label.count
                    found.append(String(decoding: entry[start..<(start + 64)], as: UTF8.self))
                    break
                }
                next += 1
            }
            at = next + 1
        }
        return found
    }

    /// Every checkpoint of the log's branch, the oldest first.
    private func history() -> [(size: Int, note: String, time: Int64)] {
        guard let commits = try? store.log(.log), let path = try? StorePath(LogHead.checkpointPath) else {
            return []
        }
        return commits.reversed().compactMap { commit in
            guard let size = commit.trailer(LogAppender.sizeTrailer).flatMap({ Int($0) }),
                let bytes = try? store.read(.log, path, at: commit.id)
            else { return nil }
            return (size, String(decoding: bytes, as: UTF8.self), commit.time)
        }
    }
}
