import Redline
import Statute

/// The fixed words of a comparison table: English, and both languages for a Chinese text.
struct TableWords {
    private let isChinese: Bool

    init(_ language: Language) { isChinese = language == .zh }

    func title(_ law: String) -> String {
        guard isChinese else { return law.isEmpty ? "Comparison table" : "\(law): comparison table" }
        // Book title marks within them become single ones (GB/T 15834).
        let name = law.isEmpty ? "" : "《\(law.unicodeScalars.map(inner).string)》"
        return "\(name)修改对照表 Comparison table"
    }

    private func inner(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "《": "〈"
        case "》": "〉"
        default: scalar
        }
    }

    func before(_ version: String) -> String { "\(isChinese ? "修改前 " : "")Old text · \(version)" }
    func after(_ version: String) -> String { "\(isChinese ? "修改后 " : "")New text · \(version)" }
    var remark: String { isChinese ? "说明 Remark" : "Remark" }

    var legend: String {
        let english =
            "Old column: deleted words struck through. New column: inserted words bold and underlined."
        return isChinese ? "删去的文字加删除线，新增的文字加粗并加下划线。 \(english)" : english
    }

    func place(_ place: FrameChange.Place) -> String {
        guard isChinese else { return place.rawValue }
        switch place {
        case .title: return "标题 title"
        case .headnote: return "题注 headnote"
        case .heading: return "章节 heading"
        }
    }

    func kind(_ change: ProvisionChange) -> String {
        guard isChinese else { return ChangeWords.kind(change) }
        let word =
            switch change.kind {
            case .inserted: "新增"
            case .repealed: "删去"
            case .modified: "修改"
            case .renumbered: "条号变动"
            case .split: "分立"
            case .joined: "合并"
            case .regrouped: "重组"
            case .unchanged: "未改"
            }
        return "\(word)\(change.moved ? "、移动" : "") \(ChangeWords.kind(change))"
    }

    /// 项：（三）→（四），新增（五）; nil where every item keeps its number.
    func items(_ change: ProvisionChange) -> String? {
        ChangeWords.items(change, isChinese ? .zh : .en)
    }

    /// 64条仅条号变动：第六条至第七十九条 → 第七条至第八十条; nil for an English text or where nothing is folded.
    func renumbered(_ view: RedlineView) -> String? {
        guard isChinese, !view.renumbered.isEmpty else { return nil }
        let ranges = NumberRuns.steps(view.renumbered, among: view.changes.changes, naming: .labels)
        return "\(view.renumbered.count)条仅条号变动：\(ranges)"
    }
}
