/// A page by itself: one file, nothing fetched from anywhere, and no script but the one that its policy names.
package enum HTMLPage {
    /// - Parameters:
    ///   - title: plain text.
    ///   - language: of the page's own words, a BCP 47 tag.
    ///   - body: HTML made by the other renderings; holds its landmarks, with `id="content"` on its main.
    ///   - isWide: for tables; printed on paper laid across.
    package static func render(
        title: String, language: String = "en", body: String, isWide: Bool = false
    ) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(HTMLText.escape(language))">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
        script-src \(PageScript.policy); base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>\(HTMLText.escape(VisibleText.line(title)))</title>
        <style>
        \(PageStyle.css)\(isWide ? PageStyle.tables : "")
        \(HTMLTranslation.css)
        </style>
        </head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        <div class="page">
        \(body)
        </div>
        <script>\(PageScript.source)</script>
        </body>
        </html>

        """
    }
}
