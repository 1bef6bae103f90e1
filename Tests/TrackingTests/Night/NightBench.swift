import Foundation
import GitStore
import Material
import Statute
import Synchronization
import TestSupport
import Testing

@testable import Tracking

/// A register with sources, a world of pages that tests write, and a store beside them.
final class NightBench {
    let folder: TemporaryFolder
    let web = Web()
    /// 2026-11-01T02:30:00Z
    static let first: Int64 = 1_793_500_200
    static let day: Int64 = 86_400

    init(sources: String = NightBench.page("site", "http://law.example/a", "current")) throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "laws"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Corpus.packageRoot.appending(path: "laws/schemas"),
            to: folder.url.appending(path: "laws/schemas"))
        try declare("test-law", "试验法", sources)
    }

    static func page(_ id: String, _ url: String, _ version: String, _ more: String = "") -> String {
        "- {id: \(id), type: http, url: \"\(url)\", role: official, version: \(version)\(more)}\n"
    }

    func declare(_ slug: String, _ title: String, _ sources: String) throws {
        try folder.write(
            """
            schema: 1
            id: cn/\(slug)
            country: cn
            type: law
            titles: {zh: \(title), en: \(slug), short: {zh: \(title), en: \(slug)}}
            body: {zh: 某部, en: Some Ministry}
            versions:
            - stage: draft-1
              status: draft
              dates: {signed: null, published: 2015-07-06, effective: null}
              text: public
              confidence: sourced
              sources: [{url: "https://example.org/x", role: official}]
            - stage: adopted
              dates: {signed: 2016-11-07, published: 2016-11-07, effective: 2017-06-01}
              text: public
              confidence: sourced
              sources: [{url: "https://example.org/x", role: official}]
            sources:
            \(sources)
            """, to: "laws/cn/\(slug)/instrument.yml")
    }

    /// A law of some articles, as the page of a site would give it.
    static func law(
        _ title: String = "试验法", articles: Int = 12, changing: [Int: String] = [:],
        note: String? = "（2016年11月7日第十二届全国人民代表大会常务委员会第二十四次会议通过）"
    ) -> String {
        let lines = (1...articles).map { number in
            "第\(Self.chinese(number))条　\(changing[number] ?? "网络经营单位在第\(number)类业务中应当保存记录，并按照规定报送主管部门。")"
        }
        return ([title] + (note.map { [$0] } ?? []) + lines).joined(separator: "\n") + "\n"
    }

    static func chinese(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let tens = number / 10
        return (tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十") + digits[number % 10]
    }

    var register: Register { get throws { try Register(folder: folder.url.appending(path: "laws")) } }

    /// A night, counted from the first; the store is closed again afterwards. The run waits on its own thread, as in the
    /// program: waiting on a thread of the task pool would leave none to fetch with.
    func night(_ number: Int64, hour: Int64 = 0) async throws -> NightReport {
        let path = folder.url.appending(path: "store.git").path
        let settings = NightSettings(
            now: Instant(secondsSince1970: Self.first + number * Self.day + hour * 3_600),
            snapshots: folder.url.appending(path: "snapshots"), mirrors: folder.url.appending(path: "mirrors")
        )
        let ports = NightPorts(
            fetcher: web, reader: PlainReader(), feeds: PlainFeeds(),
            mirrors: MirrorAccess { url throws(MirrorError) in
                try MirrorOrigin(url: url, schemes: [.file]) { _, _ in false }
            })
        let register = try register
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        let store = try GitStore(path: path, access: .writing)
                        let library = Library(register: register, store: store)
                        return try NightRun(library: library, ports: ports, settings: settings).run()
                    })
            }
        }
    }

    func library() throws -> Library {
        Library(
            register: try register,
            store: try GitStore(path: folder.url.appending(path: "store.git").path, access: .reading))
    }

    func versions(_ slug: String = "test-law") throws -> [String] {
        try library().versions(of: #require(InstrumentID("cn/\(slug)"))).map(\.description)
    }
}

/// Pages by address, as the tests have them tonight.
final class Web: Fetching {
    enum Answer: Sendable {
        case text(String)
        /// As an archive gives it: with the moment, and the page that it is a state of.
        case state(String, of: String, at: String)
        case same
        case failure(FetchFailure.Kind, transient: Bool)
        case later(Int64)
    }

    private let state = Mutex<(pages: [String: Answer], asked: [FetchRequest])>(([:], []))

    subscript(_ url: String) -> Answer? {
        get { state.withLock { $0.pages[url] } }
        set { state.withLock { $0.pages[url] = newValue } }
    }

    var asked: [FetchRequest] { state.withLock { $0.asked } }

    func fetch(_ request: FetchRequest) async -> FetchResult {
        let answer = state.withLock { state -> Answer? in
            state.asked.append(request)
            return state.pages[request.url]
        }
        let moment = Instant(secondsSince1970: NightBench.first)
        func exchange(_ status: Int) -> Exchange {
            Exchange(hops: [
                .init(
                    url: request.url, status: status,
                    fields: [.init("Content-Type", "text/plain; charset=utf-8"), .init("ETag", "\"1\"")],
                    started: moment, finished: moment)
            ])
        }
        switch answer {
        case .text(let text):
            return .document(FetchedDocument(bytes: Array(text.utf8), exchange: exchange(200)))
        case .state(let text, let page, let moment):
            var exchange = exchange(200)
            exchange.hops[0].fields += [
                .init("Memento-Datetime", moment), .init("Link", "<\(page)>; rel=\"original\""),
            ]
            return .document(FetchedDocument(bytes: Array(text.utf8), exchange: exchange))
        case .same: return .notModified(exchange(304))
        case .failure(let kind, let isTransient):
            return .failed(
                FetchFailure(
                    kind: kind, message: "\(request.url): \(kind.rawValue)", isTransient: isTransient,
                    exchange: exchange(500)))
        case .later(let seconds):
            return .failed(
                FetchFailure(
                    kind: .deferred, message: "\(request.url): come back later", isTransient: true,
                    retryAfter: seconds, exchange: exchange(503)))
        case nil:
            return .failed(
                FetchFailure(kind: .name, message: "\(request.url): no such host", isTransient: false))
        }
    }
}

/// UTF-8 as it stands.
struct PlainReader: DocumentReading {
    func read(_ request: ReadingRequest) async -> Result<Readout, ReadingFault> {
        guard let text = String(validating: request.bytes, as: UTF8.self), !text.isEmpty else {
            return .failure(ReadingFault(.lossy, "\(request.name): no UTF-8"))
        }
        return .success(Readout(text: text, format: .plain, surroundings: String(text.prefix(2_000))))
    }
}

/// One entry a line: address, then title.
struct PlainFeeds: FeedReading {
    func feed(_ request: ReadingRequest) -> Result<Feed, ReadingFault> {
        let entries = String(decoding: request.bytes, as: UTF8.self).split(separator: "\n").map { line in
            let parts = line.split(separator: " ", maxSplits: 1)
            return FeedEntry(title: String(parts[1]), link: String(parts[0]))
        }
        return .success(Feed(format: .atom, entries: entries))
    }
}
