import Testing

/// Pages in the manner of the sites that publish laws, around ``SampleLaw``. Markup and frames are ours.
enum SitePages {
    struct Page: Sendable, CustomTestStringConvertible {
        let name: String
        let html: String
        /// Where the sources declare one.
        var xpath: String?
        var header: String?
        var isGB = false

        var testDescription: String { name }
    }

    static let all = [
        parliament, database, council, cyberspace, ministry, newspaper, careless, preformatted, tabular,
        tabbed,
        hardWrapped,
    ]

    private static func paragraphs(_ lines: [String], _ make: (String) -> String) -> String {
        lines.map { make(SampleLaw.escaped($0)) }.joined(separator: "\n")
    }

    /// Tables inside tables, the title in a cell of its own, GB 2312 by meta only.
    static let parliament = Page(
        name: "parliament",
        html: """
            <html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
            <title>\(SampleLaw.title)_某某人大网</title></head><body bgcolor=#ffffff>
            <table width=100%><tr><td><a href="/">首页</a> | <a href="/lf">立法</a> | <a href="/jd">监督</a></td></tr></table>
            <table><tr><td valign=top width=200><table><tr><td><a href="a.htm">第一条新闻</a></td></tr>
            <tr><td><a href="b.htm">第二条新闻</a></td></tr></table></td>
            <td><table><tr><td class="bt">\(SampleLaw.title)</td></tr>
            <tr><td>来源： 某某人大网 浏览字号： 大 中 小 2026年3月2日 08:11:02</td></tr>
            <tr><td><div id="Zoom">
            <p align=center style="text-align:center">\(SampleLaw.note)</p>
            \(paragraphs(SampleLaw.body) { "<P style='TEXT-INDENT: 2em'>&nbsp;&nbsp;&nbsp; \($0)</P>" })
            </div></td></tr>
            <tr><td align=right>责任编辑： 某某</td></tr><tr><td>【<a href="#">打印</a>】【<a href="#">关闭</a>】</td></tr>
            <tr><td>相关文章</td></tr><tr><td><a href=c.htm>关于《\(SampleLaw.title)》的说明</a></td></tr></table></td></tr></table>
            <table><tr><td>主办单位：某某 您是第 81234 位访问者</td></tr></table></body></html>
            """,
        xpath: "//div[@id='Zoom']", isGB: true)

    /// One container, the title a heading inside it, every line a paragraph with a class.
    static let database = Page(
        name: "database",
        html: """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>某某法规数据库</title></head><body>
            <div id="app"><header class="top"><ul class="nav"><li>宪法</li><li>法律</li></ul></header>
            <div class="main-cont"><div class="law"><h1>\(SampleLaw.title)</h1><p class="c">\(SampleLaw.note)</p>
            \(paragraphs(SampleLaw.body) { "<p class=\"tiao\"><span>\($0)</span></p>" })</div></div>
            <div class="footer">技术支持：某某 版权所有</div></div><script>var a = "<p>第八条 假的。</p>";</script></body></html>
            """,
        xpath: "//div[@class='law']")

    /// The order that promulgates stands before the law in the same element; the table of contents is links.
    static let council = Page(
        name: "council",
        html: """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(SampleLaw.title)_某某政府网</title></head><body>
            <div class="BreadcrumbNav">首页 &gt; 政策 &gt; 法规</div><h1 id="ti">某某部关于公布《\(SampleLaw.title)》的令</h1>
            <div class="pages-date">2026-03-02 09:00 来源： 某某政府网 字号：默认 大 超大 | 打印</div>
            <div class="pages_content" id="UCAP-CONTENT"><p style="text-align: center;"><strong>某部令第7号</strong></p>
            <p style="text-indent: 2em;">《\(SampleLaw.title)》已经审议通过，现予公布，自2026年6月1日起施行。</p>
            <p style="text-align: right;">部长　某某</p>
            <p style="text-align: center;"><span style="font-weight: bold;">\(SampleLaw.title)</span></p>
            <p style="text-align: center;">\(SampleLaw.note)</p>
            \(paragraphs(SampleLaw.body) { "<p style=\"text-indent: 2em;\"><span style=\"font-family: 宋体\">\($0)</span></p>" })
            </div><div class="editor">【我要纠错】责任编辑：某某</div><div>扫一扫在手机打开当前页</div>
            <div class="related"><h2>相关稿件</h2><ul><li><a href=/1>解读：第一条说了什么</a></li></ul></div></body></html>
            """)

    /// Title a heading far above, publication line between, words joined by inline elements.
    static let cyberspace = Page(
        name: "cyberspace",
        html: """
            <html><head><meta charset="utf-8"><title>\(SampleLaw.title)-某某网信办</title></head><body>
            <div class="position">当前位置：<a href=/>首页</a>&gt;正文</div>
            <div class="content-box"><h1 class="title">\(SampleLaw.title)</h1>
            <div class="info"><span id="pubtime">2026年03月02日 10:00</span><span>来源： 某某网</span><a href=#>【打印】</a></div>
            <div class="main-content" id="BodyLabel"><p align="center"><b>\(SampleLaw.note)</b></p>
            \(paragraphs(SampleLaw.body) { line in
                "<p align=\"justify\">　　" + line.replacing("办法", with: "<b>办</b><i>法</i>") + "</p>"
            })</div></div><div class="foot">版权所有 京ICP备0000号</div></body></html>
            """,
        xpath: "//div[@id='BodyLabel']")

