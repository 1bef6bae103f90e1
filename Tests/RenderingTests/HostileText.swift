/// Texts that break renderers which work on characters or trust their input.
enum HostileText {
    static let all = [
        "\"\u{301} onmouseover=alert(1) x=\"", "'\u{20DD}><img src=x onerror=alert(1)>", "\"\u{200D}>",
        "<\u{338}script>",
        "</script><script>alert(1)</script>", "<!--", "]]>", "&lt;b&gt;", "&#60;", "a\r\nBcc: x@example.org",
        "a\rb", "a\nb", "a\u{85}b", "a\u{2028}b\u{2029}c", "\u{1B}[2J\u{1B}]0;x\u{07}", "\u{9B}31m",
        "\u{202E}abc\u{2066}",
        "\u{0}\u{7F}\u{FEFF}\u{200B}", "javascript:alert(1)", "**x** ~~y~~ `z` [a](b) <c>", "1. x", "- x",
        "# x",
        "=?UTF-8?B?PHg+?=", "\u{FB1D}e\u{301}\u{E0041}", "", " ", "  两  头  ", "👨‍👩‍👧❤️🇨🇳", "\\", "{+x+} [-y-]",
    ]
}
