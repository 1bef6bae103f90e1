"""Faults that the server owns up to: statuses, waits, robots.txt."""
from datetime import timedelta
from email.utils import format_datetime

from . import pages, wire
from .fault import PUT_OFF, REFUSED, SAME, SAME_OR_HELD, Fault
from .transfers import cut, good

BUSY = pages.notice("服务繁忙", "访问人数过多，请稍后再试。")


def status(line, page=BUSY, **how):
    """A status with a page."""
    return lambda visit: wire.response(page() if callable(page) else page, line, **how)


def waits(line, seconds):
    """A status with a wait; a number, or a function of the visit."""
    def answer(visit):
        wait = seconds(visit) if callable(seconds) else seconds
        visit.may_come_back_in(wait)
        return wire.response(BUSY, line, fields=(f"Retry-After: {wait}", f"Date: {date(visit.now)}"))
    return answer


def date(moment):
    return format_datetime(moment, usegmt=True)


def recovers(visit):
    """Busy at first; well again after two seconds."""
    if visit.number > 1:
        return visit.good()
    visit.may_come_back_in(2)
    return wire.response(BUSY, "503 Service Unavailable", fields=("Retry-After: 2",))


def partial(visit):
    body = cut(visit)
    return wire.response(body, "206 Partial Content", fields=(f"Content-Range: bytes 0-{len(body) - 1}/{len(good(visit))}",))


def robots(line, text="", **how):
    return {"/robots.txt": lambda visit: wire.response(text, line, "text/plain", **how)}


def forbids(visit):
    visit.note("fetched although robots.txt forbids it")
    return visit.good()


def slow_robots(visit):
    wire.hold(visit.connection)


def endless_robots(visit):
    wire.flood(visit.connection, wire.response("User-agent: other\n", kind="text/plain", length=None), b"Allow: /\n" * 8000)


FAULTS = [
    Fault("not-found", "404", ("failed",), status("404 Not Found", pages.missing)),
    Fault("gone", "410", ("failed",), status("410 Gone", pages.missing)),
    Fault("server-error", "500 with a page of the framework", ("failed",), status("500 Internal Server Error")),
    Fault("bad-gateway", "502", ("failed",), status("502 Bad Gateway")),
    Fault("forbidden-page", "403 with a block page", ("failed",),
          status("403 Forbidden", lambda: pages.notice("访问被拒绝", "您的访问行为异常，已被拦截。事件编号：20261124"))),
    Fault("firewall-412", "412 and a script that sets a cookie", ("failed",),
          status("412 Precondition Failed", pages.challenge)),
    Fault("firewall-521", "521 and a script", ("failed",), status("521 Web Server Is Down", pages.challenge)),
    Fault("captive-portal", "511: the network wants to be logged in to", ("failed",),
          status("511 Network Authentication Required", pages.login)),
    Fault("status-999", "a status that no standard knows, with the whole page", ("failed",),
          lambda v: wire.response(good(v), "999 Request Denied")),
    Fault("proxy-203", "203 with the page of a proxy", REFUSED, status("203 Non-Authoritative Information")),
    Fault("no-content-204", "204", ("failed",), lambda v: b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"),
    Fault("part-206", "half the page as 206 although nobody asked for a part", ("failed",), partial),
    Fault("not-modified-unasked", "304 to a request without conditions", ("failed",), validators=False,
          answer=lambda v: b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"),
    Fault("not-modified", "304 to a conditional request", SAME, validators=True,
          answer=lambda v: v.not_modified() or v.good()),
    Fault("busy-then-well", "503 with two seconds to wait, then the page", SAME + PUT_OFF, recovers),
    Fault("busy-2-seconds", "429 and two seconds to wait, again and again", PUT_OFF, waits("429 Too Many Requests", 2)),
    Fault("busy-a-year", "503 and a year to wait", PUT_OFF, waits("503 Service Unavailable", 31_536_000)),
    Fault("busy-negative", "429 and a negative wait", PUT_OFF, waits("429 Too Many Requests", -30)),
    Fault("busy-huge", "429 and a wait that fits in no number", PUT_OFF,
          waits("429 Too Many Requests", "9" * 40)),
    Fault("busy-until", "503 until a date in three hours", PUT_OFF,
          waits("503 Service Unavailable", lambda v: date(v.now + timedelta(hours=3)))),
    Fault("robots-forbids", "robots.txt forbids the page", PUT_OFF, forbids, peers=False,
          paths=robots("200 OK", "User-agent: *\nDisallow: /\n")),
    Fault("robots-503", "robots.txt is not to be had: complete disallow (RFC 9309, 2.3.1.4)", PUT_OFF, forbids,
          paths=robots("503 Service Unavailable"), peers=False),
    Fault("robots-silent", "robots.txt never comes", PUT_OFF, forbids, paths={"/robots.txt": slow_robots},
          slow=True, peers=False),
    Fault("robots-endless", "robots.txt without end", SAME + PUT_OFF, lambda v: v.good(),
          paths={"/robots.txt": endless_robots}, heavy=True, peers=False),
    Fault("robots-is-a-page", "the site answers robots.txt with its front page", SAME, lambda v: v.good(),
          paths={"/robots.txt": lambda v: wire.response(pages.missing())}, peers=False),
    Fault("etag-gone", "the page without its ETag", SAME, lambda v: wire.response(good(v)), validators=True),
    Fault("etag-new-page-same", "another ETag and date for the same page", SAME_OR_HELD, validators=True,
          answer=lambda v: wire.response(good(v), fields=('ETag: W/"fresh"', f"Last-Modified: {date(v.now)}"))),
]
