/// Words by which pages say that they are not the document (demands.md, N15; OTA 319).
enum ChallengeWords {
    struct Phrase {
        let kind: Signal.Kind
        let words: String
        /// Folded.
        let bytes: [UInt8]
        /// Nothing else says so; a weak one counts only as a title or alone on a short line.
        let isStrong: Bool
    }

    /// Names that stand in scripts, cookies and addresses of firewalls; ASCII in any character set.
    static let marks: [[UInt8]] = [
        "acw_sc__v2", "acw_sc__v3", "__jsl_clearance", "wzws", "_cf/challenge", "/cdn-cgi/challenge-platform",
        "cf_chl_", "cf-chl-", "cf-turnstile", "_incapsula_resource", "incapsula incident", "aliyun_waf",
        "yunsuo_session",
        "aliyuncaptcha", "tencentcaptcha", "tcaptcha", "geetest", "hcaptcha.com", "g-recaptcha",
        "captcha-delivery",
        "px-captcha", "tspd_101", "bobcmn", "$_ts=", "fssbbil1ugzbn7n", "safedog", "yundun", "__cf_chl_jschl",
        "bm-verify", "sec-if-cpt",
    ].map { Array($0.utf8) }

    static let phrases: [Phrase] =
        list(
            .challenge,
            strong: [
                "请输入验证码", "输入验证码", "输入图中的", "拖动滑块", "滑动验证", "请完成验证", "请完成安全验证", "人机验证", "安全检测中", "正在进行安全检测",
                "正在检测您的浏览器", "正在检查您的浏览器", "浏览器安全检查", "访问验证", "您的访问请求可能", "网站防火墙", "web应用防火墙", "云防护", "创宇盾",
                "加速乐", "网站卫士", "不合法参数", "存在攻击行为", "疑似攻击", "疑似黑客", "拦截提示", "checking your browser",
                "verify you are human", "verifying you are human", "are you a robot", "not a robot",
                "enable javascript and cookies to continue", "complete the security check",
                "ddos protection by",
                "attention required! | cloudflare", "just a moment...", "enter the characters you see",
                "ray id:",
                "unusual traffic from your",
            ], weak: ["安全验证", "验证码", "captcha", "安全检查", "security check"])
        + list(
            .login,
            strong: [
                "请登录", "请先登录", "请您登录", "请重新登录", "登录后查看", "登录后阅读", "登录后可", "登录已过期", "登录超时", "忘记密码", "立即注册",
                "没有账号", "扫码登录", "会员登录", "会员专享", "开通会员", "购买后阅读", "订阅后阅读", "统一身份认证", "please log in",
                "please sign in", "log in to continue", "sign in to continue", "sign in to read",
                "log in to read",
                "forgot your password", "forgot password", "session has expired",
                "subscribe to continue reading",
                "you must be logged in",
            ], weak: ["用户登录", "用户登陆", "登录", "登陆", "系统登录", "login", "log in", "sign in"])
        + list(
            .maintenance,
            strong: [
                "系统维护中", "网站维护中", "正在维护", "正在进行维护", "维护升级中", "系统升级中", "正在升级", "升级改造", "请稍后访问", "请稍后再访问",
                "请稍后再试",
                "请稍后重试", "暂停服务", "暂停访问", "网站建设中", "网站已关闭", "暂时关闭", "服务暂不可用", "系统繁忙", "服务器繁忙", "服务器内部错误",
                "服务器错误",
                "数据库连接", "内部服务器错误", "网关错误", "网关超时", "service unavailable", "temporarily unavailable",
                "under maintenance", "scheduled maintenance", "be back soon", "be back shortly",
                "try again later",
                "internal server error", "bad gateway", "gateway time-out", "gateway timeout",
                "error establishing a database connection",
            ],
            weak: [
                "系统维护", "网站维护", "维护中", "升级中", "maintenance", "temporarily offline", "error", "出错了", "系统错误",
            ])
        + list(
            .notFound,
            strong: [
                "页面不存在", "网页不存在", "您访问的页面", "您所访问的", "您要访问的", "您查看的页面", "您浏览的", "您请求的", "页面已被删除", "页面已删除",
                "页面找不到",
                "找不到页面", "找不到网页", "找不到该", "找不到您", "无法找到", "未找到页面", "页面未找到", "页面丢失", "文章不存在", "文件不存在", "内容不存在",
                "信息不存在", "链接已失效", "链接不存在", "栏目不存在", "该信息已", "该文章已", "内容已被", "文章已被", "页面走丢", "页面跑丢", "网站已迁移",
                "已迁移至",
                "已停止更新", "已停止服务", "404 not found", "error 404", "404 error", "page not found",
                "page you are looking for",
                "page you requested", "page you were looking for", "requested url was not found",
                "cannot be found", "could not be found", "no longer available", "no longer exists",
                "does not exist", "410 gone", "has been moved",
            ], weak: ["404", "已被删除", "已删除", "已下线", "不存在", "not found", "已失效", "410"])
        + list(
            .denied,
            strong: [
                "访问被拒绝", "拒绝访问", "访问被拦截", "请求被拦截", "禁止访问", "没有权限访问", "无权访问", "没有访问权限", "权限不足", "访问受限",
                "访问过于频繁",
                "访问太频繁", "操作过于频繁", "请求过于频繁", "您的ip", "您的 ip 地址", "ip已被", "仅限内网", "access denied",
                "access to this page has been denied", "403 forbidden", "error 403", "don't have permission",
                "do not have permission", "you have been blocked", "request blocked", "too many requests",
                "rate limit",
                "not available in your region", "not available in your country",
            ], weak: ["forbidden", "denied", "blocked", "403", "无权限"])
        + list(
            .empty,
            strong: [
                "请启用javascript", "请开启javascript", "启用 javascript", "需要启用javascript", "不支持javascript",
                "浏览器版本过低",
                "浏览器版本太低", "you need to enable javascript", "please enable javascript", "requires javascript",
                "javascript is disabled", "javascript is required",
            ], weak: ["加载中", "正在加载", "页面跳转中", "正在跳转", "loading", "loading...", "redirecting", "please wait"])

    private static func list(_ kind: Signal.Kind, strong: [String], weak: [String]) -> [Phrase] {
        func phrase(_ words: String, _ isStrong: Bool) -> Phrase {
            Phrase(kind: kind, words: words, bytes: Array(PlainWords.folded(words).utf8), isStrong: isStrong)
        }
        return strong.map { phrase($0, true) } + weak.map { phrase($0, false) }
    }
}
