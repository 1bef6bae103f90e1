import Foundation
import GitStore
import Index
import Statute

/// Measures reading a store through its index, in one process.
///
///     ReadBench write STORE LAWS VERSIONS
///     ReadBench read STORE LAWS VERSIONS ROUNDS
///     ReadBench corpus STORE QUERIES        a file of queries, one a line; a store of real laws
///
/// Prints one JSON document.
@main
enum ReadBench {
    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        guard let task = words.first, words.count >= 3 else { throw Usage() }
        let path = words[words.startIndex + 1]
        let rest = Array(words.dropFirst(2))
        var found: [String: Any]
        switch task {
        case "write": found = try write(synthetic(path, rest))
        case "read":
            found = try read(synthetic(path, rest), rounds: rest.count > 2 ? Int(rest[2]) ?? 2_000 : 2_000)
        case "corpus": found = try corpus(path, queries: rest[0])
        default: throw Usage()
        }
        found["schema"] = 1
        let data = try JSONSerialization.data(withJSONObject: found, options: [.sortedKeys, .prettyPrinted])
        print(String(decoding: data, as: UTF8.self))
    }

    private struct Usage: Error {}

    private static func synthetic(_ path: String, _ words: [String]) throws -> SyntheticStore {
        guard words.count >= 2, let laws = Int(words[0]), let versions = Int(words[1]) else { throw Usage() }
        return SyntheticStore(path: path, laws: laws, versions: versions)
    }

    private static func write(_ store: SyntheticStore) throws -> [String: Any] {
        ["write_s": try seconds { try store.write() }]
    }

    private static func read(_ synthetic: SyntheticStore, rounds: Int) throws -> [String: Any] {
        let store = try GitStore(path: synthetic.path, access: .reading)
        let path = StoreIndex.standardPath(store: synthetic.path)
        let building = try seconds { _ = try StoreIndex.rebuild(store: store, path: path) }
        var opened: StoreIndex?
        let opening = try (0..<5).map { _ in
            try seconds { opened = try StoreIndex.open(store: store, path: path) }
        }
        guard let index = opened else { throw Usage() }
        var random = SystemRandomNumberGenerator()
        func law() -> Int { Int.random(in: 0..<synthetic.laws, using: &random) }
        func version() -> Int { Int.random(in: 0..<synthetic.versions, using: &random) }
        let last = Int64(SyntheticStore.begin) + Int64(synthetic.laws * synthetic.versions) * 60
        func moment() -> Int64 { Int64.random(in: Int64(SyntheticStore.begin)...last, using: &random) }
        let days = ["1995-05-05", "2003-03-03", "2012-12-12", "2020-02-02", "2030-01-01"].compactMap {
            CalendarDate($0)
        }
        var answers = 0
        let inForce = try Spread(rounds) {
            let day = days.randomElement(using: &random) ?? days[0]
            if case .version = try index.inForce(synthetic.id(law()), on: day, knownAt: moment()) {
                answers += 1
            }
        }
        let commits = try Spread(rounds) { _ = try index.commit(knownAt: moment()) }
        let walks = try Spread(min(rounds, 20)) { _ = try store.tip(.versions, knownAt: moment()) }
        let versions = try Spread(rounds) {
            let law = law()
            if try store.version(synthetic.key(version(), of: law)) == nil { throw Usage() }
        }
        let lists = try Spread(rounds) { _ = try store.versions(of: synthetic.id(law())) }
        let holdings = try Spread(3) { _ = try index.holdings() }
        let queries = ["源代码", "数据出境安全评估", "个人信息 同意", "\"网络日志\" 罚款", "审查 -认证"]
        var next = 0
        let searches = try Spread(min(rounds, 30)) {
            next += 1
            _ = try index.search(SearchRequest(query: SearchQuery(queries[next % queries.count])))
        }
        return [
            "versions": synthetic.laws * synthetic.versions, "build_s": building, "bytes": try bytes(path),
            "open_ms": (opening.min() ?? 0) * 1_000, "in_force": inForce.json, "in_force_answered": answers,
            "commit_known_at": commits.json, "commit_by_walk": walks.json, "version": versions.json,
            "version_list": lists.json, "list_all": holdings.json, "search": searches.json,
        ]
    }

    private static func corpus(_ path: String, queries file: String) throws -> [String: Any] {
        let store = try GitStore(path: path, access: .reading)
        let place = StoreIndex.standardPath(store: path)
        let building = try seconds { _ = try StoreIndex.rebuild(store: store, path: place) }
        guard let index = try StoreIndex.open(store: store, path: place) else { throw Usage() }
        let queries = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(
            String.init)
        var requests = try queries.map { SearchRequest(query: try SearchQuery($0)) }
        func measured() throws -> Spread {
            var next = 0
            return try Spread(requests.count * 5) {
                _ = try index.search(requests[next % requests.count])
                next += 1
            }
        }
        let exact = try measured()
        let hits = try requests.map { request in
            var request = request
            request.limit = 10
            return try index.search(request).hits.map { hit in
                [
                    hit.title, hit.newest?.label ?? "", hit.newest?.version.description ?? "",
                    hit.match.rawValue, hit.snippet.text,
                ]
            }
        }
        for position in requests.indices { requests[position].isFuzzy = true }
        let fuzzy = try measured()
        let size = try index.size()
        return [
            "build_s": building, "bytes": try bytes(place), "texts": size.texts,
            "provisions": size.provisions,
            "wordings": size.wordings, "search": exact.json, "fuzzy": fuzzy.json,
            "hits": Dictionary(uniqueKeysWithValues: zip(queries, hits)),
        ]
    }

    private static func bytes(_ path: String) throws -> Int {
        (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }

    private static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let spent = try clock.measure(work)
        return Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18
    }

    /// How long each of many calls took.
    private struct Spread {
        private let times: [Double]

        init(_ rounds: Int, _ call: () throws -> Void) rethrows {
            try call()
            var times: [Double] = []
            for _ in 0..<max(rounds, 1) { times.append(try ReadBench.seconds(call)) }
            self.times = times.sorted()
        }

        /// Milliseconds.
        var json: [String: Any] {
            func at(_ share: Double) -> Double {
                times[min(times.count - 1, Int(Double(times.count) * share))] * 1_000
            }
            return ["p50_ms": at(0.5), "p99_ms": at(0.99), "max_ms": at(1), "calls": times.count]
        }
    }
}
