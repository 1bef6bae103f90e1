import Foundation
import Material
import TestSupport
import Testing
import Transport

@Suite("which character set bytes are in")
struct CharsetReadingTests {
    /// Bytes that Python's codecs made of these words, so that our converter is not its own judge.
    private static let simplified =
        "经营者应当按照规定保存记录，并且在有关部门要求的时候提供；违反本条规定的，由主管部门责令改正，并可以处以罚款。对于个人的资料，不得公开或者提供给其他的人。"
    private static let simplifiedGBK =
        "beadd3aad5dfd3a6b5b1b0b4d5d5b9e6b6a8b1a3b4e6bcc7c2bca3acb2a2c7d2d4dad3d0b9d8b2bfc3c5d2aac7f3b5c4cab1baf2cce1b9a9a3bb"
        + "cea5b7b4b1beccf5b9e6b6a8b5c4a3acd3c9d6f7b9dcb2bfc3c5d4f0c1eeb8c4d5fda3acb2a2bfc9d2d4b4a6d2d4b7a3bfeea1a3"
        + "b6d4d3dab8f6c8cbb5c4d7cac1cfa3acb2bbb5c3b9abbfaabbf2d5dfcce1b9a9b8f8c6e4cbfbb5c4c8cba1a3"
    private static let traditional =
        "經營者應當按照規定保存紀錄，並且在有關部門要求的時候提供；違反本條規定的，由主管部門責令改正，並可以處以罰款。對於個人的資料，不得公開或者提供給其他的人。"
    private static let traditionalBig5 =
        "b867c0e7aaccc0b3b7edabf6b7d3b357a977ab4fa673acf6bffda141a8c3a542a662a6b3c3f6b3a1aaf9ad6ea844aabaaec9add4b4a3a8d1a146"
        + "b948a4cfa5bbb1f8b357a977aabaa141a5d1a544badeb3a1aaf9b364a54fa7efa5bfa141a8c3a569a548b342a548bb40b4daa143"
        + "b9efa9f3add3a448aabab8eaaec6a141a4a3b16fa4bdb67da9ceaaccb4a3a8d1b5b9a8e4a54caabaa448a143"

