import Foundation
import GitStore
import Statute

/// A store of many small laws with a few versions each, the same for the same numbers: one commit a version.
struct SyntheticStore {
    let path: String
    let laws: Int
    let versions: Int

    /// The moment of the first commit, Unix seconds; one commit a minute follows.
    static let begin: UInt32 = 1_500_000_000

    func id(_ law: Int) throws -> InstrumentID {
        guard let id = InstrumentID("cn/law-\(law)") else {
            throw StoreError.refused(subject: "\(law)", reason: "no id")
        }
        return id
    }

    func name(_ version: Int, of law: Int) throws -> VersionName {
        let date = CalendarDate(year: 1990 + version * 6 + law % 5, month: 1 + law % 12, day: 1 + law % 28)
        guard let name = VersionName(date: date, stage: version == 0 ? "adopted" : "amended") else {
            throw StoreError.refused(subject: "\(law)", reason: "no version")
        }
        return name
    }

    func key(_ version: Int, of law: Int) throws -> VersionKey {
        VersionKey(instrument: try id(law), version: try name(version, of: law))
    }

    /// Writes it all, a thousand commits a batch.
    func write() throws {
        let store = try GitStore(path: path, access: .writing)
        var batch = StoreBatch()
        var count: UInt32 = 0
        for version in 0..<versions {
            for law in 0..<laws {
                let key = try key(version, of: law)
                let time = Self.begin + count * 60
                batch.add(
                    try .version(
                        key, texts: ["zh": Array(text(version, of: law).utf8)],
                        metadata: Array(record(key, law, time).utf8), title: "Add \(key)", time: time),
                    to: .versions)
                count += 1
                if batch.count == 1_000 {
                    _ = try store.write(batch)
                    batch = StoreBatch()
                }
            }
        }
        if !batch.isEmpty { _ = try store.write(batch) }
    }

    private static let words = [
        "经营者", "应当", "保存", "网络日志", "不得", "要求", "披露", "源代码", "数据", "出境", "安全评估", "主管部门", "备案", "检查", "报告",
        "产品", "服务", "个人信息", "处理", "同意", "公布", "目录", "审查", "技术", "标准", "认证", "期限", "责任", "罚款", "申请",
    ]

    private func text(_ version: Int, of law: Int) -> String {
        var state = UInt64(law) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func word() -> String {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Self.words[Int(state % UInt64(Self.words.count))]
        }
        let numerals = ["一", "二", "三", "四", "五"]
        var lines = ["# 样本法\(law)号"]
        for (index, numeral) in numerals.enumerated() {
            let sentence = (0..<12).map { _ in word() }.joined()
            lines.append("第\(numeral)条 \(sentence)\(index == version ? "，第\(version)次修改" : "")。")
        }
        return lines.joined(separator: "\n\n") + "\n"
    }

    private func record(_ key: VersionKey, _ law: Int, _ time: UInt32) -> String {
        let date = key.version.date?.description ?? ""
        let effective = "\(date.prefix(8))28"
        return """
            {"schema":1,"id":"\(key.instrument)","version":"\(key.version)","title":"样本法\(law)号","signed":"\(date)",\
            "published":"\(date)","effective":"\(effective)","known":"\(UTC.text(Int64(time)))","parser":1,\
            "texts":{"zh":{"capture":"c","sha256":"\(String(repeating: "0", count: 64))","captured":"\(UTC.text(Int64(time)))",\
            "articles":5,"provenance":{"general":{"fidelity":"official","sources":[]},"provisions":{}}}}}
            """
    }
}
