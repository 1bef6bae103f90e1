/// Lines that pages put before and behind a text: who edited it, how often it was read, what to read next.
enum ChromeLine {
    /// Whether a line opens what stands behind a text. Never asked of lines between two articles.
    static func isTail(_ line: PageLine) -> Bool {
        let words = line.folded
        if ArticleHeading.number(words) != nil { return false }
        if words.hasPrefix("附") { return false }
        if line.isLink { return true }
        return tails.contains { starts(words, $0) } || isAnywhere(words) || isImprint(words)
    }

    /// 《某某日报》（2026年3月2日第3版）, 新华社北京3月2日电: where a newspaper had it.
    private static func isImprint(_ words: String) -> Bool {
        guard words.unicodeScalars.count <= 40, !words.contains("。") else { return false }
        return words.contains("报》") && words.contains("版") || words.contains("日电")
    }

    /// Whether a line between a title and the first article is none of the law.
    static func isHead(_ line: PageLine) -> Bool {
        let words = line.folded
        return heads.contains { starts(words, $0) } || isAnywhere(words)
    }

    private static func isAnywhere(_ words: String) -> Bool {
        words.unicodeScalars.count <= 80 && anywhere.contains { words.contains($0) }
    }

    private static func starts(_ words: String, _ mark: String) -> Bool {
        var rest = words.unicodeScalars.drop { "【[(（〖".unicodeScalars.contains($0) }
        for sign in mark.unicodeScalars {
            guard rest.first == sign else { return false }
            rest = rest.dropFirst()
        }
        return true
    }

    private static let tails = [
        "责任编辑", "编辑：", "编辑:", "来源：", "来源:", "相关阅读", "相关链接", "相关新闻", "相关文章", "相关稿件", "相关解读", "相关附件", "延伸阅读",
        "推荐阅读", "热点", "上一篇", "下一篇", "打印", "关闭", "分享", "扫一扫", "版权所有", "版权声明", "主办单位", "主办：", "承办", "网站地图",
        "联系我们", "返回顶部", "友情链接", "我要纠错", "纠错", "字号", "浏览次数", "阅读次数", "点击", "评论", "網站地圖", "責任編輯", "相關新聞",
        "Relatedarticles", "RelatedArticles", "Seealso", "Share", "Print", "Copyright", "©", "Backtotop",
    ]

    private static let heads = [
        "来源：", "来源:", "发布时间", "发布日期", "时间：", "日期：", "信息来源", "浏览次数", "阅读次数", "点击数", "点击量", "访问量", "字号", "字体",
        "打印", "关闭", "分享", "责任编辑", "编辑：", "编辑:", "作者：", "当前位置", "您现在的位置", "您的位置", "首页", "今天是",
    ]

    private static let anywhere = [
        "浏览字号", "字体大小", "打印本页", "关闭窗口", "【打印", "[打印", "ICP备", "公网安备", "位访问者", "您是第", "浏览次数", "分享到", "扫一扫在手机",
        "当前位置", "版权所有", "字号：大", "字号:大",
    ]
}
