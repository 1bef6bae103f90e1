"""A repository of dated laws behind git's own smart HTTP server (git http-backend)."""
import http.server
import os
import subprocess
import threading
from pathlib import Path


class Repository:
    """`work` is where commits are made, `root`/laws.git what is served."""

    def __init__(self, folder: Path, corpus: Path | None) -> None:
        self.root, self.work = folder / "served", folder / "work"
        self.root.mkdir(parents=True)
        self.bare = self.root / "laws.git"
        self.git("init", "--quiet", "--bare", "--initial-branch=master", str(self.bare), at=folder)
        self.git("init", "--quiet", "--initial-branch=master", str(self.work), at=folder)
        self.git("remote", "add", "origin", str(self.bare))
        self.corpus = 0
        if corpus:
            for file in corpus.rglob("*.md"):
                place = self.work / "corpus" / file.relative_to(corpus)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(file.read_bytes())
                self.corpus += 1
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *words) -> None:
                pass

            def do_GET(self) -> None:
                server.asked.append(self.path)
                path, _, query = self.path.partition("?")
                given = self.body()
                done = subprocess.run(
                    ["git", "http-backend"], input=given, capture_output=True, env={
                        "PATH": os.environ["PATH"], "GIT_PROJECT_ROOT": str(server.root), "GIT_HTTP_EXPORT_ALL": "1",
                        "PATH_INFO": path, "QUERY_STRING": query, "REQUEST_METHOD": self.command, "HOME": str(server.root),
                        "CONTENT_TYPE": self.headers.get("Content-Type", ""), "CONTENT_LENGTH": str(len(given)),
                        "REMOTE_ADDR": "127.0.0.1", "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory",
                        "GIT_CONFIG_VALUE_0": "*"}).stdout
                head, _, content = done.partition(b"\r\n\r\n")
                fields = [line.split(": ", 1) for line in head.decode().split("\r\n") if ": " in line]
                self.send_response(next((int(value.split()[0]) for name, value in fields if name == "Status"), 200))
                for name, value in fields:
                    if name != "Status":
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_POST = do_GET

            def body(self) -> bytes:
                if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
                    return self.rfile.read(int(self.headers.get("Content-Length") or 0))
                data = b""
                while size := int(self.rfile.readline(), 16):
                    data += self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()
                return data

        self.asked: list[str] = []
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.http = f"http://127.0.0.1:{self.server.server_address[1]}/laws.git"
        self.file = f"file://{self.bare}"

    def git(self, *words: str, at: Path | None = None) -> None:
        subprocess.run(
            ["git", "-c", "user.name=Bench", "-c", "user.email=bench@example.org", *words], cwd=at or self.work,
            check=True, capture_output=True)

    def put(self, path: str, words: str) -> None:
        place = self.work / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(words)

    def commit(self, words: str, *, anew: bool = False) -> None:
        """`anew`: as the root of another history, which only a forced push can bring."""
        if anew:
            self.git("checkout", "--quiet", "--orphan", "anew")
            self.git("branch", "-D", "master")
            self.git("branch", "-m", "master")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", words)
        self.git("push", "--quiet", "--force", "origin", "master")

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