    /// Saved from Word: empty `o:p`, conditional comments, spans around every number, the heading in a class.
    static let ministry = Page(
        name: "ministry",
        html: """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>\(SampleLaw.title)</title>
            <!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--><style>p.MsoNormal {margin:0}</style></head>
            <body lang=ZH-CN><?xml:namespace prefix = o ns = "urn:x" /><div class=Section1 id=con_con>
            <p class=MsoTitle align=center><b><span style='font-size:22.0pt'>\(SampleLaw.title)<o:p></o:p></span></b></p>
            <p class=MsoNormal align=center><span lang=EN-US>\(SampleLaw.note)</span><o:p></o:p></p>
            \(paragraphs(SampleLaw.body) { line in
                "<p class=MsoNormal style='text-indent:24.0pt'><![if !supportEmptyParas]>&nbsp;<![endif]><span\nlang=EN-US>"
                    + line.replacing("2026", with: "</span><span lang=EN-US>2026</span><span>") + "<o:p>&nbsp;</o:p></span></p>"
            })
            </div></body></html>
            """)

    /// One cell, lines ended by `<BR>`, indented by ideographic blanks.
    static let newspaper = Page(
        name: "newspaper",
        html: """
            <HTML><HEAD><TITLE>\(SampleLaw.title)--某某网</TITLE></HEAD><BODY><CENTER><A HREF=/>某某网</A></CENTER>
            <TABLE><TR><TD><A HREF=1>要闻</A><BR><A HREF=2>国际</A></TD><TD CLASS=text>
            <CENTER><FONT SIZE=5><B>\(SampleLaw.title)</B></FONT></CENTER><BR>　　\(SampleLaw.note)<BR>
            \(SampleLaw.body.map { "　　" + SampleLaw.escaped($0) }.joined(separator: "<BR><BR>\n"))<BR>
            《某某日报》 (2026年3月2日第三版)</TD></TR></TABLE>
            <HR>网站地图 联系我们</BODY></HTML>
            """,
        isGB: true)

    /// Nothing is closed, what is closed is crossed, and signs stand bare.
    static let careless = Page(
        name: "careless",
        html: """
            <title>\(SampleLaw.title)</title><body><table><tr><td>首页<td>
            <div id=zw><font face=宋体><p align=center><b>\(SampleLaw.title)</font></b>
            <p align=center>\(SampleLaw.note)
            \(SampleLaw.body.map { "<p><font color=#000000><b>" + $0.prefix(3) + "</font></b>" + $0.dropFirst(3) }
                .joined(separator: "\n"))
            </div></div></span></body></html>
            """,
        xpath: "//div[@id='zw']")

    static let preformatted = Page(
        name: "preformatted",
        html: """
            <html><head><title>文库</title></head><body><p>返回</p><hr><pre>
                    \(SampleLaw.title)
            \(SampleLaw.escaped(SampleLaw.note))

            \(SampleLaw.body.map { "    " + SampleLaw.escaped($0) }.joined(separator: "\n"))
            </pre><hr><p>版权所有</p></body></html>
            """)

    /// A row for each line, number and words in cells of their own.
    static let tabular = Page(
        name: "tabular",
        html: """
            <html><head><title>\(SampleLaw.title)</title></head><body><table class=top><tr><td>首页</td><td>登录</td></tr></table>
            <h2>\(SampleLaw.title)</h2><table id=t border=1><tr><td colspan=2>\(SampleLaw.note)</td></tr>
            \(SampleLaw.body.map { line in
                let parts = line.split(separator: "　", maxSplits: 1).map { SampleLaw.escaped(String($0)) }
                return "<tr>" + parts.map { "<td><p>\($0)</p></td>" }.joined() + "</tr>"
            }.joined(separator: "\n"))
            </table><div>上一篇：无</div></body></html>
            """)

    /// Chapters in elements of their own, with an advertisement between two of them.
    static let tabbed = Page(
        name: "tabbed",
        html: """
            <html><head><meta charset=utf-8><title>\(SampleLaw.title) | 某某法规库</title></head><body><nav><a href=/>首页</a></nav>
            <main><h1>\(SampleLaw.title)</h1><p>\(SampleLaw.note)</p>
            <section>\(paragraphs(Array(SampleLaw.body[..<7])) { "<div>\($0)</div>" })</section>
            <aside>推广：买一送一，第八条好消息</aside>
            <section>\(paragraphs(Array(SampleLaw.body[7..<12])) { "<div>\($0)</div>" })</section>
            <div class="share-box">分享到</div>
            <section>\(paragraphs(Array(SampleLaw.body[12...])) { "<div>\($0)</div>" })</section></main>
            <footer>第九条街18号</footer></body></html>
            """)

    /// Lines of the source broken anywhere between two signs.
    static let hardWrapped = Page(
        name: "hard-wrapped",
        html: """
            <html><head><meta charset=utf-8><title>\(SampleLaw.title)</title></head><body>
            <h1>\(SampleLaw.title)</h1><div class=law><p>\(SampleLaw.note)</p>
            \(paragraphs(SampleLaw.body) { "<p>\n   " + $0.replacing("，", with: "，\n        ") + "\n</p>" })
            </div></body></html>
            """)
}
