"""Pages as a ministry's site builds them, and pages that stand where the law should."""
from html import escape

TAGS = {
    "title": '<p class="t" style="text-align:center"><strong>{}</strong></p>',
    "note": '<p class="n" style="text-align:center">{}</p>',
    "chapter": '<p style="text-align:center"><strong>{}</strong></p>',
    "article": "<p>　　{}</p>",
    "paragraph": "<p>　　{}</p>",
    "item": "<p>　　{}</p>",
}
ROWS = {kind: f"<tr><td>{tag.replace('<p', '<div').replace('</p>', '</div>')}</td></tr>" for kind, tag in TAGS.items()}
NEIGHBOURS = ("关于做好统计年报工作的通知", "政府信息公开指南", "2026年招录公告", "机关办事大厅服务时间调整")


def markup(law, tags=TAGS):
    """The law's own lines as HTML."""
    return "\n".join(tags[kind].format(escape(text)) for kind, text in law.lines())


def page(law, body=None, counter=1024, today="2026年11月23日", charset="utf-8", hold="zoom", extra="", after=""):
    """A site's page around the law: navigation, a counter, the day, neighbours, a footer."""
    links = "".join(f'<li><a href="/n/{i}.html">{words}</a></li>' for i, words in enumerate(NEIGHBOURS))
    meta = f'<meta charset="{charset}">' if charset else ""
    text = markup(law) if body is None else body
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><head>{meta}<title>{law.title}</title>'
        '<script>var site={lang:"zh"};</script></head>\n<body>\n'
        f'<div class="top"><a href="/">首页</a> | <a href="/gov/">政务公开</a> | <a href="/law/">法律法规</a>'
        f'<span class="day">今天是{today}</span></div>\n<div class="path">当前位置：首页 &gt; 法律法规 &gt; 正文</div>{extra}\n'
        f'<div class="wrap"><div id="{hold}">\n{text}\n</div>\n'
        f'<div class="side"><h3>相关阅读</h3><ul>{links}</ul></div></div>\n'
        f'<div class="foot">主办单位：试验贸易促进委员会　备案编号2019000{counter % 10}　浏览次数：{counter}</div>\n'
        f"</body>\n</html>\n{after}"
    )


def notice(title, *lines, head="", hold="zoom", lang="zh-CN"):
    """A short page that is not the law; its words stand where the law would."""
    words = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f'<body><div id="{hold}"><h1>{title}</h1>{words}</div></body></html>\n'
    )


def login():
    """A wall that asks who one is."""
    return notice(
        "用户登录", '<form method="post" action="/login">用户名 <input name="u"> 密码 <input type="password" name="p">'
        ' 验证码 <input name="c"><button>登录</button></form>', "您的会话已超时，请登录后继续访问。"
    )


def challenge():
    """A firewall's script that wants to see a browser."""
    return (
        '<html><head><meta charset="utf-8"><title>安全检查</title><script src="/_guard/check.js"></script></head>'
        '<body><div id="zoom"><noscript>请启用浏览器脚本后刷新</noscript><p>正在检查您的浏览器，请稍候……</p>'
        '<div id="captcha">请完成验证码</div></div><script>document.cookie="guard_token=1";'
        "setTimeout(function(){location.reload()},1500)</script></body></html>"
    )


def maintenance():
    """A site that is being worked on and says so with 200."""
    return notice("系统维护公告", "本站正在进行系统升级维护，暂停服务，预计次日上午恢复。", "由此带来的不便，敬请谅解。")


def missing():
    """A page that is gone and says so with 200."""
    return notice("提示信息", "您访问的页面不存在或者已被删除。", '<a href="/">返回首页</a>')
