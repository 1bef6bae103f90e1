"""Faults that lead elsewhere. Canaries stand where nobody may be led: they serve an amended law and tell on it."""
from . import pages, wire
from .fault import REFUSED, SAME_OR_HELD, SUSPECT, Fault
from .sites import CANARY_PORT, PORT


def leads(place, **how):
    """Redirects the document's address; the query tells a canary whom it has caught."""
    return lambda visit: wire.redirect(place.replace("law.html", f"law.html?of={visit.site.name}"), **how)


def round_and_round(visit):
    return wire.redirect(f"/law.html?turn={visit.number}")


def ever_new_names(visit):
    """A redirect to a name that nobody has seen: a chain of a hundred thousand."""
    return wire.redirect(f"http://hop{visit.number}.{visit.site.host}:{PORT}/law.html")


def ever_new_paths(visit):
    return wire.redirect(f"/moved/{visit.number}/law.html")


def cookie_wall(visit):
    """Leads back to the same address until a cookie comes with the request; then asks for a login."""
    if "cookie" in visit.fields:
        return wire.response(pages.login())
    return wire.redirect("/law.html", fields=("Set-Cookie: wall=1; Path=/",))


def refresh(seconds, place):
    head = f'<meta http-equiv="refresh" content="{seconds};url={place}">'
    return lambda visit: wire.response(pages.notice("页面跳转中", "正在跳转，请稍候。", head=head))


LOGIN = {"/login": lambda visit: wire.response(pages.login())}
FRONT = {"/": lambda visit: wire.response(pages.page(visit.law, body='<ul><li><a href="/law.html">' + visit.law.title
                                                     + "</a></li></ul>"))}

FAULTS = [
    Fault("redirect-loop", "the page redirects to itself", ("failed",), round_and_round),
    Fault("redirect-new-paths", "a chain of redirects, each to a path never seen", ("failed",), ever_new_paths),
    Fault("redirect-new-names", "a chain of redirects, each to a name never seen", ("failed",), ever_new_names, named=True),
    Fault("redirect-nowhere", "302 without a place", ("failed",), lambda v: wire.response("", "302 Found")),
    Fault("redirect-file", "redirect to file:///etc/passwd", ("failed",), leads("file:///etc/passwd")),
    Fault("redirect-gopher", "redirect to another protocol of the same client", ("failed",),
          leads("gopher://127.0.0.1:6379/_flushall")),
    Fault("redirect-loopback", "redirect to the machine itself", ("failed",), leads(f"http://127.0.0.1:{CANARY_PORT}/law.html"), peers=False),
    Fault("redirect-localhost", "the same by its name", ("failed",), leads(f"http://localhost:{CANARY_PORT}/law.html"), peers=False),
    Fault("redirect-decimal", "the same as one decimal number", ("failed",), leads(f"http://2130706433:{CANARY_PORT}/law.html"), peers=False),
    Fault("redirect-octal", "the same in octal and short form", ("failed",), leads(f"http://0177.1:{CANARY_PORT}/law.html"), peers=False),
    Fault("redirect-zero", "the same as 0.0.0.0", ("failed",), leads(f"http://0.0.0.0:{CANARY_PORT}/law.html"), peers=False),
    Fault("redirect-loopback-6", "the same in IPv6", ("failed",), leads(f"http://[::1]:{CANARY_PORT}/law.html"), peers=False),
    Fault("redirect-mapped", "the same as an IPv4 address mapped into IPv6", ("failed",),
          leads(f"http://[::ffff:127.0.0.1]:{CANARY_PORT}/law.html"), peers=False),
    Fault("redirect-user", "the same behind a user name that looks like a site", ("failed",),
          leads(f"http://www.example.cn@127.0.0.1:{CANARY_PORT}/law.html"), peers=False),
    Fault("redirect-metadata", "redirect to a cloud's metadata address", ("failed",), leads("http://169.254.169.254/law.html"), peers=False),
    Fault("redirect-private", "redirect to an address of a private network", ("failed",), leads("http://10.66.6.6/law.html"), peers=False),
    Fault("redirect-login", "redirect to a login page with 200", REFUSED, leads("/login"), paths=LOGIN),
    Fault("redirect-front", "redirect to the front page", REFUSED, leads("/"), paths=FRONT),
    Fault("redirect-far", "redirect to another site that shows the same text", SAME_OR_HELD + ("failed",),
          lambda v: wire.redirect(v.elsewhere())),
    Fault("redirect-far-other", "redirect to another site that shows another law", SUSPECT,
          lambda v: wire.redirect(v.elsewhere("other"))),
    Fault("redirect-plain", "https redirects to http", ("failed",), tls="good",
          answer=lambda v: wire.redirect(f"http://{v.site.address}:{PORT}/law.html")),
    Fault("refresh-login", "the page refreshes to a login", REFUSED, refresh(0, "/login"), paths=LOGIN),
    Fault("refresh-loopback", "the page refreshes to the machine itself", REFUSED,
          refresh(0, f"http://127.0.0.1:{CANARY_PORT}/law.html?of=refresh-loopback"), peers=False),
    Fault("cookie-wall", "redirects to itself until a cookie comes", REFUSED, cookie_wall),
]
