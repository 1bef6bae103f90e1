import Statute

@testable import Redline

/// A law that is amended again and again by chance, and knows itself which version wrote each of its sentences.
struct LivingLaw {
    private struct Sentence {
        var words: String
        var version: Int
    }

    private var articles: [[Sentence]] = []
    private var random: Seeded
    private var count = 0
    private var version = 0
    private let isEnglish: Bool

    init(seed: UInt64, articles: Int, isEnglish: Bool = false) {
        random = Seeded(seed)
        self.isEnglish = isEnglish
        for _ in 0..<articles { self.articles.append(paragraph()) }
    }

    /// Version by version: the text, and for each article which version wrote which of its sentences.
    mutating func versions(_ wanted: Int, changes: Int = 6) -> [(
        text: StatuteText, sentences: [[(words: String, version: Int)]]
    )] {
        (0..<wanted).map { number in
            version = number
            if number > 0 { for _ in 0..<changes { amend() } }
            return (law(printed, isEnglish ? .en : .zh), articles.map { $0.map { ($0.words, $0.version) } })
        }
    }

    private var printed: String {
        let joiner = isEnglish ? " " : ""
        return articles.enumerated().map { index, sentences in
            let label = isEnglish ? "Article \(index + 1)" : "第\(index + 1)条"
            return "\(label) " + sentences.map(\.words).joined(separator: joiner)
        }.joined(separator: "\n")
    }

    private static let actors = ["经营者", "监督部门", "检验机构", "行业协会", "仓库管理人", "运输单位", "评审专家"]
    private static let acts = ["保存", "登记", "公布", "封存", "移交", "复核", "抽查", "备案"]
    private static let things = ["试验日志", "设备目录", "样品标签", "检验报告", "能耗数据", "校准记录", "运输单据", "人员名册", "事故通报"]
    private static let englishActors = [
        "operators", "inspectors", "laboratories", "carriers", "warehouses", "reviewers",
    ]
    private static let englishActs = ["keep", "register", "publish", "seal", "hand over", "check", "file"]
    private static let englishThings = [
        "test logs", "device lists", "sample labels", "reports", "energy figures", "rosters",
    ]

    private mutating func sentence() -> Sentence {
        count += 1
        func pick(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
        let shape = Int.random(in: 0..<4, using: &random)
        let (actor, other) =
            isEnglish
            ? (pick(Self.englishActors), pick(Self.englishActors)) : (pick(Self.actors), pick(Self.actors))
        let (act, thing) =
            isEnglish
            ? (pick(Self.englishActs), pick(Self.englishThings)) : (pick(Self.acts), pick(Self.things))
        let words =
            switch (isEnglish, shape) {
            case (true, 0): "The \(actor) of class \(count) shall \(act) \(thing) within \(count + 7) days."
            case (true, 1): "No \(thing) may leave hall \(count) unless \(actor) \(act) them before \(other)."
            case (true, 2): "Whoever deceives \(actor) about \(thing) pays \(count),000 yuan."
            case (true, _): "A council of \(count) \(actor) advises on how to \(act) \(thing)."
            case (false, 0): "\(actor)应当在\(count + 7)日内\(act)\(thing)。"
            case (false, 1): "未经\(other)同意，第\(count)号厂房的\(thing)不得带出。"
            case (false, 2): "欺骗\(actor)的，处\(count)万元罚款，并没收\(thing)。"
            case (false, _): "国家鼓励\(actor)与\(other)联合\(act)\(count)种\(thing)。"
            }
        return Sentence(words: words, version: version)
    }

    private mutating func paragraph() -> [Sentence] {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in sentence() }
    }

    private mutating func amend() {
        guard articles.count > 3 else { return articles.append(paragraph()) }
        let place = Int.random(in: 0..<articles.count, using: &random)
        switch Int.random(in: 0..<7, using: &random) {
        case 0: articles.insert(paragraph(), at: place)
        case 1: articles.remove(at: place)
        case 2:
            let moved = articles.remove(at: place)
            articles.insert(moved, at: Int.random(in: 0...articles.count, using: &random))
        case 3 where articles[place].count > 1:
            let rest = articles[place].removeLast()
            articles.insert([rest], at: place + 1)
        case 4 where place + 1 < articles.count && articles[place].count + articles[place + 1].count < 5:
            articles[place] += articles.remove(at: place + 1)
        case 5: articles[place].append(sentence())
        default: articles[place][0] = sentence()
        }
    }
}
