import Material
import Testing

@testable import Transport

@Suite("A time stamping authority over HTTP")
struct TimeStampServiceTests {
    private static let reply = "Content-Type: application/timestamp-reply"

    private func service(_ url: String) -> TimeStampService {
        TimeStampService(loopbackClient(), url: url, limits: .once { $0.bodyBytes = 1_000 })
    }

    private func failure(_ url: String) async -> FetchFailure? {
        do throws(FetchFailure) {
            _ = try await service(url).answer(to: [1])
            return nil
        } catch {
            return error
        }
    }

    @Test("is sent the query with POST, and its reply comes back as it is", arguments: [0, 1, 59, 100_000])
    func post(_ length: Int) async throws {
        let query = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let server = try TestServer { _ in [.answer("200 OK", [Self.reply], body: [0x30, 0x00, 0x0D, 0x0A])] }
        let answer = try await service(server.url("/tsr")).answer(to: query)
        #expect(answer == [0x30, 0x00, 0x0D, 0x0A])
        let request = try #require(server.requests.first)
        #expect(request.method == "POST" && request.target == "/tsr")
        #expect(request.body == query)
        #expect(request.fields["content-type"] == "application/timestamp-query")
        #expect(request.fields["accept"] == "application/timestamp-reply")
        #expect(request.fields["content-length"] == "\(length)")
    }

    @Test(
        "is not believed when its reply is of another kind",
        arguments: ["text/html", "application/timestamp-query"])
    func otherKind(_ kind: String) async throws {
        let server = try TestServer { _ in [.answer("200 OK", ["Content-Type: \(kind)"], "x")] }
        let failure = await failure(server.url("/"))
        #expect(failure?.kind == .malformed)
        #expect(failure?.message.contains(kind) == true)
    }

    @Test("is known by its type with parameters and in capitals, too")
    func parameters() async throws {
        let server = try TestServer { _ in
            [.answer("200 OK", ["Content-Type: Application/Timestamp-Reply ; x=y"], "x")]
        }
        #expect(await failure(server.url("/")) == nil)
    }

    @Test("may not send us elsewhere")
    func redirect() async throws {
        for status in ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"] {
            let server = try TestServer { _ in [.answer(status, ["Location: /other"])] }
            #expect(await failure(server.url("/"))?.kind == .redirectRefused)
            #expect(server.requests.count == 1)
        }
    }

    @Test("is held to the limits that every request has")
    func limits() async throws {
        let large = try TestServer { _ in
            [.answer("200 OK", [Self.reply], body: Array(repeating: 0, count: 1_001))]
        }
        #expect(await failure(large.url("/"))?.kind == .tooLarge)
        let failing = try TestServer { _ in [.answer("500 Oops")] }
        #expect(await failure(failing.url("/"))?.kind == .status)
        #expect(await failure("http://10.0.0.1/")?.kind == .addressRefused)
        #expect(await failure("ftp://127.0.0.1/")?.kind == .badURL)
    }
}
