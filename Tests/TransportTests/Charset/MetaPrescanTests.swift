import Testing

@testable import Transport

@Suite("the character set that a page names inside itself")
struct MetaPrescanTests {
    @Test(
        "the label is found where browsers find it",
        arguments: [
            ("<meta charset=gb2312>", "gb2312"),
            ("<META CHARSET = 'GBK' />", "GBK"),
            ("<html><head><meta name=a content=b><meta charset=\"utf-8\">", "utf-8"),
            ("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">", "gb2312"),
            ("<meta content='text/html;charset = \"big5\"' http-equiv=content-type>", "big5"),
            ("<?xml version=\"1.0\" encoding=\"GB18030\"?><html>", "GB18030"),
            ("<!-- <meta charset=big5> --><meta charset=gbk>", "gbk"),
            ("<!--><meta charset=gbk>-->", "gbk"),
            ("<a title='<meta charset=big5>'><meta charset=gbk>", "gbk"),
            ("<!DOCTYPE html><?php x ?></p><meta/charset=gbk>", "gbk"),
            ("<p>3 < 5<meta charset=gbk>", "gbk"),
        ])
    func found(page: String, label: String) {
        #expect(MetaPrescan.label(in: Array(page.utf8)) == label)
    }

    @Test(
        "what looks like a label and is none is passed over",
        arguments: [
            "<meta content='text/html; charset=gb2312'>", "<metadata charset=gbk>",
            "<meta name=charset content=gbk>",
            "<!-- <meta charset=gbk>", "<a title='<meta charset=big5>'>", "charset=gbk", "<meta charset",
            "<meta",
            "<", "<!--", "<meta http-equiv=content-type content='charset'>", "",
        ])
    func none(page: String) {
        #expect(MetaPrescan.label(in: Array(page.utf8)) ?? "" == "")
    }

    @Test("it is looked for in the first four thousand bytes only")
    func reach() {
        let page = String(repeating: " ", count: MetaPrescan.reach) + "<meta charset=gbk>"
        #expect(MetaPrescan.label(in: Array(page.utf8)) == nil)
    }
}
