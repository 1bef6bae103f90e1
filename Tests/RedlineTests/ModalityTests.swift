import Statute
import Testing

@testable import Redline

@Suite struct ModalityTests {
    @Test(arguments: [
        ("应当", "可以", "loosened"), ("可以", "应当", "tightened"), ("应当", "必须", "tightened"),
        ("必须", "应当", "loosened"), ("可以", "不得", "tightened"), ("不得", "可以", "loosened"),
        ("应当", "应", "neither"), ("应当", "鼓励", "loosened"), ("应当", "不得", "unclear"),
        ("有权", "可以", "neither"), ("须", "必须", "tightened"),
    ])
    func aChangedModalWordSaysWhichWayItWent(_ old: String, _ new: String, _ direction: String) {
        let text = { (modal: String) in "网络运营者\(modal)保存网络日志，并向主管部门提交年度总结。" }
        #expect(reasons(text(old), text(new)) == "modality \(old)→\(new) \(direction)")
    }

    @Test(arguments: [
        ("may", "shall", "tightened"), ("shall", "may", "loosened"), ("may", "may not", "tightened"),
        ("shall", "must", "tightened"), ("shall", "should", "loosened"),
        ("may", "is encouraged to", "unclear"),
        ("shall not", "may", "loosened"), ("must not", "shall not", "neither"),
    ])
    func englishModalPhrasesAreReadWhole(_ old: String, _ new: String, _ direction: String) {
        let text = { (modal: String) in
            "The operator \(modal) disclose the logs of the network to the department."
        }
        #expect(reasons(text(old), text(new), .en) == "modality \(old)→\(new) \(direction)")
    }

    @Test func lettersInsideOtherWordsAreNoModals() {
        #expect(reasons("国家建立应急机制，颁发许可文件。", "国家建立响应机制，颁发许可文件。") == "text 应急→响应 unclear")
    }

    @Test func aModalBesideOtherNewWordsKeepsBothReasons() {
        #expect(
            reasons("网络运营者应当保存网络日志。", "网络运营者可以按月保存网络日志。")
                == "modality 应当→可以 loosened; text 应当→可以按月 unclear")
    }
}
