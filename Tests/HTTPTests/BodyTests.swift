import Foundation
import Material
import TestSupport
import Testing

@testable import Transport

@Suite("The body of a response")
struct BodyTests {
    private let page = "<html>第一条 网络运营者应当留存日志。</html>"

    private func get(_ steps: TestServer.Step..., limits: FetchLimits = .once) async throws -> FetchResult {
        let server = try TestServer { _ in steps }
        return await loopbackClient().get(server.url("/law"), limits: limits)
    }

    @Test("a whole page comes byte for byte, with everything about the exchange")
    func whole() async throws {
        let result = try await get(.answer("200 OK", ["ETag: \"v1\"", "X-Név: é", "X-Empty:"], page))
        #expect(result.text == page)
        let hop = try #require(result.exchange.hops.first)
        #expect(result.exchange.hops.count == 1 && result.exchange.attempts == 1)
        #expect(hop.status == 200 && hop.address == "127.0.0.1" && hop.leafSHA256 == nil)
        #expect(hop.fields.contains(Exchange.Field("X-Név", "é")))
        #expect(hop.fields.contains(Exchange.Field("X-Empty", "")))
        #expect(result.exchange.validators == Validators(etag: "\"v1\""))
        #expect(hop.finished >= hop.started)
    }

    @Test("a server that keeps the connection open costs only the grace")
    func keptOpen() async throws {
        #expect(try await get(.answer("200 OK", [], page), .hold).text == page)
        #expect(try await get(.answer("200 OK", [], ""), .hold).text == "")
    }

    @Test("a body shorter than announced is refused")
    func short() async throws {
        let result = try await get(.answer(body: Array(page.utf8), length: "4000"))
        #expect(result.kind == .truncated)
        #expect(result.failure?.isTransient == true)
        #expect(result.failure?.bytes == Array(page.utf8))
    }

    @Test("a body longer than announced is refused, also when the rest comes later")
    func long() async throws {
        let long = [UInt8](repeating: 0x61, count: 100_000)
        #expect(try await get(.answer(body: long, length: "50000")).kind == .truncated)
        #expect(
            try await get(.answer(body: long, length: "100000"), .wait(0.03), .text("more")).kind
                == .truncated)
        #expect(try await get(.answer(body: Array("law".utf8), length: "0")).kind == .truncated)
    }

    @Test(
        "announced lengths that contradict each other or are no number are refused",
        arguments: [
            "Content-Length: 10", "Content-Length: -1", "Content-Length: 4x", "Content-Length: ",
            "Content-Length: 99999999999999999999", "Transfer-Encoding: chunked", "Transfer-Encoding: gzip",
            "Transfer-Encoding: chunked, chunked",
        ])
    func contradiction(field: String) async throws {
        let result = try await get(.answer("200 OK", [field], page))
        #expect(result.kind == .malformed)
        #expect(result.document == nil)
    }

    @Test("the same length twice is one length")
    func twice() async throws {
        let count = page.utf8.count
        #expect(try await get(.answer("200 OK", ["Content-Length: \(count)"], page)).text == page)
        #expect(try await get(.answer(body: Array(page.utf8), length: "\(count), \(count)")).text == page)
    }

    @Test("chunks are put together; a chunked body that is cut off or broken is refused")
    func chunks() async throws {
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        #expect(
            try await get(.text(head + "3\r\nlaw\r\n2;x=y\r\ns!\r\n0\r\nT: 1\r\n\r\n"), .hold).text == "laws!"
        )
        #expect(try await get(.text(head + "3\r\nlaw\r\n")).kind == .truncated)
        #expect(try await get(.text(head + "9\r\nlaw")).kind == .truncated)
        #expect(try await get(.text(head + "zz\r\nlaw\r\n0\r\n\r\n")).document == nil)
    }

    @Test("a body that only the end of the connection ends is let through, and the fields show it")
    func close() async throws {
        let result = try await get(.text("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page))
        #expect(result.text == page)
        #expect(result.exchange.field("Content-Length") == nil)
        #expect(result.exchange.field("Transfer-Encoding") == nil)
    }

    @Test("a connection that breaks in the middle is no end")
    func reset() async throws {
        let result = try await get(
            .text("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page), .wait(0.05), .reset)
        #expect(result.kind == .broken)
        #expect(result.failure?.isTransient == true)
        let none = try await get()
        #expect(none.kind == .broken)
        #expect(none.exchange.status == nil)
    }

    @Test(
        "what is no HTTP is refused",
        arguments: [
            "<html>第一条</html>", "HTTP/1.1 abc OK\r\n\r\nlaw", "HTTP/1.1 99 OK\r\n\r\nlaw",
            "ICY 200 OK\r\n\r\nlaw",
            "HTTP/1.1 200 OK\r\nno colon\r\n\r\nlaw", "HTTP/1.1 200 OK\r\n: no name\r\n\r\nlaw",
            "HTTP/1.1 999 OK\r\n\r\nlaw", "HTTP/1.1 200 OK\r\nA: \u{0}b\r\n\r\nlaw",
        ])
    func garbage(text: String) async throws {
        let result = try await get(.text(text))
        #expect(result.document == nil)
        #expect(result.kind == .malformed, "\(result.failure?.message ?? "")")
    }

    @Test("random bytes are refused", arguments: 0..<5)
    func random(seed: Int) async throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let bytes = (0..<4_096).map { _ in UInt8.random(in: 0...255, using: &generator) }
        #expect(try await get(.send(bytes)).document == nil)
    }

    @Test("more than the limit is refused, whether announced or not")
    func tooLarge() async throws {
        let limits = FetchLimits.once { $0.bodyBytes = 100_000 }
        let announced = try await get(.answer(body: [1], length: "5000000"), limits: limits)
        #expect(announced.kind == .tooLarge)
        let block = [UInt8](repeating: 0x61, count: 65_536)
        let head = "HTTP/1.1 200 OK\r\n\r\n"
        let endless = try await get(.text(head), .forever(block, pause: 0), limits: limits)
        #expect(endless.kind == .tooLarge)
        #expect(endless.failure?.bytes.count == 100_000)
        let exact = try await get(.answer(body: Array(block + block).dropLast(31_072)), limits: limits)
        #expect(exact.document?.bytes.count == 100_000)
    }
}
