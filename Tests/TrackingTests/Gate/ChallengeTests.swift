import Material
import Testing

@testable import Tracking

@Suite("Pages that stand in for the document")
struct ChallengeTests {
    struct Page: CustomTestStringConvertible, Sendable {
        let label: String
        var title: String?
        let text: String
        var surroundings = ""
        var markup = ""

        init(_ label: String, _ text: String, title: String? = nil, around: String = "", markup: String = "")
        {
            self.label = label
            self.title = title
            self.text = text
            surroundings = around
            self.markup = markup
        }

        var testDescription: String { "\(label): \(title ?? "") \(text.prefix(30))" }
    }

    static let pages: [Page] = [
        // A firewall's test of the browser.
        Page("challenge", "", markup: "<html><script>document.cookie='acw_sc__v2='+x</script></html>"),
        Page(
            "challenge", " ",
            markup: "<script>document.cookie='__jsl_clearance_s=1';location.reload()</script>"),
        Page(
            "challenge", "\n", markup: "<script src=\"/WZWSRELw==\"></script><body onload=\"wzwsconfirm()\">"),
        Page("challenge", "请输入验证码 Checking your browser before accessing", title: "安全验证"),
        Page("challenge", "请输入验证码以继续访问"),
        Page("challenge", "请完成安全验证\n拖动滑块完成拼图"),
        Page("challenge", "正在进行安全检测，请稍候……"),
        Page("challenge", "为保障您的访问安全，请进行人机验证。"),
        Page("challenge", "您的访问请求可能对网站造成安全威胁，请求已被管理员设置的策略阻断。"),
        Page("challenge", "网站防火墙\n您的请求带有不合法参数，已被网站管理员设置拦截！"),
        Page("challenge", "知道创宇云安全 创宇盾 当前访问疑似黑客攻击，已被拦截"),
        Page("challenge", "Just a moment...\nEnable JavaScript and cookies to continue"),
        Page("challenge", "Verify you are human by completing the action below."),
        Page("challenge", "Please complete the security check to access www.example.gov.cn"),
        Page("challenge", "x", markup: "<script src=/cdn-cgi/challenge-platform/h/b/orchestrate></script>"),
        Page("challenge", "x", markup: "<iframe src=\"/_Incapsula_Resource?SWUDNSAI=31\"></iframe>"),
        Page("challenge", "x", markup: "<script>$_ts=window['$_ts'];if(!$_ts)$_ts={};</script>"),
        Page("challenge", "验证码", title: "例"),
        Page("challenge", "", title: "访问验证"),
        // A door.
        Page("login", "请登录", title: "登录"),
        Page("login", "用户登录\n用户名\n密码\n忘记密码？"),
        Page("login", "请先登录后再查看本文件"),
        Page("login", "您的登录已过期，请重新登录。"),
        Page("login", "统一身份认证平台\n账号\n密码\n扫码登录"),
        Page("login", "开通会员后阅读全文"),
        Page("login", "Please log in to continue.", title: "Sign in"),
        Page("login", "Your session has expired."),
        Page("login", "User name\nPassword\nForgot your password?"),
        // Maintenance, and faults of the server.
        Page("maintenance", "系统维护中，请稍后访问", title: "系统维护"),
        Page("maintenance", "尊敬的用户：网站正在升级，预计今晚恢复。"),
        Page("maintenance", "因网站升级改造，本站暂停服务。"),
        Page("maintenance", "系统繁忙，请稍后再试"),
        Page("maintenance", "服务器内部错误"),
        Page("maintenance", "503 Service Unavailable\nNo server is available to handle this request."),
        Page("maintenance", "502 Bad Gateway\nnginx"),
        Page("maintenance", "We'll be back soon. The site is under maintenance."),
        Page("maintenance", "Error establishing a database connection"),
        Page("maintenance", "维护中"),
        // Not here.
        Page("not-found", "您访问的页面不存在或已被删除！", title: "404"),
        Page("not-found", "404 Not Found\nnginx/1.20.1"),
        Page("not-found", "抱歉，找不到页面\n返回首页"),
        Page("not-found", "该信息已被删除"),
        Page("not-found", "您要访问的文章不存在"),
        Page("not-found", "本网站已停止更新，新网址见公告"),
        Page("not-found", "链接已失效"),
        Page("not-found", "Sorry, the page you are looking for could not be found."),
        Page("not-found", "The requested URL was not found on this server."),
        Page("not-found", "内容", title: "404 - 页面丢失"),
        Page("not-found", "This document is no longer available."),
        Page("not-found", "已被删除"),
        // Refused.
        Page("denied", "Access Denied\nYou don't have permission to access this resource."),
        Page("denied", "403 Forbidden"),
        Page("denied", "您的IP已被限制访问"),
        Page("denied", "访问过于频繁，请休息一会儿"),
        Page("denied", "很抱歉，您没有权限访问该栏目"),
        Page("denied", "Sorry, you have been blocked"),
        Page("denied", "Too Many Requests"),
        Page("denied", "This content is not available in your region."),
        // Nothing.
        Page("empty", ""),
        Page("empty", "  \r\n\t "),
        Page("empty", "You need to enable JavaScript to run this app."),
        Page("empty", "请启用JavaScript后刷新页面"),
        Page("empty", "加载中"),
        Page("empty", "", around: "首页 | 法规库 | 登录 | 注册"),
        Page("empty", "中华人民共和国测试网络法"),
    ]