    private static func bytes(_ hexadecimal: String) -> [UInt8] {
        let digits = Array(hexadecimal.utf8).map { UInt8($0 < 0x3A ? $0 - 0x30 : $0 - 0x57) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func fault(
        _ bytes: [UInt8], header: String? = nil, meta: String? = nil
    ) -> ReadingFault.Kind? {
        do throws(ReadingFault) {
            _ = try CharsetReading(bytes, name: "a", header: header, meta: meta)
            return nil
        } catch { return error.kind }
    }

    @Test(
        "every label of a set is read by that set, without loss",
        arguments: [
            (
                "b5dad2bbccf5208139ef31c4b3d3eb9534b235c4b3d3a6b5b1b5c7bcc7a1a3", "gb2312", "GB18030",
                "第一条 㐂某与𠮷某应当登记。"
            ),
            (
                "b5dad2bbccf5208139ef31c4b3d3eb9534b235c4b3d3a6b5b1b5c7bcc7a1a3", "GBK", "GB18030",
                "第一条 㐂某与𠮷某应当登记。"
            ),
            ("b2c4a440b1f820b867c0e7aaccc0b3b7edab4fa673acf6bffda143", "big5", "Big5", "第一條 經營者應當保存紀錄。"),
            ("9dee9deff9d6f9d7", "Big5-HKSCS", "Big5", "㗎嘅碁銹"),
            (
                "91e688ea8ff0208e968bc68ed282cd8b4c985e82f095db91b682b782e98142", "Shift_JIS", "Shift_JIS",
                "第一条 事業者は記録を保存する。"
            ),
            (
                "c2e8b0ecbef220bbf6b6c8bcd4a4cfb5adcfbfa4f2caddc2b8a4b9a4eba1a3", "x-euc-jp", "EUC-JP",
                "第一条 事業者は記録を保存する。"
            ),
            (
                "c1a631c1b620bbe7bef7c0dab4c220b1e2b7cfc0bb20bab8c1b8c7d1b4d92e", "ks_c_5601-1987", "EUC-KR",
                "제1조 사업자는 기록을 보존한다."
            ),
            (
                "52e8676c656d656e74206eb02035209620937265636f72647394", "iso-8859-1", "windows-1252",
                "Règlement n° 5 – “records”"
            ),
        ])
    func labelled(hexadecimal: String, label: String, charset: String, words: String) throws {
        let reading = try CharsetReading(Self.bytes(hexadecimal), name: "a", header: label)
        #expect(reading.text == words)
        #expect(reading.decision == CharsetDecision(charset: charset, evidence: .header))
    }

    @Test("signs that the editions of GB 18030 place differently are read as the newest does")
    func editions() throws {
        let reading = try CharsetReading(
            Self.bytes("fe51fe59fea0a8bca6d9"), name: "a", header: "gbk")
        #expect(Array(reading.text.unicodeScalars.map(\.value)) == [0x20087, 0x9FB4, 0x9FBB, 0x1E3F, 0xFE10])
    }

    @Test("without any label, the characters themselves tell GB18030 from Big5")
    func detection() throws {
        let gb = try CharsetReading(Self.bytes(Self.simplifiedGBK), name: "a")
        #expect(gb.text == Self.simplified)
        #expect(gb.decision == CharsetDecision(charset: "GB18030", evidence: .detection))
        let big5 = try CharsetReading(Self.bytes(Self.traditionalBig5), name: "a")
        #expect(big5.text == Self.traditional)
        #expect(big5.decision == CharsetDecision(charset: "Big5", evidence: .detection))
    }

    @Test("a label that decodes to characters nobody writes is overruled, and recorded")
    func overruled() throws {
        let big5 = try CharsetReading(Self.bytes(Self.traditionalBig5), name: "a", header: "gbk")
        #expect(big5.text == Self.traditional)
        #expect(big5.decision.conflicts == ["header: gbk"])
        let gb = try CharsetReading(Self.bytes(Self.simplifiedGBK), name: "a", header: "big5", meta: "gb2312")
        #expect(gb.text == Self.simplified)
        #expect(gb.decision.conflicts == ["header: big5"])
    }

    @Test("a Western label, which fits every byte, never beats Chinese text")
    func western() throws {
        for label in ["iso-8859-1", "windows-1252", "latin1", "koi8-r"] {
            let reading = try CharsetReading(Self.bytes(Self.simplifiedGBK), name: "a", header: label)
            #expect(reading.text == Self.simplified)
            #expect(reading.decision.conflicts == ["header: \(label)"])
        }
    }

    @Test("the header weighs more than the page, and either more than nothing")
    func order() throws {
        let words = "第一条 经营者应当保存记录。"
        let gb = try CharsetReading(
            Self.bytes(Self.simplifiedGBK), name: "a", header: "gb18030", meta: "big5")
        #expect(
            gb.decision
                == CharsetDecision(
                    charset: "GB18030", evidence: .header, conflicts: ["meta: big5"]))
        let utf8 = try CharsetReading(Array(words.utf8), name: "a", header: "gbk", meta: "no-such-set")
        #expect(utf8.text == words)
        #expect(
            utf8.decision
                == CharsetDecision(
                    charset: "UTF-8", evidence: .validUTF8, conflicts: ["header: gbk", "meta: no-such-set"]))
    }

    @Test("a byte order mark in front of GBK is a lie and no sign")
    func lyingMark() throws {
        let reading = try CharsetReading(
            [0xEF, 0xBB, 0xBF] + Self.bytes(Self.simplifiedGBK), name: "a", header: "gbk")
        #expect(reading.text == Self.simplified)
        #expect(reading.decision.conflicts == ["bom: UTF-8"])
    }

    @Test("one bad byte makes GB18030 a fault, and so does every cut inside a character")
    func badByte() {
        var bytes = Self.bytes(Self.simplifiedGBK)
        bytes[20] = 0xFF
        #expect(Self.fault(bytes, header: "gbk") == .lossy)
        #expect(Self.fault(Array(Self.bytes(Self.simplifiedGBK).dropLast()), header: "gbk") == .lossy)
        #expect(Self.fault(Array(Self.bytes(Self.traditionalBig5).dropLast()), header: "big5") == .lossy)
    }

