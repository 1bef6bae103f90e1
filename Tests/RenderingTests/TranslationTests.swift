import Redline
import Rendering
import Statute
import Testing

@Suite struct TranslationTests {
    private let plain = TerminalStyle(color: false, width: 80)

    private static func law(_ language: Language, _ bodies: [(label: String, words: String)]) -> StatuteText {
        var root = Provision(kind: .body)
        root.children = bodies.enumerated().map { index, body in
            Provision(
                kind: .article, number: "\(index + 1)", label: body.label, text: body.words,
                path: ProvisionPath.root.appending(.article, "\(index + 1)"))
        }
        return StatuteText(title: "", language: language, headnotes: [], root: root)
    }

    /// Two articles; `zh` and `en` are the second one in the newer version.
    private func view(zh: String, en: String, label: String = "Article 2", showsAll: Bool = false)
        -> RedlineView
    {
        let chinese = ("第一条", "船舶应当在三十日内登记，费用五百元。")
        let english = ("Article 1", "Vessels shall be registered within thirty days, at a cost of RMB 500.")
        let texts = (
            Self.law(.zh, [chinese, ("第二条", "船长可以请求引水员上船。")]), Self.law(.zh, [chinese, ("第二条", zh)])
        )
        let others = (
            Self.law(.en, [english, (label, "The master may ask a pilot to come aboard.")]),
            Self.law(.en, [english, (label, en)])
        )
        let changes = ChangeSet.between(texts.0, texts.1)
        var view = RedlineView(
            changes, old: VersionCaption("old"), new: VersionCaption("new"), showsAll: showsAll)
        view.translation = BilingualChanges(changes, texts, beside: others)
        return view
    }

    @Test func `a change in both languages is drawn in both`() {
        let view = view(zh: "船长应当请求引水员上船。", en: "The master shall ask a pilot to come aboard.")
        let text = TerminalRedline.render(view, style: plain)
        #expect(text.contains("    │ en · Article 2 · paired by number"))
        #expect(text.contains("    │ The master [-may-]{+shall+} ask a pilot to come aboard.\n"))
        #expect(text.contains("nothing stale"))
        let page = HTMLRedline.page(view)
        #expect(page.contains("<div class=\"words\" lang=\"en\">"))
        #expect(page.contains("<h2 id=\"translation\">Translation</h2>"))
        #expect(MarkdownRedline.render(view).contains("> The master ~~may~~**shall** ask a pilot"))
    }

    @Test func `a translation that did not follow is warned of and stands as it is`() {
        let view = view(zh: "船长应当请求引水员上船。", en: "The master may ask a pilot to come aboard.")
        let text = TerminalRedline.render(view, style: plain)
        #expect(text.contains("    !! zh changed, en stale ("))
        #expect(text.contains("    │ The master may ask a pilot to come aboard.\n"))
        #expect(text.contains("  !! 第二条 · Article 2: zh changed, en stale ("))
    }

    @Test func `without a translation nothing is added`() {
        var view = view(zh: "船长应当请求引水员上船。", en: "The master may ask a pilot to come aboard.")
        view.translation = nil
        #expect(!TerminalRedline.render(view, style: plain).contains("ranslation"))
        #expect(!MarkdownRedline.render(view).contains("ranslation"))
        #expect(!HTMLRedline.page(view).contains("id=\"translation\""))
        let json = RedlineDocument(view.changes, oldSHA256: "", newSHA256: "").json
        #expect(json["translation"] == nil)
    }

    @Test(arguments: [40, 80, 120]) func `no line is wider than the terminal`(_ width: Int) {
        let view = view(
            zh: "船长应当请求引水员上船，费用六百元。", en: "The master may ask a pilot to come aboard.", showsAll: true)
        let text = TerminalRedline.render(view, style: TerminalStyle(color: false, width: width))
        for line in text.unicodeScalars.split(separator: "\n") {
            #expect(DisplayWidth.of(String(line)) <= width, "\(String(line))")
        }
    }

    @Test(arguments: HostileText.all) func `no text of the other language becomes mark-up or a control`(
        _ hostile: String
    ) {
        let view = view(
            zh: "船长应当\(hostile)，费用六百元。", en: "The master may \(hostile) RMB 700.", label: hostile,
            showsAll: true)
        let page = HTMLRedline.page(view)
        #expect(!page.contains("<script>alert") && !page.contains("<img") && !page.contains("<b>"))
        #expect(!page.contains("<c>") && !page.contains("<!--"))
        for output in [page, TerminalRedline.render(view, style: plain), MarkdownRedline.render(view)] {
            #expect(
                output.unicodeScalars.allSatisfy {
                    $0 == "\n" || VisibleText.form(of: $0) == nil || $0 == "\u{200A}"
                })
        }
    }
}
