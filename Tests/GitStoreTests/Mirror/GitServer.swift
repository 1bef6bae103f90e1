import Foundation
import Testing

/// git's own smart HTTP server (git-http-backend) on a port of 127.0.0.1, behind a few lines of Python, with the
/// faults that a remote can have.
final class GitServer {
    static let isThere: Bool = {
        let manager = FileManager.default
        let backend = ["/usr/lib/git-core", "/usr/libexec/git-core"].contains {
            manager.isExecutableFile(atPath: $0 + "/git-http-backend")
        }
        let python = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            manager.isExecutableFile(atPath: $0 + "/python3")
        }
        return backend && python
    }()

    private let process = Process()
    /// The program ends when this does. A signal may not reach it: the threads of tests have theirs blocked.
    private let life = Pipe()
    let port: Int
    private let scheme: String

    /// - Parameters:
    ///   - root: the folder above the repositories.
    ///   - certificate: PEM file with key and certificate; https then.
    init(root: String, certificate: String? = nil) throws {
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", Self.program, root, certificate ?? ""]
        scheme = certificate == nil ? "http" : "https"
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        process.standardInput = life
        try process.run()
        let line = pipe.fileHandleForReading.availableData
        port = try #require(Int(String(decoding: line, as: UTF8.self).filter(\.isNumber)))
    }

    deinit {
        try? life.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// - Parameter fault: `ok`, or one of those that the program knows.
    func address(_ repository: String, fault: String = "ok") -> String {
        "\(scheme)://127.0.0.1:\(port)/\(fault)/\(repository)"
    }

    private static let program = """
        import http.server, os, socket, ssl, subprocess, sys, threading, time
        root, posts = sys.argv[1], {}
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            def log_message(self, *words): pass
            def answer(self, status, fields=(), body=b""):
                self.send_response(status)
                for name, value in fields: self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            def body(self):
                if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
                    data = b""
                    while size := int(self.rfile.readline(), 16):
                        data += self.rfile.read(size); self.rfile.readline()
                    self.rfile.readline()
                    return data
                return self.rfile.read(int(self.headers.get("Content-Length") or 0))
            def serve(self):
                _, fault, rest = self.path.split("/", 2)
                path, _, query = rest.partition("?")
                given = self.body()
                if fault == "silent": time.sleep(30); return
                if fault == "redirect": return self.answer(301, [("Location", "http://127.0.0.2:1/" + rest)])
                if fault == "moved": return self.answer(301, [("Location", "/ok/" + rest)])
                if fault == "loop": return self.answer(301, [("Location", "/loop/" + rest)])
                if fault == "password": return self.answer(401, [("WWW-Authenticate", "Basic realm=x")])
                if fault == "token":
                    import base64
                    if self.headers.get("Authorization") != "Basic " + base64.b64encode(b"git:secret").decode():
                        return self.answer(401, [("WWW-Authenticate", "Basic realm=x")])
                if fault == "forbidden": return self.answer(403)
                if fault.startswith("after") and self.command == "POST":
                    # So many are taken; the next is broken off half-way, once.
                    posts[fault] = posts.get(fault, 0) + 1
                    if posts[fault] == int(fault[5:]) + 1:
                        self.connection.shutdown(socket.SHUT_RDWR); return
                if fault == "missing": return self.answer(404)
                if fault == "page": return self.answer(200, [("Content-Type", "text/html")], b"<html>hello</html>")
                if fault == "garbage":
                    kind = "application/x-git-upload-pack-advertisement"
                    return self.answer(200, [("Content-Type", kind)], b"zzzz not pkt lines at all")
                if fault == "endless":
                    self.send_response(200)
                    self.send_header("Content-Type", "application/x-git-upload-pack-advertisement")
                    self.end_headers()
                    self.wfile.write(b"001e# service=git-upload-pack\\n0000")
                    while True: self.wfile.write(b"003e" + b"1" * 40 + b" refs/heads/abcde\\n")
                environment = {
                    "PATH": os.environ["PATH"], "GIT_PROJECT_ROOT": root, "GIT_HTTP_EXPORT_ALL": "1",
                    "PATH_INFO": "/" + path, "QUERY_STRING": query, "REQUEST_METHOD": self.command,
                    "CONTENT_TYPE": self.headers.get("Content-Type", ""), "CONTENT_LENGTH": str(len(given)),
                    "REMOTE_ADDR": "127.0.0.1", "GIT_CONFIG_NOSYSTEM": "1", "HOME": root,
                    "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*",
                }
                out = subprocess.run(["git", "http-backend"], input=given, env=environment, capture_output=True).stdout
                head, _, content = out.partition(b"\\r\\n\\r\\n")
                status, fields = 200, []
                for line in head.decode().split("\\r\\n"):
                    name, _, value = line.partition(": ")
                    if name == "Status": status = int(value.split()[0])
                    else: fields.append((name, value))
                if self.command == "POST" and fault == "cut":
                    self.send_response(status)
                    for name, value in fields: self.send_header(name, value)
                    self.send_header("Content-Length", str(len(content)))
                    self.end_headers()
                    self.wfile.write(content[: len(content) // 2]); self.wfile.flush()
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                if self.command == "POST" and fault == "drip":
                    self.send_response(status)
                    for name, value in fields: self.send_header(name, value)
                    self.send_header("Content-Length", str(len(content)))
                    self.end_headers()
                    for at in range(len(content)):
                        self.wfile.write(content[at:at + 1]); self.wfile.flush(); time.sleep(0.05)
                    return
                if self.command == "POST" and fault == "flip":
                    middle = content.index(b"PACK") + 40
                    content = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1:]
                self.answer(status, fields, content)
            def do_GET(self):
                try: self.serve()
                except OSError: self.close_connection = True
            do_POST = do_GET
            def do_CONNECT(self):
                host, port = self.path.rsplit(":", 1)
                far = socket.create_connection(("127.0.0.1", int(port)))
                self.send_response(200); self.end_headers(); self.wfile.flush()
                def pass_on(a, b):
                    try:
                        while data := a.recv(65536): b.sendall(data)
                    except OSError: pass
                    for s in (a, b):
                        try: s.shutdown(socket.SHUT_RDWR)
                        except OSError: pass
                threading.Thread(target=pass_on, args=(far, self.connection), daemon=True).start()
                pass_on(self.connection, far)
                self.close_connection = True
        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True
        server = Server(("127.0.0.1", 0), Handler)
        if sys.argv[2]:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(sys.argv[2])
            server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
        print(server.server_address[1], flush=True)
        server.serve_forever()
        """
}
