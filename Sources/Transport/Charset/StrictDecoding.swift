/// Decodes bytes without loss or not at all.
enum StrictDecoding {
    /// Why a character set does not fit.
    enum Misfit: Error, Sendable, Hashable {
        /// Bytes that mean nothing, from 0.
        case malformed(offset: Int)
        /// Every byte means something, but encoding the text does not give these bytes again.
        case notReversible
        /// The C library has no converter for it.
        case missing
    }

    static func text(_ bytes: [UInt8], in charset: Charset) throws(Misfit) -> String {
        switch charset {
        case .utf8:
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw .malformed(offset: UTF8Survey(bytes).firstFault)
            }
            return text
        case .utf16LE, .utf16BE: return try utf16(bytes, isLittle: charset == .utf16LE)
        default: return try converted(bytes, charset)
        }
    }

    private static func utf16(_ bytes: [UInt8], isLittle: Bool) throws(Misfit) -> String {
        guard bytes.count.isMultiple(of: 2) else { throw .malformed(offset: bytes.count - 1) }
        // The byte of each pair that counts 256 times.
        let high = isLittle ? 1 : 0
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for at in stride(from: 0, to: bytes.count, by: 2) {
            units.append(UInt16(bytes[at + high]) << 8 | UInt16(bytes[at + 1 - high]))
        }
        guard let text = String(validating: units, as: UTF16.self) else { throw .malformed(offset: 0) }
        return text
    }

    private static func converted(_ bytes: [UInt8], _ charset: Charset) throws(Misfit) -> String {
        var misfit = Misfit.missing
        for converter in charset.converters {
            do throws(Iconv.Fault) {
                let utf8 = try Iconv.convert(bytes, from: converter, to: "UTF-8")
                guard try Iconv.convert(utf8, from: "UTF-8", to: converter) == bytes,
                    let text = String(validating: utf8, as: UTF8.self)
                else {
                    misfit = .notReversible
                    continue
                }
                return charset == .gb18030 ? GB18030.modern(text) : text
            } catch {
                // The first converter's complaint is the one to tell, unless it was only that it is not there.
                guard misfit == .missing, case .malformed(let offset) = error else { continue }
                misfit = .malformed(offset: offset)
            }
        }
        throw misfit
    }
}