    @Test(
        "UTF-8 cut or damaged is a fault, even where the page is called GBK",
        arguments: [nil, "gbk", "utf-8"])
    func damagedUTF8(label: String?) {
        let whole = Array(Self.simplified.utf8)
        for cut in 1...2 { #expect(Self.fault(Array(whole.dropLast(cut)), header: label) == .lossy) }
        for place in stride(from: 3, to: whole.count, by: 11) {
            var bytes = whole
            bytes[place] = 0xFF
            #expect(Self.fault(bytes, header: label) == .lossy)
            bytes = whole
            bytes.remove(at: place)
            #expect(Self.fault(bytes, header: label) == .lossy)
        }
    }

    @Test("UTF-16 in either order, with a mark, a label or neither; half a unit is a fault")
    func utf16() throws {
        let words = "<p>第一条 经营者应当保存记录。</p>\n<p>第二条 略。</p>"
        let little = words.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] as [UInt8] }
        let big = words.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] as [UInt8] }
        for (bytes, name) in [(little, "UTF-16LE"), (big, "UTF-16BE")] {
            let mark: [UInt8] = name == "UTF-16LE" ? [0xFF, 0xFE] : [0xFE, 0xFF]
            for reading in [
                try CharsetReading(mark + bytes, name: "a"), try CharsetReading(bytes, name: "a"),
                try CharsetReading(bytes, name: "a", header: name),
            ] {
                #expect(reading.text == words)
                #expect(reading.decision.charset == name)
            }
            #expect(Self.fault(mark + bytes.dropLast()) == .lossy)
            #expect(Self.fault(Array(bytes.dropLast()), header: name) != nil)
        }
        // A high surrogate with nothing behind it.
        #expect(Self.fault([0xFF, 0xFE, 0x41, 0x00, 0x42, 0xD8, 0x43, 0x00]) == .lossy)
    }

    @Test("NUL in the text is a fault in every character set")
    func nul() {
        #expect(Self.fault(Array("a\0b".utf8)) == .malformed)
        #expect(Self.fault([0xFF, 0xFE, 0x61, 0, 0, 0, 0x62, 0]) == .malformed)
        #expect(Self.fault(Self.bytes(Self.simplifiedGBK) + [0], header: "gbk") == .malformed)
    }

    @Test("signs that steer terminals are a fault: without them their arguments would be words")
    func steering() {
        #expect(Self.fault(Array("书面\u{1B}[31m合同".utf8)) == .malformed)
        #expect(Self.fault(Array("书面\u{9B}31m合同".utf8)) == .malformed)
    }

    @Test("nothing and blanks are empty; a mark alone is too")
    func empty() {
        #expect(Self.fault([]) == .empty)
        #expect(Self.fault(Array(" \r\n\t".utf8)) == .empty)
        #expect(Self.fault([0xEF, 0xBB, 0xBF]) == .empty)
    }

    @Test("random bytes are never text, whatever they are called", arguments: 0..<60)
    func random(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let bytes = (0..<600).map { _ in UInt8.random(in: 1...255, using: &generator) }
        for label in [nil, "gbk", "big5", "shift_jis", "utf-8", "utf-16"] {
            #expect(Self.fault(bytes, header: label) == .lossy, "\(label ?? "none")")
        }
    }

    @Test("what is read gives the same bytes again: every sign of GB18030 in two bytes")
    func everySign() throws {
        var bytes: [UInt8] = []
        for lead in UInt8(0xB0)...0xF7 { for trail in UInt8(0xA1)...0xFE { bytes += [lead, trail] } }
        // Five places of GB 2312 are free and lie in the private use area.
        let reading = try CharsetReading(bytes, name: "a", header: "gb2312")
        #expect(reading.text.unicodeScalars.count == 6_768)
        let encoded = try #require(reading.text.data(using: String.Encoding(rawValue: 0x8000_0632)))
        #expect([UInt8](encoded) == bytes)
    }
}
