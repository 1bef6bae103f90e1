import Alerts
import Redline
import Statute

/// Blame as a part of a page, and as a page by itself.
package enum HTMLBlame {
    package static func page(_ view: BlameView) -> String {
        let name = "\(view.instrument)@\(view.name(view.asked))"
        let title = view.title.isEmpty ? "Untitled" : view.title
        var body = "<header>\n<p class=\"over\">Who brought which words</p>\n"
        body += "<h1 lang=\"\(view.language.rawValue)\">\(HTMLText.escape(VisibleText.line(title)))</h1>\n"
        body += "<p class=\"soft\">\(HTMLText.escape(name))</p>\n</header>\n"
        body += "<main id=\"content\">\n\(part(view))</main>\n<footer>\n"
        body += Disclaimers.all.map { "<p>\(HTMLText.escape($0))</p>\n" }.joined()
        return HTMLPage.render(title: "\(title): \(name)", body: body + "</footer>", isWide: true)
    }

    /// The provisions with their words, origins and lineage, then the versions: sections without a page around them.
    package static func part(_ view: BlameView) -> String {
        let words = BlameWords(view: view)
        var out = words.languageHint.map { "<p class=\"soft\">\(HTMLText.escape($0))</p>\n" } ?? ""
        if !view.unplaced.isEmpty {
            let names = view.unplaced.joined(separator: ", ")
            out +=
                "<p class=\"note\" role=\"note\">Not in the order, because nothing says when they were made: \(HTMLText.escape(names))</p>\n"
        }
        for provision in view.provisions { out += section(provision, words) }
        return out + versions(words)
    }

    private static func section(_ blame: ProvisionBlame, _ words: BlameWords) -> String {
        let id = HTMLText.escape("blame-\(blame.part.rawValue)")
        let language = words.view.language
        var out = "<article class=\"change\" id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n"
        out +=
            "<h2 id=\"\(id)-title\" lang=\"\(language.rawValue)\">\(HTMLText.escape(VisibleText.line(words.title(blame))))</h2>\n"
        for warning in words.warnings(blame) { out += "<p class=\"note\">\(HTMLText.escape(warning))</p>\n" }
        out += table(blame, words)
        let notes = notes(blame, words)
        if !notes.isEmpty { out += "<ul>\n\(notes)</ul>\n" }
        if let other = words.view.beside[blame.provision.path] {
            let otherLanguage: Language = language == .zh ? .en : .zh
            let caption =
                "\(otherLanguage.rawValue) · \(other.text.displayLabel) · paired by \(other.ground.rawValue), \(other.confidence.rawValue) confidence"
            out +=
                "<div class=\"other\">\n<p class=\"why\">\(HTMLText.escape(VisibleText.line(caption)))</p>\n"
            out += HTMLStretches.plain(other.text, language: otherLanguage) + "</div>\n"
        }
        return out + lineage(blame, words) + "</article>\n"
    }

    private static func table(_ blame: ProvisionBlame, _ words: BlameWords) -> String {
        var out =
            "<table class=\"compared\"><caption>Words, each with the version that brought them</caption>\n<thead><tr><th scope=\"col\">from</th><th scope=\"col\">words</th></tr></thead>\n<tbody>\n"
        for stretch in BlameStretch.lines(blame).flatMap({ $0 }) {
            let origin = blame.origins[stretch.origin]
            let label = origin.label.isEmpty ? origin.provision.rawValue : origin.label
            let from =
                "\(BlameWords.sign(stretch.origin)) · \(words.view.name(origin.version)) · \(label) · \(words.kind(origin))"
            let text = stretch.pieces.map { piece -> String in
                let escaped = HTMLText.escape(VisibleText.line(piece.words))
                guard let touch = piece.touches.last else { return escaped }
                let why = "\(touch.kind.rawValue) change in \(words.view.name(touch.version))"
                return "<span class=\"elsewhere\" title=\"\(HTMLText.escape(why))\">\(escaped)</span>"
            }.joined()
            out +=
                "<tr><td class=\"remark\" data-label=\"from\">\(HTMLText.escape(VisibleText.line(from)))</td>"
            out += "<td data-label=\"words\" lang=\"\(words.view.language.rawValue)\">\(text)</td></tr>\n"
        }
        return out + "</tbody></table>\n"
    }

    private static func notes(_ blame: ProvisionBlame, _ words: BlameWords) -> String {
        var out = ""
        for (index, origin) in blame.origins.enumerated() {
            let told = words.notes(origin)
            if told.isEmpty { continue }
            let note = "\(BlameWords.sign(index)): \(told.joined(separator: " "))"
            out += "<li>\(HTMLText.escape(VisibleText.line(note)))</li>\n"
        }
        return out + words.touches(blame).map { "<li>\(HTMLText.escape($0))</li>\n" }.joined()
    }

    private static func lineage(_ blame: ProvisionBlame, _ words: BlameWords) -> String {
        if words.view.isWhole {
            return "<p class=\"why\">\(HTMLText.escape(VisibleText.line(words.line(blame.lineage))))</p>\n"
        }
        var out =
            "<table class=\"compared\"><caption>Lineage</caption>\n<thead><tr><th scope=\"col\">version</th><th scope=\"col\">number</th><th scope=\"col\">what was done</th><th scope=\"col\">weight</th></tr></thead>\n<tbody>\n"
        for row in blame.lineage {
            let cells = [words.state(row), words.kind(row), words.weight(row)]
            let isAsked = row.version == blame.version
            let name = HTMLText.escape(words.view.name(row.version))
            out += "<tr><th scope=\"row\">\(isAsked ? "<strong>\(name)</strong>" : name)</th>"
            out += cells.map { "<td>\(HTMLText.escape(VisibleText.line($0)))</td>" }.joined() + "</tr>\n"
        }
        return out + "</tbody></table>\n"
    }

    private static func versions(_ words: BlameWords) -> String {
        var out =
            "<section aria-labelledby=\"blame-versions\">\n<h2 id=\"blame-versions\">Versions: who made them, and how we know</h2>\n"
        for index in words.view.involved {
            let version = words.view.versions[index]
            let rows: [(String, String?)] = [
                ("dates", words.dates(version)), ("made by", words.enactment(version)),
                ("text", version.fidelity?.words), ("how we know", words.holding(version)),
            ]
            out +=
                "<dl class=\"card\"><dt>version</dt><dd class=\"name\">\(HTMLText.escape(version.name))</dd>\n"
            for case (let what, let told?) in rows {
                out += "<dt>\(what)</dt><dd>\(HTMLText.escape(VisibleText.line(told)))</dd>\n"
            }
            out += "</dl>\n"
        }
        return out + "</section>\n"
    }
}
