import Foundation
import GitStore
import Statute
import TestSupport
import Testing

@testable import Index

/// A store with versions written one by one, and its index beside it.
struct IndexScene {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    var path: String { folder.url.appending(path: "store.git").path }
    var indexPath: String { StoreIndex.standardPath(store: path) }

    func reading() throws -> GitStore { try GitStore(path: path, access: .reading) }

    /// One version, as a run writes it: `version.json` and a text for each language.
    struct Draft {
        var id = "cn/sample-law"
        var name = "2016-11-07.adopted"
        var title = "样本法"
        var signed: String?
        var published: String?
        var effective: String?
        var status: String?
        var fidelity = "official"
        /// Paths whose fidelity is another.
        var doubtful: [String: String] = [:]
        var texts: [String: String] = [:]

        /// A Chinese text of these articles.
        static func chinese(
            _ name: String, title: String = "样本法", id: String = "cn/sample-law", effective: String? = nil,
            signed: String? = nil, status: String? = nil, _ articles: [String]
        ) -> Draft {
            let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
            let lines = articles.enumerated().map { "第\(numerals[$0.offset])条 \($0.element)" }
            return Draft(
                id: id, name: name, title: title, signed: signed, effective: effective, status: status,
                texts: ["zh": (["# \(title)"] + lines).joined(separator: "\n\n") + "\n"])
        }

        /// An English text of these articles.
        static func english(
            _ name: String, title: String, id: String, effective: String? = nil, _ articles: [String]
        )
            -> Draft
        {
            let lines = articles.enumerated().map { "Article \($0.offset + 1) \($0.element)" }
            return Draft(
                id: id, name: name, title: title, effective: effective,
                texts: ["en": (["# \(title)"] + lines).joined(separator: "\n\n") + "\n"])
        }

        func commit(at time: UInt32) throws -> CommitDraft {
            var record: [String: Any] = [
                "schema": 1, "id": id, "version": name, "title": title, "known": UTC.text(Int64(time)),
                "parser": 1,
            ]
            record["signed"] = signed
            record["published"] = published
            record["effective"] = effective
            record["status"] = status
            var entries: [String: Any] = [:]
            for language in texts.keys {
                entries[language] = [
                    "capture": "source", "sha256": "00", "captured": UTC.text(Int64(time)), "articles": 1,
                    "provenance": [
                        "general": ["fidelity": fidelity, "sources": [String]()],
                        "provisions": doubtful.mapValues { ["fidelity": $0, "sources": [String]()] },
                    ],
                ]
            }
            record["texts"] = entries
            let key = VersionKey(
                instrument: try #require(InstrumentID(id)), version: try #require(VersionName(name)))
            return try .version(
                key, texts: texts.mapValues { Array($0.utf8) },
                metadata: Array(try JSONSerialization.data(withJSONObject: record, options: .sortedKeys)),
                title: "Add \(name)", time: time)
        }
    }

    /// Writes versions, each a commit, at times that are told.
    func write(_ drafts: [(UInt32, Draft)]) throws {
        let store = try GitStore(path: path, access: .writing)
        for (time, draft) in drafts {
            var batch = StoreBatch()
            batch.add(try draft.commit(at: time), to: .versions)
            _ = try store.write(batch)
        }
    }

    /// A capture of its own.
    func capture(_ id: String, source: String, at time: UInt32) throws {
        let store = try GitStore(path: path, access: .writing)
        var batch = StoreBatch()
        batch.add(
            try .capture(
                CaptureKey(instrument: #require(InstrumentID(id)), source: source), document: Array("x".utf8),
                type: "html",
                metadata: Array(#"{"sha256":"ab","bytes":1,"captured":"2020-01-01T00:00:00Z"}"#.utf8),
                title: "Capture", time: time), to: .captures)
        _ = try store.write(batch)
    }

    func open() throws -> StoreIndex {
        try #require(try StoreIndex.open(store: reading(), path: indexPath))
    }

    /// What a search finds, a line each: `id label,label version/version`, with `~` before a fuzzy one.
    func found(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws -> [String] {
        var request = SearchRequest(query: try SearchQuery(query))
        change(&request)
        return try open().search(request).hits.map(Self.line)
    }

    static func line(_ hit: SearchHit) -> String {
        let sign = hit.match == .fuzzy ? "~" : hit.match == .title ? "=" : ""
        var labels: [String] = []
        for label in hit.appearances.map(\.label) where !labels.contains(label) { labels.append(label) }
        let versions = hit.appearances.map(\.version.description).joined(separator: " ")
        return "\(sign)\(hit.instrument) \(labels.joined(separator: ",")) \(versions)"
    }

}
