"""nginx with one site on each of some loopback addresses."""
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

RETRY_AFTER = 36 * 3600
"""More than one night and less than two."""
PAUSE = 20
"""Seconds that the site which limits requests wants between two of them."""


class Sites:
    """`files`/ADDRESS holds what each address serves. What each is told beside the usual follows from its role."""

    def __init__(self, folder: Path, port: int, roles: dict[str, str], certificates: dict[str, Path]) -> None:
        """`roles`: address by role; `certificates`: file with key and chain by role."""
        self.folder, self.port, self.roles = folder, port, roles
        self.log = folder / "access.log"
        (folder / "files").mkdir(parents=True)
        told = {
            "modified": "etag off; gzip on; gzip_min_length 1;", "charset": "charset gbk;", "lying": "charset utf-8;",
            "robots": "", "default": "charset utf-8;",
            "redirect": f"location / {{ return 302 http://{roles['elsewhere']}:{port}$request_uri; }} "
                        "location = /robots.txt { return 404; }",
            "limited": "charset utf-8; location = /law.htm { limit_req zone=slow; limit_req_status 429; "
                       "error_page 429 /later; } location = /later { internal; "
                       f'add_header Retry-After {RETRY_AFTER} always; return 429 "later"; }}',
        }
        servers = []
        for role, address in roles.items():
            listen = f"listen {address}:{port};"
            if role in certificates:
                pem = certificates[role]
                listen = f"listen {address}:{port} ssl; ssl_certificate {pem}; ssl_certificate_key {pem}; charset utf-8;"
                servers.append(f"server {{ {listen} root {folder}/files/{address}; }}")
                continue
            servers.append(f"server {{ {listen} root {folder}/files/{address}; {told.get(role, told['default'])} }}")
        (folder / "nginx.conf").write_text(
            f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;\nevents {{ }}\nhttp {{\n"
            "types { text/html htm html; application/atom+xml xml; text/plain txt; application/pdf pdf; "
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document docx; application/ofd ofd; }\n"
            'log_format told \'$server_addr "$request" $status $sent_http_content_encoding\';\n'
            f"access_log {self.log} told;\nlimit_req_zone $server_addr zone=slow:1m rate={60 // PAUSE}r/m;\n"
            + "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
            + "\n".join(servers) + "\n}\n")
        self.process = subprocess.Popen(
            ["nginx", "-e", str(folder / "error.log"), "-p", str(folder), "-c", str(folder / "nginx.conf")],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(50):
            time.sleep(0.05)
            try:
                urllib.request.urlopen(f"http://{roles['etag']}:{port}/", timeout=2).close()
            except urllib.error.HTTPError:
                return
            except OSError:
                continue
        raise RuntimeError(f"nginx does not answer: {(folder / 'error.log').read_text()[-800:]}")

    def put(self, role: str, name: str, data: bytes | str) -> None:
        """A file appears, whole at once."""
        place = self.folder / "files" / self.roles[role] / name
        place.parent.mkdir(parents=True, exist_ok=True)
        new = place.with_name(place.name + ".new")
        new.write_bytes(data.encode() if isinstance(data, str) else data)
        new.rename(place)

    def url(self, role: str, name: str = "law.htm", scheme: str = "http") -> str:
        return f"{scheme}://{self.roles[role]}:{self.port}/{name}"

    def asked(self) -> list[tuple[str, str, str, str]]:
        """(role, path, status, coding) of each request so far."""
        names = {address: role for role, address in self.roles.items()}
        out = []
        for line in self.log.read_text().splitlines():
            address, request, rest = line.split('"')[0].strip(), line.split('"')[1], line.split('"')[2].split()
            out.append((names[address], request.split(" ")[1], rest[0], rest[1] if len(rest) > 1 else "-"))
        return out

    def close(self) -> None:
        self.process.terminate()
        self.process.wait()
