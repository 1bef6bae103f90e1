/// The elements of a page that mean something to us; every other one is ``other`` and is read like a `<span>`.
enum PageTag: String, Sendable, Hashable, CaseIterable {
    case html, head, body, title, base, meta, link
    case main, article, section, nav, footer, aside, header
    case h1, h2, h3, h4, h5, h6, p, div, center, blockquote, address, pre, xmp, listing, plaintext
    case ul, ol, li, dl, dt, dd, menu, dir
    case table, caption, thead, tbody, tfoot, tr, td, th
    case form, fieldset, legend, details, summary, figure, figcaption, dialog, search, hgroup
    case br, hr, a, img, area
    case script, style, noscript, template, iframe, frame, frameset, noframes, noembed, object, applet, svg,
        canvas
    case audio, video, select, option, optgroup, datalist, button, input, textarea
    case other

    /// By name; trying one raw value after another takes longer than parsing.
    private static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    init(name: String) { self = Self.named[name] ?? .other }

    /// Begins and ends a line of its own.
    var isBlock: Bool {
        switch self {
        case .html, .body, .main, .article, .section, .nav, .footer, .aside, .header, .h1, .h2, .h3, .h4, .h5,
            .h6, .p, .div, .center, .blockquote, .address, .pre, .xmp, .listing, .plaintext, .ul, .ol, .li,
            .dl,
            .dt, .dd, .menu, .dir, .table, .caption, .thead, .tbody, .tfoot, .form, .fieldset, .legend,
            .details,
            .summary, .figure, .figcaption, .dialog, .search, .hgroup, .hr, .textarea, .frameset:
            true
        default: false
        }
    }

    /// Its inside is not shown as text.
    var isUnseen: Bool {
        switch self {
        case .head, .title, .script, .style, .noscript, .template, .iframe, .noframes, .noembed, .object,
            .applet,
            .svg, .canvas, .audio, .video, .datalist:
            true
        default: false
        }
    }

    /// Something to press or to choose from; no part of a text, but shown.
    var isControl: Bool {
        switch self {
        case .select, .option, .optgroup, .button: true
        default: false
        }
    }

    var isCell: Bool { self == .td || self == .th }

    /// Blanks and line breaks in it stay as they are.
    var keepsBlanks: Bool {
        switch self {
        case .pre, .xmp, .listing, .plaintext, .textarea: true
        default: false
        }
    }

    var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3: true
        default: false
        }
    }
}
