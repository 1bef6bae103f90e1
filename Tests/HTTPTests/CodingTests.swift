import Foundation
import Material
import TestSupport
import Testing

@testable import Transport

@Suite("Content codings")
struct CodingTests {
    private static let page = String(repeating: "第一条 数据处理者应当采取措施。\n", count: 300)

    /// `zeros`: 8 MB of them. Written by Python, for the tests must not pack with what the client unpacks with.
    private static let packed: [String: [UInt8]] = {
        let script = """
            import gzip, json, sys, zlib
            text = sys.stdin.buffer.read()
            raw = zlib.compressobj(9, zlib.DEFLATED, -15)
            half = len(text) // 2
            print(json.dumps({k: list(v) for k, v in {
                "gzip": gzip.compress(text), "zlib": zlib.compress(text), "raw": raw.compress(text) + raw.flush(),
                "two": gzip.compress(text[:half]) + gzip.compress(text[half:]),
                "zeros": gzip.compress(bytes(8 << 20))}.items()}))
            """
        let run = try? CommandOutput(["python3", "-c", script], input: page)
        let object =
            run.flatMap { try? JSONDecoder().decode([String: [Int]].self, from: Data($0.output)) } ?? [:]
        return object.mapValues { $0.map { UInt8($0) } }
    }()

    private func get(_ coding: String, _ body: [UInt8], limits: FetchLimits = .once) async throws
        -> FetchResult
    {
        let server = try TestServer { _ in [.answer("200 OK", ["Content-Encoding: \(coding)"], body: body)] }
        return await loopbackClient().get(server.url("/law"), limits: limits)
    }

    @Test(
        "gzip, deflate in both its forms, and several gzip members are undone",
        arguments: [
            ("gzip", "gzip"), ("x-gzip", "gzip"), ("GZIP", "gzip"), ("deflate", "zlib"), ("deflate", "raw"),
            ("gzip", "two"), ("identity, gzip", "gzip"),
        ])
    func undone(coding: String, name: String) async throws {
        let body = try #require(Self.packed[name])
        #expect(try await get(coding, body).text == Self.page)
    }

    @Test("a coding that is cut off is refused, at whatever byte", arguments: ["gzip", "zlib", "raw"])
    func cutOff(name: String) async throws {
        let body = try #require(Self.packed[name])
        for left in [1, body.count / 2, body.count - 1] {
            let result = try await get(name == "gzip" ? "gzip" : "deflate", Array(body[..<left]))
            #expect(result.kind == .contentCoding, "\(left) of \(body.count)")
            #expect(result.document == nil)
        }
    }

    @Test("text that claims a coding, and a coding with something behind its end, are refused")
    func lie() async throws {
        let body = try #require(Self.packed["gzip"])
        #expect(try await get("gzip", Array(Self.page.utf8)).kind == .contentCoding)
        #expect(try await get("br", Array(Self.page.utf8)).kind == .contentCoding)
        #expect(try await get("gzip", body + Array("more".utf8)).kind == .contentCoding)
        #expect(try await get("zstd", body).kind == .contentCoding)
        #expect(try await get("gzip, gzip", body).kind == .contentCoding)
        var damaged = body
        damaged[damaged.count - 6] ^= 1
        #expect(try await get("gzip", damaged).kind == .contentCoding)
    }

    @Test("a small body that unpacks to more than the limit is refused on the way")
    func bomb() async throws {
        let body = try #require(Self.packed["zeros"])
        #expect(body.count < 20_000)
        let result = try await get("gzip", body, limits: .once { $0.bodyBytes = 1 << 20 })
        #expect(result.kind == .tooLarge)
        #expect(try await get("gzip", body).document?.bytes.count == 8 << 20)
    }

    /// Straight into the decoder, in pieces of random sizes.
    private func decoded(_ coding: ContentDecoder.Coding, _ body: [UInt8], _ generator: inout SeededGenerator)
        -> [UInt8]?
    {
        let decoder = ContentDecoder(coding, limit: 1 << 20)
        var place = 0
        do {
            while place < body.count {
                let end = min(body.count, place + Int.random(in: 1...500, using: &generator))
                try body[place..<end].withUnsafeBufferPointer { try decoder.add($0) }
                place = end
            }
            try decoder.finish()
        } catch {
            return nil
        }
        return decoder.output
    }

    @Test("whatever byte of a gzip body is damaged, never does another text come out", arguments: 0..<20)
    func damaged(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let text = Array(Self.page.utf8)
        for name in ["gzip", "two", "zlib"] {
            let body = try #require(Self.packed[name])
            let coding: ContentDecoder.Coding = name == "zlib" ? .deflate : .gzip
            #expect(decoded(coding, body, &generator) == text)
            for _ in 0..<50 {
                var damaged = body
                damaged[Int.random(in: 0..<body.count, using: &generator)] ^= UInt8.random(
                    in: 1...255, using: &generator)
                let result = decoded(coding, damaged, &generator)
                // A first byte that no longer says zlib makes the rest bare deflate, which carries no sum.
                #expect(result == nil || result == text || (name == "zlib" && damaged[0] != body[0]))
            }
        }
    }

    @Test("no bytes stop a decoder", arguments: 0..<20)
    func noise(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        for coding in [ContentDecoder.Coding.gzip, .deflate, .brotli, .identity] {
            let bytes = (0..<5_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let result = decoded(coding, bytes, &generator)
            #expect(coding != .identity || result == bytes)
            #expect(coding != .gzip || result == nil)
        }
    }

    @Test("no bytes are an empty body in every coding")
    func empty() async throws { #expect(try await get("gzip", []).text == "") }

    @Test("Brotli is undone, and refused when it is cut off, damaged or followed by more")
    func brotli() async throws {
        let body = brotliRaw(Array("第一条".utf8))
        #expect(try await get("br", body).text == "第一条")
        #expect(try await get("br", body.dropLast()).kind == .contentCoding)
        #expect(try await get("br", body + [1]).kind == .contentCoding)
    }

    /// RFC 7932, 9.1 and 9.2, bits from the lowest: WBITS 16 (0), ISLAST 0, MNIBBLES 4 (00), MLEN - 1 in 16 bits,
    /// ISUNCOMPRESSED 1, padding, the bytes; then ISLAST 1, ISLASTEMPTY 1.
    private func brotliRaw(_ text: [UInt8]) -> [UInt8] {
        let bits = (text.count - 1) << 4 | 1 << 20
        return [UInt8(bits & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits >> 16 & 0xFF)] + text + [3]
    }
}