    @Test("are told for what they are", arguments: pages)
    func told(_ page: Page) {
        let kinds = GateScene.kinds(
            GateScene.input(
                page.text, page: page.title, surroundings: page.surroundings, markup: page.markup))
        #expect(kinds.contains(page.label), "\(kinds)")
    }

    @Test("are told where a law was before", arguments: pages)
    func toldAfterLaw(_ page: Page) {
        let kinds = GateScene.kinds(
            GateScene.input(
                page.text, page: page.title, surroundings: page.surroundings, previous: GateScene.law(),
                markup: page.markup))
        #expect(kinds.contains(page.label), "\(kinds)")
        #expect(kinds.contains("loss"))
    }

    @Test("are never lifted by a second capture", arguments: pages)
    func reviewerOnly(_ page: Page) {
        let signals = PageGate.signals(
            GateScene.input(
                page.text, page: page.title, surroundings: page.surroundings, markup: page.markup))
        #expect(signals.contains { $0.release == .reviewer })
        #expect(signals.allSatisfy { $0.message.unicodeScalars.count > 10 })
    }

    /// Laws and notices that say the same words, and sites around them.
    static let laws: [Page] = [
        Page("a law that speaks of login, captcha and maintenance", GateScene.law()),
        Page("the same with a login link around", GateScene.law(), around: "首页\n登录\n注册\n忘记密码"),
        Page("with a captcha form in the site's search", GateScene.law(), around: "请输入验证码\n搜索"),
        Page("with a notice of maintenance on the site", GateScene.law(), around: "本站将于周六系统维护中"),
        Page("with a firewall's script", GateScene.law(), markup: "<script>acw_sc__v2</script>"),
        Page("with a site's title", GateScene.law(), title: "中华人民共和国测试网络法_登录_某网"),
        Page("with another article that is gone", GateScene.law(), around: "相关报道：您访问的页面不存在"),
        Page("with a JavaScript warning", GateScene.law(), around: "请启用JavaScript"),
        Page(
            "a short one without articles",
            "中华人民共和国测试网络法\n为了规范登录验证码的使用，防止他人访问被拒绝，根据有关规定，决定如下：系统维护期间，网站运营者应当公告维护的时间、范围和影响，并采取措施保障用户能够查询已被删除的信息。"
                + "用户登录后可以申请更正；页面不存在的，应当说明理由。违反规定的，由主管部门责令改正，给予警告；情节严重的，处十万元以下罚款，并可以责令暂停相关业务、停业整顿、关闭网站。"
                + "国务院有关部门可以根据本决定制定实施办法，报国务院备案后公布，并自公布之日起三十日内组织培训和宣传，确保有关单位和个人知悉其内容。本决定自公布之日起施行。"),
        Page(
            "two articles",
            "中华人民共和国测试网络法\n第一条　为了规范用户登录和验证码的使用，制定本法，任何组织和个人不得利用验证码从事危害网络安全的活动，不得拒绝访问。\n第二条　本法自2020年1月1日起施行。"),
        Page(
            "English",
            "Test Network Law of the People's Republic of China\nArticle 1 Users shall log in with a verified name; access denied to them shall be explained.\nArticle 2 Operators shall announce maintenance; pages not found shall be recorded.\nArticle 3 The captcha shall be accessible.\nArticle 4 This Law shall come into force on June 1, 2017.\n"
        ),
    ]

    @Test("are not laws that use the same words", arguments: laws)
    func spared(_ page: Page) {
        let kinds = GateScene.kinds(
            GateScene.input(
                page.text, page: page.title, surroundings: page.surroundings, markup: page.markup))
        #expect(kinds == [])
    }

    @Test("are not pages of some length that only stand among a site's furniture")
    func furniture() {
        let page = String(repeating: "本通知就测试数据的报送作如下说明，请各单位遵照执行。", count: 20)
        let kinds = GateScene.kinds(GateScene.input(page, surroundings: "请登录\n忘记密码\n您访问的页面"))
        #expect(kinds == ["title"])
    }

    @Test("leave their name in header lines and addresses")
    func fields() {
        let exchange = GateScene.exchange(
            "http://www.npc.gov.cn/a.html", fields: [.init("Set-Cookie", "__jsl_clearance_s=1; path=/")])
        #expect(GateScene.kinds(GateScene.input("x", exchange: exchange)).contains("challenge"))
        let links = [Link(address: "/WZWSREL3JlZGlyZWN0", words: "")]
        #expect(GateScene.kinds(GateScene.input("x", links: links)).contains("challenge"))
    }

    @Test("name a failure that came with a body")
    func failure() {
        let found = ChallengeCheck.reason(
            title: nil, text: "", markup: Array("<script>var arg1='';acw_sc__v2</script>".utf8))
        #expect(found?.kind == .challenge)
        #expect(ChallengeCheck.reason(title: "Not here", text: "We are fine.") == nil)
    }
}
