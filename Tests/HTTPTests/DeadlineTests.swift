import Foundation
import Material
import Testing

@testable import Transport

@Suite("Deadlines and cancellation")
struct DeadlineTests {
    private static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

    @Test(
        "the total deadline holds, wherever the server is slow",
        arguments: [
            "/silent", "/head", "/body", "/length", "/chunks", "/gzip", "/redirects", "/retries", "/error",
        ])
    func total(target: String) async throws {
        let server = try TestServer { request in
            switch request.target {
            case "/silent": [.hold]
            case "/head": [.text("HTTP/1.1 200 OK\r\n"), .forever(Array("X: y\r\n".utf8), pause: 0.1)]
            case "/body": [.text(Self.head + "\r\n"), .forever([0x61], pause: 0.1)]
            case "/length": [.text(Self.head + "Content-Length: 999\r\n\r\n"), .forever([0x61], pause: 0.2)]
            case "/chunks":
                [
                    .text(Self.head + "Transfer-Encoding: chunked\r\n\r\n"),
                    .forever(Array("1\r\na\r\n".utf8), pause: 0.2),
                ]
            case "/gzip":
                [
                    .text(Self.head + "Content-Encoding: gzip\r\n\r\n"),
                    .send([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]), .hold,
                ]
            case "/retries": [.wait(0.3), .answer("503 Busy")]
            case "/error": [.text("HTTP/1.1 404 Not Found\r\n\r\n"), .forever([0x61], pause: 0.1)]
            default: [.wait(0.3), .answer("302 Found", ["Location: \(request.target)x"])]
            }
        }
        let limits = FetchLimits(deadline: 1, connect: 1, redirects: 90, attempts: 90)
        let result = await loopbackClient().get(server.url(target), limits: limits)
        try await server.settle()
        let isKind = result.kind == .deadline || (target == "/retries" && result.kind == .status)
        #expect(isKind, "\(result)")
        #expect(result.failure?.isTransient == true)
        #expect((0.2...2).contains(server.span), "\(server.span)")
    }

    @Test("with no time left nothing is asked")
    func none() async throws {
        let server = try TestServer { _ in [.answer("200 OK", [], "law")] }
        for deadline in [0, -1, Double.nan, -Double.infinity] {
            let limits = FetchLimits(
                deadline: deadline, connect: deadline, bodyBytes: -1, redirects: -1, attempts: -1)
            #expect(await loopbackClient().get(server.url("/"), limits: limits).kind == .deadline)
        }
        #expect(server.connections == 0)
        let endless = FetchLimits(deadline: .infinity, connect: .infinity, bodyBytes: -1, attempts: -1)
        #expect(await loopbackClient().get(server.url("/"), limits: endless).kind == .tooLarge)
    }

    @Test("a connection that nobody takes up fails by the limit for connections, and a closed port at once")
    func connect() async throws {
        let full = try FullListener()
        let limits = FetchLimits(deadline: 60, connect: 0.5, attempts: 1)
        let slow = await loopbackClient().get("http://127.0.0.1:\(full.port)/", limits: limits)
        #expect(slow.kind == .connect && slow.failure?.isTransient == true)
        #expect(slow.exchange.hops.first?.address == nil)
        let closed = try TestServer { _ in [.answer()] }.port
        let quick = await loopbackClient().get("http://127.0.0.1:\(closed)/", limits: limits)
        #expect(quick.kind == .connect && quick.failure?.isTransient == true)
        #expect(quick.exchange.hops.first?.address == nil)
    }

    @Test("a name that does not exist is named so")
    func name() async {
        let result = await loopbackClient().get(
            "http://law.example.invalid/", limits: .once)
        #expect(result.kind == .name || result.kind == .connect)
        #expect(result.failure?.isTransient == true)
    }

    @Test("a cancelled task ends within a second, in a transfer and in a wait between attempts")
    func cancelled() async throws {
        let server = try TestServer { request in
            request.target == "/" ? [.hold] : [.answer("503 Busy", ["Retry-After: 20"])]
        }
        for target in ["/", "/busy"] {
            let limits = FetchLimits(deadline: 60, connect: 5, attempts: 3)
            let task = Task { await loopbackClient().get(server.url(target), limits: limits) }
            while server.requests(for: target).isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            try await Task.sleep(for: .milliseconds(50))
            let start = ContinuousClock().now
            task.cancel()
            #expect(await task.value.kind == .cancelled)
            try await server.settle()
            let end = try #require(server.lastEnd)
            #expect(end - start < .seconds(1))
        }
        #expect(server.requests.count == 2)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await loopbackClient().get(server.url("/third"))
        }
        #expect(await task.value.kind == .cancelled)
    }

    @Test("forty silent servers hold up neither each other nor the pool that tasks run on")
    func blocking() async throws {
        let silent = try TestServer { _ in [.hold] }
        let healthy = try TestServer { _ in [.answer("200 OK", [], "law")] }
        let limits = FetchLimits(deadline: 3, connect: 3, attempts: 1)
        await withTaskGroup { group in
            for _ in 0..<40 {
                group.addTask {
                    #expect(await loopbackClient().get(silent.url("/"), limits: limits).kind == .deadline)
                }
            }
            for _ in 0..<40 {
                group.addTask { #expect(await loopbackClient().get(healthy.url("/")).text == "law") }
            }
        }
        // Were the pool's threads what blocks, there could be no more than it has.
        #expect(silent.mostAtOnce > 2 * ProcessInfo.processInfo.activeProcessorCount)
    }
}
