"""Bytes as they go over the wire: every one is chosen here and not by a library."""
import socket
import struct
import time

HTML = "text/html; charset=utf-8"


def response(body=b"", status="200 OK", kind=HTML, fields=(), length=True):
    """A whole answer. `length`: True for the true one, a number for that one, None for no such field."""
    if isinstance(body, str):
        body = body.encode("utf-8")
    head = [f"HTTP/1.1 {status}"]
    if kind:
        head.append(f"Content-Type: {kind}")
    head += fields
    if length is not None:
        head.append(f"Content-Length: {len(body) if length is True else length}")
    return "\r\n".join([*head, "Connection: close", "", ""]).encode("latin-1") + body


def redirect(place, status="302 Found", fields=()):
    """An answer that points elsewhere."""
    return response("", status, fields=(f"Location: {place}", *fields))


def drip(connection, data, pause=0.3, size=1):
    """Sends bytes one by one until the other side has had enough."""
    for start in range(0, len(data), size):
        connection.sendall(data[start:start + size])
        time.sleep(pause)


def flood(connection, head, block, seconds=120):
    """Sends a block over and over until the other side closes."""
    connection.sendall(head)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        connection.sendall(block)


def hold(connection, seconds=120):
    """Says nothing until the other side goes."""
    connection.settimeout(seconds)
    while connection.recv(4096):
        pass


def abort(connection):
    """Makes the next close a reset."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
