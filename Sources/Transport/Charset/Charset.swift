/// A character set that we read, found by the labels that pages and servers give it.
struct Charset: Sendable, Hashable {
    /// As ``CharsetDecision`` names it.
    let name: String
    /// The names that the C library's converters go by; the first that decodes without loss is taken.
    let converters: [String]
    /// Western single-byte sets decode every byte string: such a label proves nothing.
    let isSingleByte: Bool

    private init(_ name: String, _ converters: [String], isSingleByte: Bool = false) {
        self.name = name
        self.converters = converters
        self.isSingleByte = isSingleByte
    }

    static let utf8 = Charset("UTF-8", [])
    static let utf16LE = Charset("UTF-16LE", [])
    static let utf16BE = Charset("UTF-16BE", [])
    /// Holds GB 2312 and GBK, whose labels are put on GB18030 bytes every day.
    static let gb18030 = Charset("GB18030", ["GB18030"])
    /// With the Hong Kong signs first, as browsers read it; Microsoft's and the plain set for what differs.
    static let big5 = Charset("Big5", ["BIG5-HKSCS", "CP950", "BIG5"])

    var isUTF16: Bool { self == .utf16LE || self == .utf16BE }

    /// The character set that a label names (WHATWG Encoding Standard, 4.2, without sets that nobody uses for law).
    ///
    /// - Parameter label: any case; surrounding blanks and quotation marks do not count.
    /// - Returns: nil for an unknown label.
    static func named(_ label: String) -> Charset? {
        let bytes = label.utf8.filter { !isNoise($0) }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let key = String(decoding: bytes, as: UTF8.self)
        if let known = labels[key] { return known }
        // ISO-8859-5, iso8859_5 and the like: one form for all.
        let plain = String(decoding: bytes.filter { $0 != 0x2D && $0 != 0x5F }, as: UTF8.self)
        return labels[plain]
    }

    private static func isNoise(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x22, 0x27, 0x3B: true
        default: false
        }
    }

    private static let labels: [String: Charset] = {
        var table: [String: Charset] = [:]
        func add(_ charset: Charset, _ names: String...) { for name in names { table[name] = charset } }
        add(.utf8, "utf8", "unicode11utf8", "unicode20utf8", "xunicode20utf8")
        add(.utf16LE, "utf16", "utf16le", "unicode", "ucs2", "iso10646ucs2", "csunicode")
        add(.utf16BE, "utf16be", "unicodefffe")
        add(
            .gb18030, "gb18030", "gbk", "xgbk", "gb2312", "gb231280", "csgb2312", "csiso58gb231280",
            "chinese",
            "isoir58", "cp936", "ms936", "windows936", "euccn", "gb180302000", "gb180302005", "gb180302022")
        add(.big5, "big5", "big5hkscs", "cnbig5", "csbig5", "xxbig5", "cp950", "windows950", "big5eten")
        add(
            Charset("Shift_JIS", ["CP932"]), "shiftjis", "sjis", "xsjis", "windows31j", "mskanji", "ms932",
            "csshiftjis", "cp932")
        add(Charset("EUC-JP", ["EUC-JP", "EUC-JP-MS"]), "eucjp", "xeucjp", "cseucpkdfmtjapanese")
        add(
            Charset("EUC-KR", ["UHC"]), "euckr", "cseuckr", "ksc56011987", "ksc5601", "ksc56011989", "korean",
            "windows949", "cp949", "isoir149", "csksc56011987")
        add(Charset("EUC-TW", ["EUC-TW"]), "euctw")
        add(
            Charset("windows-1252", ["CP1252", "ISO-8859-1"], isSingleByte: true), "windows1252", "cp1252",
            "xcp1252", "iso88591", "latin1", "l1", "ascii", "usascii", "ansix3.41968", "cp819", "ibm819",
            "isoir100", "csisolatin1")
        for part in 2...16 where part != 12 {
            add(
                Charset("ISO-8859-\(part)", ["ISO-8859-\(part)"], isSingleByte: true), "iso8859\(part)")
        }
        for page in 1250...1258 where page != 1252 {
            add(
                Charset("windows-\(page)", ["CP\(page)"], isSingleByte: true), "windows\(page)", "cp\(page)")
        }
        add(Charset("KOI8-R", ["KOI8-R"], isSingleByte: true), "koi8r", "koi8", "koi", "cskoi8r")
        add(Charset("KOI8-U", ["KOI8-U"], isSingleByte: true), "koi8u", "koi8ru")
        return table
    }()
}
