import Material
import Statute

/// Tells pages that stand in for the document: firewall, login, maintenance, not found, denied, empty
/// (demands.md, N15; reliability.md, A3 row 19).
///
/// Laws on networks say 登录, 验证码 and 系统维护 themselves: where a page holds a statute, its words say nothing.
package enum ChallengeCheck {
    /// Longer lines are sentences of a document; a firewall's notice is shorter.
    private static let longestLine = 160
    /// On a line of this length a weak word may be the message.
    private static let longestWeakLine = 30
    /// A text of this length is a document of some kind.
    private static let longestFragment = 300
    /// A page with more words than this says more than "not here".
    private static let longestPage = 3_000

    static func signals(_ view: GateView) -> [Signal] {
        guard !view.holdsStatute else { return [] }
        let input = view.input
        let fields = (input.exchange?.hops ?? []).flatMap(\.fields).map { "\($0.name): \($0.value)" }
        if let found = reason(
            title: view.head.pageTitles.contains { $0.isOne(of: view.titles) } ? nil : input.readout.title,
            text: input.readout.text,
            surroundings: input.readout.surroundings, markup: input.markup,
            fields: fields + input.readout.links.map(\.address))
        {
            return [found]
        }
        let seen = view.shape.characters
        guard view.shape.articles.isEmpty, seen < 100, view.before != nil || seen < 40 else { return [] }
        return [
            Signal(
                .empty, "the page has \(seen) characters of text and no article", release: .reviewer)
        ]
    }

    /// What a page says that came with an error status, or one of which nothing else is known; nil when it says
    /// nothing that we know. For naming failures: no statute is looked for.
    ///
    /// - Parameters:
    ///   - markup: the bytes as they came.
    ///   - fields: header lines and addresses, in which firewalls leave their names.
    package static func reason(
        title: String?, text: String, surroundings: String = "", markup: [UInt8] = [], fields: [String] = []
    ) -> Signal? {
        if let title, let phrase = phrase(in: PlainWords.folded(title), weak: true) {
            return signal(phrase, in: title, place: "title")
        }
        var weak: Signal?
        // Around a text of some length stands the site's own furniture.
        let around = PlainWords.folded(text).unicodeScalars.count < longestFragment ? surroundings : ""
        for (place, words) in [("text", text), ("page around the text", around)] {
            let lines = PlainWords.lines(words, limit: 2_000)
            let size = lines.reduce(0) { $0 + $1.unicodeScalars.count }
            for line in lines {
                let length = line.unicodeScalars.count
                guard length <= longestLine || size <= longestPage else { continue }
                let folded = PlainWords.folded(line)
                if let phrase = phrase(in: folded, weak: false),
                    size <= longestPage || length <= longestLine / 2
                {
                    return signal(phrase, in: line, place: place)
                }
                // Around a text stands the site's own furniture, whose 登录 means nothing.
                guard weak == nil, place == "text", length <= longestWeakLine, size <= longestPage / 4 else {
                    continue
                }
                if let phrase = phrase(in: folded, weak: true) {
                    weak = signal(phrase, in: line, place: place)
                }
            }
        }
        return mark(in: [markup] + fields.map { Array($0.utf8) }) ?? weak
    }

    private static func phrase(in folded: String, weak: Bool) -> ChallengeWords.Phrase? {
        let bytes = Array(folded.utf8)
        return ChallengeWords.phrases.first { ($0.isStrong || weak) && PlainWords.holds(bytes, $0.bytes) }
    }

    private static func signal(_ phrase: ChallengeWords.Phrase, in line: String, place: String) -> Signal {
        Signal(
            phrase.kind, "\(name(phrase.kind)): the \(place) says “\(PlainWords.short(line, 60))”",
            release: .reviewer)
    }

    private static func mark(in places: [[UInt8]]) -> Signal? {
        for place in places {
            let folded = place.prefix(1 << 18).map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
            guard let mark = ChallengeWords.marks.first(where: { PlainWords.holds(folded, $0) }) else {
                continue
            }
            return Signal(
                .challenge,
                "\(name(.challenge)): it carries “\(String(decoding: mark, as: UTF8.self))” and no statute",
                release: .reviewer)
        }
        return nil
    }

    private static func name(_ kind: Signal.Kind) -> String {
        switch kind {
        case .login: "a login page"
        case .maintenance: "a notice of maintenance or of a fault of the server"
        case .notFound: "a page that says that there is none"
        case .denied: "a refusal of access"
        case .empty: "a page that scripts fill"
        default: "a firewall's test of the browser"
        }
    }
}
