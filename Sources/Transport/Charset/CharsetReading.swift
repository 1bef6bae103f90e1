package import Material

/// Bytes read in one character set, which is decided before anything looks inside and never by guessing with loss.
///
/// Order of the evidence: byte order mark, valid UTF-8, what the transfer says, what the page says, the characters
/// themselves. A label that does not decode without loss falls to the next evidence, and every label that says
/// another set than the one taken is recorded.
package struct CharsetReading: Sendable, Hashable {
    package let text: String
    package let decision: CharsetDecision

    /// - Parameters:
    ///   - name: how the document is called in messages.
    ///   - header: the `charset` of the transfer.
    ///   - meta: the label inside the page; see ``MetaPrescan``.
    /// - Throws: `empty`; `lossy` where no character set decodes every byte, or UTF-8 is damaged or cut;
    ///   `malformed` where the text holds NUL or signs that steer terminals; `needsProgram` where the C library lacks a
    ///   converter.
    package init(_ bytes: [UInt8], name: String, header: String? = nil, meta: String? = nil)
        throws(ReadingFault)
    {
        var choice = CharsetChoice(bytes: bytes, name: name, header: header, meta: meta)
        (text, decision) = try choice.made()
    }
}

/// The weighing of the evidence for one document.
struct CharsetChoice {
    private struct Label {
        let evidence: CharsetDecision.Evidence
        let written: String
        let charset: Charset?
    }

    private var bytes: [UInt8]
    private let name: String
    private let labels: [Label]
    private var conflicts: [String] = []

    init(bytes: [UInt8], name: String, header: String?, meta: String?) {
        self.bytes = bytes
        self.name = name
        let pairs: [(CharsetDecision.Evidence, String?)] = [(.header, header), (.meta, meta)]
        labels = pairs.compactMap { evidence, written in
            guard let written, !written.isEmpty else { return nil }
            return Label(
                evidence: evidence, written: Self.legible(written), charset: Charset.named(written))
        }
    }

    mutating func made() throws(ReadingFault) -> (String, CharsetDecision) {
        let (text, charset, evidence) = try weighed()
        // ESC and CSI steer terminals (ECMA-48); a parser that drops them would leave their arguments as words.
        let steering: [(scalar: Unicode.Scalar, name: String)] = [
            ("\0", "NUL"), ("\u{1B}", "ESC, a terminal's control sign"),
            ("\u{9B}", "CSI, a terminal's control sign"),
        ]
        for sign in steering {
            guard let at = text.unicodeScalars.firstIndex(of: sign.scalar) else { continue }
            let offset = text.utf8.distance(from: text.utf8.startIndex, to: at)
            throw ReadingFault(
                .malformed,
                "\(name): holds \(sign.name), the first at byte \(offset) of the text; fetch it again")
        }
        for label in labels where label.charset != charset && !isHarmless(label, charset) {
            conflicts.append("\(label.evidence.rawValue): \(label.written)")
        }
        return (
            text, CharsetDecision(charset: charset.name, evidence: evidence, conflicts: conflicts)
        )
    }

    private typealias Reading = (text: String, charset: Charset, evidence: CharsetDecision.Evidence)

    private mutating func weighed() throws(ReadingFault) -> Reading {
        guard bytes.contains(where: { !Self.isBlank($0) }) else {
            throw ReadingFault(.empty, "\(name): holds no text")
        }
        if let reading = try marked() { return reading }
        if bytes.contains(0) { return try wide() }
        if let text = String(validating: bytes, as: UTF8.self) { return (text, .utf8, .validUTF8) }
        let survey = UTF8Survey(bytes)
        let labelled = labelled(singleByte: false)
        if survey.isDamagedUTF8, labelled.map({ !isConvincing($0.text) }) ?? true {
            throw ReadingFault(
                .lossy,
                "\(name): is UTF-8 with damaged bytes, the first at byte \(survey.firstFault), perhaps cut off; fetch it again"
            )
        }
        let detected = detected()
        if let labelled, !isOverruled(labelled.text, by: detected?.text) { return labelled }
        if let detected { return detected }
        if let reading = self.labelled(singleByte: true) { return reading }
        throw ReadingFault(.lossy, "\(name): \(complaint)")
    }

    // MARK: Evidence

