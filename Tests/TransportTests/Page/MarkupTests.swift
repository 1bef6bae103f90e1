import Material
import Testing
import Transport

/// The text of a piece of markup, read as a whole.
private func text(_ html: String, xpath: String? = "//body") throws -> String {
    try PageReader.read(
        ReadingRequest(
            bytes: Array("<html><head><meta charset=utf-8></head><body>\(html)</body></html>".utf8),
            mediaType: "text/html", name: "page", xpath: xpath)
    ).get().text
}

@Suite("markup to lines")
struct MarkupTests {
    @Test(
        "each piece of markup gives these lines",
        arguments: [
            // Inline elements and blanks.
            ("<p>网<b>络</b><i>安</i><span>全</span>法</p>", "网络安全法"),
            ("<p>网络\n\t  安全</p>", "网络安全"),
            ("<p>网络 安全</p>", "网络 安全"),
            ("<p>a\nb <b>c</b> <font>d</font> <u>e</u></p>", "a b c d e"),
            ("<p>第一条\n为了</p>", "第一条 为了"),
            ("<p><b>第一条</b>\n<span>为了</span></p>", "第一条 为了"),
            ("<p>规定的，\n“网络”\n是指</p>", "规定的，“网络”是指"),
            ("<p>　　第一条&nbsp;&nbsp;为了　规范</p>", "第一条\u{A0}\u{A0}为了　规范"),
            ("<p>2<sup>n</sup>个、H<sub>2</sub>O</p>", "2n个、H2O"),
            ("甲<br>乙<br/>丙</br>丁", "甲|乙|丙|丁"),
            ("甲<p>乙</p>丙<div>丁</div>戊", "甲|乙|丙|丁|戊"),
            ("<p>甲<p>乙<p>丙", "甲|乙|丙"),
            ("<ul><li>甲<li>乙<ol><li>丙</ol></ul>", "甲|乙|丙"),
            ("<pre>  甲  乙\n丙\r\n丁</pre>", "甲  乙|丙|丁"),
            ("<p>甲<wbr>乙<o:p></o:p>丙</p>", "甲乙丙"),
            ("<p>网络<o:p>&nbsp;</o:p></p>", "网络"),
            ("<p>甲\u{200B}乙</p>", "甲\u{200B}乙"),
            ("<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>", "漢(hàn)"),
            // Tables.
            ("<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>", "甲 乙|丙 丁"),
            ("<table><tr><td><p>甲</p></td><td><p>乙</p></td></tr></table>", "甲 乙"),
            ("<table><tr><td>甲</td><td><p>乙</p><p>丙</p></td></tr></table>", "甲|乙|丙"),
            ("<table><tr><td><table><tr><td>甲<td>乙</table><td>丙</table>", "甲 乙 丙"),
            ("<table><tr><td></td><td>甲</td><td> </td></tr></table>乙", "甲|乙"),
            // What is not shown.
            ("<script>var a='<p>假</p>';</script>甲<style>p{}</style>", "甲"),
            ("<script>document.write('<script>x<\\/script>');</script>甲", "甲"),
            ("<script>var a=\"</\"; if(a<b){}</script>甲", "甲"),
            ("<noscript>请开启</noscript><template>假</template>甲", "甲"),
            ("<p style='DISPLAY : none'>假</p><p hidden>假</p>甲", "甲"),
            ("<select><option>一月<option>二月</select>甲<button>按</button>", "甲"),
            ("甲<!-- 假 -->乙<!--->丙<!-->丁<!-- 假 --!>戊", "甲乙丙丁戊"),
            ("甲<!-- a -- b --- > 假 --->乙", "甲乙"),
            ("<![if !supportEmptyParas]>甲<![endif]><?xml:namespace prefix = o />乙<!法律>丙", "甲乙丙"),
            ("<!--[if gte mso 9]><p>假</p><![endif]-->甲", "甲"),
            // Bare signs.
            ("3<5 且 7 > 6 & 8 &9 &第 <第一> a<", "3<5 且 7 > 6 & 8 &9 &第 <第一> a<"),
            ("甲</第>乙</ p>丙", "甲乙丙"),
            // References.
            ("&lt;&gt;&amp;&quot;&apos;&#39;&middot;&hellip;", "<>&\"''·…"),
            ("甲&nbsp乙&nbsp&nbsp丙", "甲\u{A0}乙\u{A0}\u{A0}丙"),
            ("&lpar;甲&rpar;&comma;&NoSuch;", "(甲),&NoSuch;"),
            ("&#31532;&#x4E00;&#26465", "第一条"),
            ("&#147;甲&#148;&#150;&#133;", "“甲”–…"),
            ("&#55362;&#57271;&#xD842;&#xDFB7;", "𠮷𠮷"),
            ("&#60;p&#62;&#38;amp;", "<p>&amp;"),
            ("<textarea>甲<乙&lt;</textarea>", "甲<乙<"),
            // Wrong nesting.
            ("<font><p><b>甲</font></b>乙</p>丙", "甲乙|丙"),
            ("<div>甲</span></div></div></td>乙", "甲|乙"),
            ("<a href=x>甲<a href=y>乙</a>", "甲乙"),
        ])
    func lines(markup: String, expected: String) throws {
        #expect(try text(markup) == expected.replacing("|", with: "\n") + "\n")
    }

    @Test("a control character cannot be seen and is named; the words around it stay")
    func controls() throws {
        let page = "<html><body><p>第一条　甲\u{1}乙。<p>第二条　\u{7F}丙。</body></html>"
        let readout = try PageReader.read(ReadingRequest(bytes: Array(page.utf8), name: "a")).get()
        #expect(readout.text == "第一条　甲乙。\n第二条　丙。\n")
        #expect(readout.notices == ["2 control characters were left out"])
    }

    @Test(
        "a sign that was lost in the text is a fault; elsewhere on the page it is not",
        arguments: ["\u{FFFD}", "&#xD800;", "&#0;", "&#x110000;", "&#99999999999999999999;", "\u{FFFF}"])
    func lostSign(sign: String) {
        func fault(_ html: String) -> ReadingFault.Kind? {
            PageReader.read(ReadingRequest(bytes: Array(html.utf8), name: "a")).fault
        }
        #expect(fault("<html><body><p>第一条　甲\(sign)。<p>第二条　乙。</body></html>") == .lossy)
        #expect(fault("<html><body><nav>\(sign)</nav><p>第一条　甲。<p>第二条　乙。</body></html>") == nil)
    }

    @Test(
        "a page that ends in a comment or a script has lost what followed",
        arguments: ["<!-- 甲", "<script>甲"])
    func unended(tail: String) {
        let page = "<html><body><p>第一条　甲。</p><p>第二条　乙。</p></body></html>\(tail)"
        #expect(PageReader.read(ReadingRequest(bytes: Array(page.utf8), name: "a")).fault == .malformed)
    }
}
