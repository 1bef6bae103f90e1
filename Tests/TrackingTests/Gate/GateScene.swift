import Material
import Statute

@testable import Tracking

/// Pages and laws for the tests of the gate; every sentence is made up.
enum GateScene {
    static let title = "中华人民共和国测试网络法"
    static let subject = GateSubject(titles: [title, "Test Network Law of the People's Republic of China"])

    /// Words of networks, which challenge pages use too.
    static let articles = [
        "为了保障测试网络安全，制定本法。",
        "网络运营者应当要求用户登录时提供真实身份信息，用户不登录的，不得为其提供相关服务。",
        "网络运营者应当采取验证码、短信等安全验证措施；页面不存在或者已被删除的信息，应当依法留存记录。",
        "网络运营者进行系统维护，应当提前公告；正在维护期间，可以拒绝访问。",
        "网络运营者应当履行下列义务：\n（一）制定制度；\n（二）采取措施；\n（三）留存日志不少于六个月。",
        "违反本法规定的，由主管部门责令改正，处十万元以下罚款。",
        "本法所称主管部门，是指国家网信部门和国务院电信主管部门。",
        "本法自2017年6月1日起施行。",
    ]

    static let note = "（2016年11月7日第十二届全国人民代表大会常务委员会第二十四次会议通过）"

    /// A law as plain text.
    static func law(
        _ articles: [String] = articles, title: String = title, notes: [String] = [note], from first: Int = 1
    ) -> String {
        let numbered = articles.enumerated().map { "第\(numeral($0.offset + first))条　\($0.element)" }
        return ([title] + notes + numbered).joined(separator: "\n") + "\n"
    }

    /// The law with one article written anew.
    static func law(replacing index: Int, with words: String, notes: [String] = [note]) -> String {
        var changed = articles
        changed[index] = words
        return law(changed, notes: notes)
    }

    static func text(_ source: String) -> StatuteText { StatuteParser.parse(source).text }

    /// 1 to 99.
    static func numeral(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let tens = number / 10
        return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[number % 10]
    }

    static func input(
        _ source: String, page: String? = nil, surroundings: String = "", links: [Link] = [],
        previous: String? = nil, subject: GateSubject = subject, exchange: Exchange? = nil,
        place: Readout.Place = .whole, earlier: [String] = [], attachment: String? = nil, markup: String = ""
    ) -> GateInput {
        GateInput(
            subject: subject, exchange: exchange,
            readout: Readout(
                text: source, title: page, format: .html, place: place, links: links,
                surroundings: surroundings), parsed: StatuteParser.parse(source),
            previous: previous.map(text), earlierDigests: earlier.map { TextDigest(of: text($0)) },
            attachment: attachment.map(text), markup: Array(markup.utf8))
    }

    /// The kinds of signal, as they stand in reports.
    static func kinds(_ input: GateInput) -> [String] { PageGate.signals(input).map(\.kind.rawValue) }

    static func exchange(_ urls: String..., fields: [Exchange.Field] = []) -> Exchange {
        let moment = Instant(secondsSince1970: 1_795_000_000)
        return Exchange(
            hops: urls.map {
                Exchange.Hop(
                    url: $0, status: $0 == urls.last ? 200 : 302, fields: fields, started: moment,
                    finished: moment)
            })
    }
}
