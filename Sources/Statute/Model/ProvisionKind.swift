/// The kinds of provision that a Chinese or English statute is built of.
///
/// The words are those of Akoma Ntoso (OASIS LegalDocML 1.0) where it has one; the Chinese terms are those of
/// the Legislation Law, Article 65 (编 章 节 条 款 项 目).
package enum ProvisionKind: String, Sendable, Hashable, CaseIterable {
    /// The whole text; the root of every tree.
    case body
    /// 序言, or the words that stand before the first numbered provision.
    case preamble
    /// 编
    case part
    /// 分编
    case subpart
    /// 章
    case chapter
    /// 节
    case section
    /// A headed division without one of the numbered names above (Akoma Ntoso `hcontainer`).
    case hcontainer
    /// 附件, annex, schedule.
    case annex
    /// 条: the unit that lawyers cite and that is compared.
    case article
    /// 款
    case paragraph
    /// 项: （一）, (1), 一、
    case item
    /// 目: 1., (a), and whatever nests below an item.
    case subitem

    /// The token used in a ``ProvisionPath``, after the Akoma Ntoso naming convention.
    package var token: String {
        switch self {
        case .body: "body"
        case .preamble: "preamble"
        case .part: "part"
        case .subpart: "subpart"
        case .chapter: "chp"
        case .section: "sec"
        case .hcontainer: "hcontainer"
        case .annex: "annex"
        case .article: "art"
        case .paragraph: "para"
        case .item: "point"
        case .subitem: "subpoint"
        }
    }

    /// Whether provisions of this kind hold other provisions under a heading rather than words of their own.
    package var isContainer: Bool {
        switch self {
        case .body, .part, .subpart, .chapter, .section, .hcontainer, .annex: true
        case .preamble, .article, .paragraph, .item, .subitem: false
        }
    }
}
