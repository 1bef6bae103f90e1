import Material
import Testing

@Suite("Addresses")
struct PageAddressTests {
    @Test(
        "references are resolved as in RFC 3986, 5.4",
        arguments: [
            ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"),
            (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"),
            ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"),
            ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"),
            ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."),
            (".g", "http://a/b/c/.g"),
            ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
            ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
            ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
            ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"), ("http:g", "http:g"),
        ])
    func resolution(reference: String, expected: String) {
        #expect(PageAddress("http://a/b/c/d;p?q").resolving(reference).text == expected)
    }

    @Test(
        "two spellings of one address have one normal form",
        arguments: [
            ("HTTP://Example.ORG:80/a/../b", "http://example.org/b"),
            ("https://example.org:443", "https://example.org/"),
            ("https://example.org:8443/", "https://example.org:8443/"),
            ("http://a/%7euser/%2f", "http://a/~user/%2F"),
            ("http://a/x#y", "http://a/x"), (" http://a/\nb ", "http://a/b"), ("http://a:/", "http://a/"),
            ("http://a/法律?q=网", "http://a/%E6%B3%95%E5%BE%8B?q=%E7%BD%91"),
            ("http://a/100%", "http://a/100%"),
            ("http://a?x=1", "http://a/?x=1"), ("http://a/%e6%b3%95", "http://a/%E6%B3%95"),
        ])
    func normal(written: String, expected: String) {
        #expect(PageAddress(written).normal == expected)
        #expect(PageAddress(expected).normal == expected)
    }

    @Test(
        "what is no page of the web has no normal form",
        arguments: [
            "javascript:void(0)", "mailto:a@b.example", "/relative", "#top", "ftp://a/b",
            "file:///etc/passwd",
            "http://", "http:///x", "http://me@a/", "http://me:pw@a/x", "data:text/html,x", "http://:80/", "",
            "http://%61/",
        ])
    func refused(_ written: String) {
        #expect(PageAddress(written).normal == nil)
    }

    @Test("no text is too strange to be taken apart and put together again")
    func total() {
        for text in [
            "", ":", "//", "?", "#", "%", ":::", "a:b:c", "//\u{0}", "\u{202e}", "[::1]", "http://[::1]:80/",
        ] {
            let parts = PageAddress(text)
            #expect(PageAddress(parts.text).text == parts.text)
            _ = PageAddress("http://a/b").resolving(text).normal
        }
        let deep = String(repeating: "../", count: 50_000) + "x"
        #expect(PageAddress("http://a/b").resolving(deep).text == "http://a/x")
    }
}
