import Statute

/// A statute of one article, for rules that show in a sentence.
enum OneSentence {
    static func text(_ sentence: String, _ language: Language) -> StatuteText {
        let path = ProvisionPath("art_1")
        let article = Provision(
            kind: .article, number: "1", label: language == .zh ? "第一条" : "Article 1", text: sentence,
            path: path)
        return StatuteText(
            title: "", language: language, headnotes: [], root: Provision(kind: .body, children: [article]))
    }

    /// A lead-in and its items.
    static func list(_ leadIn: String, _ items: [String], _ language: Language) -> StatuteText {
        let path = ProvisionPath("art_1")
        let children = items.enumerated().map { number, text in
            Provision(
                kind: .item, number: "\(number + 1)", label: "（\(number + 1)）", text: text,
                path: path.appending(.item, "\(number + 1)"))
        }
        let article = Provision(
            kind: .article, number: "1", label: "第一条", text: leadIn, children: children, path: path)
        return StatuteText(
            title: "", language: language, headnotes: [], root: Provision(kind: .body, children: [article]))
    }
}