    /// A byte order mark (WHATWG Encoding, "BOM sniff"). One that lies is dropped and recorded.
    private mutating func marked() throws(ReadingFault) -> Reading? {
        let marks: [([UInt8], Charset)] = [
            ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16LE), ([0xFE, 0xFF], .utf16BE),
        ]
        guard let (mark, charset) = marks.first(where: { bytes.starts(with: $0.0) }) else { return nil }
        bytes.removeFirst(mark.count)
        guard bytes.contains(where: { !Self.isBlank($0) }) else {
            throw ReadingFault(.empty, "\(name): holds no text")
        }
        do throws(StrictDecoding.Misfit) {
            return (try StrictDecoding.text(bytes, in: charset), charset, .byteOrderMark)
        } catch {
            conflicts.append("bom: \(charset.name)")
            guard charset == .utf8 else {
                throw ReadingFault(
                    .lossy,
                    "\(name): is marked as \(charset.name) and is not; perhaps cut off; fetch it again")
            }
            return nil
        }
    }

    /// UTF-16 without a mark, by its label or by where its NUL bytes stand: in markup every other byte is one.
    private func wide() throws(ReadingFault) -> Reading {
        for label in labels {
            guard let charset = label.charset, charset.isUTF16,
                let text = try? StrictDecoding.text(bytes, in: charset), !text.unicodeScalars.contains("\0")
            else { continue }
            return (text, charset, label.evidence)
        }
        var nuls = [0, 0]
        for (index, byte) in bytes.enumerated() where byte == 0 { nuls[index & 1] += 1 }
        // 一 is U+4E00 and puts some on the other side.
        let charset: Charset = nuls[1] > nuls[0] ? .utf16LE : .utf16BE
        let isWide = nuls.max().map { $0 * 8 >= bytes.count && $0 >= 4 * (nuls.min() ?? 0) } ?? false
        if isWide, let text = try? StrictDecoding.text(bytes, in: charset) {
            return (text, charset, .detection)
        }
        let first = bytes.firstIndex(of: 0) ?? 0
        throw ReadingFault(.malformed, "\(name): holds NUL bytes, the first at byte \(first); fetch it again")
    }

    /// The first label that decodes without loss.
    private func labelled(singleByte: Bool) -> Reading? {
        for label in labels {
            guard let charset = label.charset, charset.isSingleByte == singleByte, charset != .utf8,
                let text = try? StrictDecoding.text(bytes, in: charset)
            else { continue }
            if charset.isUTF16, !isConvincing(text) { continue }
            return (text, charset, label.evidence)
        }
        return nil
    }

    /// GB18030 or Big5 by the characters that come out: random bytes often decode, to characters nobody writes.
    private func detected() -> Reading? {
        var best: (reading: Reading, commonness: Commonness)?
        for charset in [Charset.gb18030, .big5] {
            guard let text = try? StrictDecoding.text(bytes, in: charset), Self.isPlausible(text) else {
                continue
            }
            let commonness = Commonness(of: text)
            if commonness.isTelling, commonness.share < 5 { continue }
            if let best, best.commonness.share >= commonness.share { continue }
            best = ((text, charset, .detection), commonness)
        }
        return best?.reading
    }

    // MARK: Judgement

    /// Whether enough of the characters are ones that Chinese text is full of.
    private func isConvincing(_ text: String) -> Bool {
        let commonness = Commonness(of: text)
        return commonness.isTelling && commonness.share >= 15
    }

    /// Whether a label is wrong though it decodes: it gives characters that nobody writes where another set gives
    /// running text.
    private func isOverruled(_ labelled: String, by detected: String?) -> Bool {
        guard let detected, detected != labelled, isConvincing(detected) else { return false }
        return Commonness(of: labelled).share * 3 < Commonness(of: detected).share
    }

    /// Text is ideographs of the usual block, punctuation and ASCII, without control characters.
    private static func isPlausible(_ text: String) -> Bool {
        var letters = 0
        var plausible = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x20...0x7E: break
            case 0...0x1F, 0x7F...0x9F: return false
            case 0x4E00...0x9FA5, 0x3000...0x303F, 0xFF00...0xFFEF, 0x2010...0x2026, 0xA0, 0xB7, 0xD7:
                plausible += 1
                letters += 1
            default: letters += 1
            }
        }
        return plausible * 10 >= letters * 9
    }

    /// UTF-16 has one name for both orders, and ASCII is in everything.
    private func isHarmless(_ label: Label, _ charset: Charset) -> Bool {
        guard let said = label.charset else { return false }
        return said.isUTF16 && charset.isUTF16
    }

    private var complaint: String {
        for label in labels {
            guard let charset = label.charset else { continue }
            do throws(StrictDecoding.Misfit) {
                _ = try StrictDecoding.text(bytes, in: charset)
            } catch {
                switch error {
                case .malformed(let offset):
                    return
                        "is called \(label.written) and byte \(offset) is none of it; no other character set reads it without loss"
                case .notReversible:
                    return "is called \(label.written), which does not give the same bytes back"
                case .missing:
                    return "is called \(label.written), for which this system has no converter"
                }
            }
        }
        return "is neither UTF-8 nor any other character set without loss"
    }

    /// A label for messages: labels come from outside and may hold anything.
    private static func legible(_ label: String) -> String {
        String(
            String.UnicodeScalarView(
                label.unicodeScalars.prefix(40).map { (0x20...0x7E).contains($0.value) ? $0 : "?" }))
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09...0x0D, 0x20: true
        default: false
        }
    }
}
