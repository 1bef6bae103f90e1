import Foundation
import GitStore
import Material
import Statute
import TestSupport
import Testing

@testable import Tracking

extension NightBench {
    /// Reads what the nights read, altered: as a reader of another day would.
    static func reader(_ altered: @escaping (String) -> String = { $0 }) -> ReadingRules.Reader {
        { request in
            guard let text = String(validating: request.bytes, as: UTF8.self) else {
                return .failure(ReadingFault(.lossy, "\(request.name): no UTF-8"))
            }
            return .success(Readout(text: altered(text), format: .plain))
        }
    }

    static func ports(
        rules: ReadingRules = .known, _ altered: @escaping (String) -> String = { $0 }
    ) -> RebuildPorts {
        RebuildPorts(
            decoder: Decoder(
                read: { try [UInt8](Data(contentsOf: URL(filePath: $0))) },
                decode: { bytes, _ in
                    Decoder.Decoded(string: String(decoding: bytes, as: UTF8.self), notice: nil)
                }),
            reader: reader(altered), rules: rules)
    }

    static let later = first + 100 * day

    /// A rebuild of the bench's own store; the store is closed again afterwards.
    func rebuild(_ ports: RebuildPorts = NightBench.ports(), takesLosses: Bool = false) throws
        -> RebuildReport
    {
        try Rebuild(library: writable(), ports: ports, takesLosses: takesLosses).inPlace(now: Self.later)
    }

    func rebuild(into name: String, _ ports: RebuildPorts = NightBench.ports()) throws -> RebuildReport {
        try Rebuild(library: library(), ports: ports).into(folder.url.appending(path: name).path)
    }

    func writable() throws -> Library {
        Library(
            register: try register,
            store: try GitStore(path: folder.url.appending(path: "store.git").path, access: .writing))
    }

    func library(at name: String) throws -> Library {
        Library(
            register: try register,
            store: try GitStore(path: folder.url.appending(path: name).path, access: .reading))
    }

    /// The newest commit of every branch, timelines included.
    func tips(_ name: String = "store.git") throws -> [String: ObjectID] {
        let store = try library(at: name).store
        var tips: [String: ObjectID] = [:]
        for branch in StoreBranch.allCases { tips[branch.rawValue] = try store.tip(branch) }
        for id in try store.timelines() { tips["timeline/\(id)"] = try store.timeline(id).first?.id }
        return tips
    }

    /// Keeps bytes as a source gave them, and makes a version of the text.
    func keep(_ text: String, source: String, version: String, reading: Int?, xpath: String? = nil) throws {
        let library = try writable()
        let id = try #require(InstrumentID("cn/test-law"))
        let bytes = Array(text.utf8)
        let record = CaptureRecord(
            origin: "http://law.example/\(source)", sha256: SHA256.hex(of: bytes), bytes: bytes.count,
            captured: UTC.text(Self.first), exchange: reading == nil ? Exchange(hops: []) : nil, xpath: xpath,
            reading: reading)
        var batch = StoreBatch()
        batch.add(
            try .capture(
                CaptureKey(instrument: id, source: source), document: bytes, type: "txt",
                metadata: record.encoded(), title: "Capture", time: UInt32(Self.first)), to: .captures)
        _ = try library.store.write(batch)
        let parsed = StatuteParser.parse(text, language: .zh)
        var recorder = Recorder(library: library, now: Self.first)
        _ = try recorder.take(
            Arrival(
                origin: record.origin, bytes: bytes, fileExtension: "txt", source: source, instrument: id,
                title: parsed.text.title, version: #require(VersionName(version)), text: parsed.text,
                diagnostics: parsed.diagnostics, provenance: .official, dates: LegalDates()),
            isGated: false)
        _ = try recorder.commit()
    }
}
