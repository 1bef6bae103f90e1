import Foundation
import Material
import Testing

@testable import Transport

@Suite("TLS", .enabled(if: TLSServer.isThere, "openssl is not installed"))
struct TLSTests {
    private static let pages = [
        "law": "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nlaw",
        "cut": "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nlaw",
        "down": "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
        "up": "HTTP/1.1 302 Found\r\nLocation: law\r\nContent-Length: 0\r\n\r\n",
    ]

    private func client(trusting file: String?) -> HTTPFetcher {
        loopbackClient {
            $0.certificateFile = file
            $0.certificateDigest = { $0.map { String($0, radix: 16) }.joined(separator: " ") }
        }
    }

    private func server(
        _ authority: TLSServer.Authority, _ make: (TLSServer.Authority) throws -> Void
    ) throws -> TLSServer {
        try make(authority)
        return try TLSServer(authority, certificate: "host", pages: Self.pages)
    }

    @Test("a page comes when the chain holds, and the server's own certificate is kept")
    func good() async throws {
        let authority = try TLSServer.Authority()
        let server = try server(authority) { try $0.signed("host", host: "localhost") }
        let fetcher = client(trusting: authority.rootFile)
        let result = await fetcher.get(server.url("law"))
        #expect(result.text == "law")
        let der = try authority.der("host").map { String($0, radix: 16) }.joined(separator: " ")
        #expect(result.exchange.hops.first?.leafSHA256 == der)
        #expect(await fetcher.get(server.url("cut")).kind == .truncated)
        #expect(await fetcher.get(server.url("up")).text == "law")
        let down = await fetcher.get(server.url("down"))
        #expect(down.kind == .redirectRefused)
        #expect(down.failure?.message.contains("from https to http") == true)
        let stranger = await client(trusting: nil).get(server.url("law"))
        #expect(stranger.kind == .tlsSelfSigned || stranger.kind == .tls)
        #expect(stranger.failure?.isTransient == false)
        let nothing = await client(trusting: "/nonexistent").get(server.url("law"))
        #expect(nothing.kind == .tls)
    }

    @Test("an expired certificate, one for another host and one that signs itself are each named")
    func named() async throws {
        let authority = try TLSServer.Authority()
        let expired = try server(authority) {
            try $0.signed("host", host: "localhost", days: ("20200101000000Z", "20200201000000Z"))
        }
        #expect(await client(trusting: authority.rootFile).get(expired.url("law")).kind == .tlsExpired)
        let early = try server(authority) {
            try $0.signed("host", host: "localhost", days: ("20700101000000Z", "20710101000000Z"))
        }
        #expect(await client(trusting: authority.rootFile).get(early.url("law")).kind == .tls)
        let other = try server(authority) { try $0.signed("host", host: "www.npc.gov.cn.invalid") }
        #expect(await client(trusting: authority.rootFile).get(other.url("law")).kind == .tlsWrongHost)
        #expect(
            await client(trusting: authority.rootFile).get(other.url("law", host: "127.0.0.1")).kind
                == .tlsWrongHost)
        let own = try server(authority) { try $0.selfSigned("host", host: "localhost") }
        let result = await client(trusting: authority.rootFile).get(own.url("law"))
        #expect(result.kind == .tlsSelfSigned)
        #expect(result.exchange.hops.count == 1 && result.exchange.status == nil)
        #expect(result.failure?.bytes.isEmpty == true)
    }

    @Test("a server that speaks no TLS is no server for https, and is not asked in the clear")
    func plain() async throws {
        let server = try TestServer { _ in [.answer("200 OK", [], "law")] }
        let limits = FetchLimits.once { $0.connect = 0.3 }
        let result = await client(trusting: nil).get("https://127.0.0.1:\(server.port)/", limits: limits)
        #expect(result.kind == .connect)
        #expect(server.requests.isEmpty)
    }
}
