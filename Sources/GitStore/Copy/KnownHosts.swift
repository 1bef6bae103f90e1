internal import Glibc

/// Which ssh hosts have which keys, as OpenSSH writes it down (`ssh_known_hosts`): names, patterns and hashed names.
struct KnownHosts {
    enum Verdict: Equatable {
        case known
        /// No line names the host.
        case unknown
        /// Lines name the host, with other keys.
        case changed
        /// A line says that this key is not to be used any more.
        case revoked
    }

    private var lines: [Substring] = []

    /// - Parameter files: those that are not there count as empty.
    init(files: [String]) {
        for file in files {
            guard let bytes = WholeFile.bytes(file, limit: 16 << 20) else { continue }
            lines += String(decoding: bytes, as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: true)
        }
    }

    init(text: String) { lines = text.split(separator: "\n") }

    /// - Parameter key: the public key as ssh sends it.
    func verdict(host: String, port: Int, key: [UInt8]) -> Verdict {
        let name = (port == 22 ? host : "[\(host)]:\(port)").lowercased()
        var isNamed = false
        var isKnown = false
        for line in lines {
            var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" })[...]
            guard let first = words.first, first.first != "#" else { continue }
            var marker: Substring?
            if first.first == "@" {
                marker = first
                words = words.dropFirst()
            }
            guard words.count >= 3, let hosts = words.first, Self.names(hosts, name),
                let held = Base64.bytes(String(words[words.startIndex + 2]))
            else { continue }
            switch marker {
            case "@revoked": if held == key { return .revoked }
            // Certificates are not understood by libssh2.
            case .some: continue
            case nil:
                isNamed = true
                if held == key { isKnown = true }
            }
        }
        return isKnown ? .known : isNamed ? .changed : .unknown
    }

    /// Whether the first field of a line is about a host.
    private static func names(_ field: Substring, _ name: String) -> Bool {
        if field.hasPrefix("|1|") {
            let parts = field.split(separator: "|")
            guard parts.count == 3, let salt = Base64.bytes(String(parts[1])),
                let hash = Base64.bytes(String(parts[2]))
            else { return false }
            return SHA1.authentication(of: Array(name.utf8), key: salt) == hash
        }
        var isNamed = false
        for pattern in field.split(separator: ",") {
            let isNegative = pattern.first == "!"
            let words = Array((isNegative ? pattern.dropFirst() : pattern).lowercased().utf8)
            guard matches(words[...], Array(name.utf8)[...]) else { continue }
            if isNegative { return false }
            isNamed = true
        }
        return isNamed
    }

    /// `*` is anything, `?` one byte. Goes back only to the last star, so it cannot take long.
    private static func matches(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
        var (p, n) = (pattern.startIndex, name.startIndex)
        var star: (p: Int, n: Int)?
        while n < name.endIndex {
            if p < pattern.endIndex, pattern[p] == 0x3f || (pattern[p] != 0x2a && pattern[p] == name[n]) {
                p += 1
                n += 1
            } else if p < pattern.endIndex, pattern[p] == 0x2a {
                star = (p, n)
                p += 1
            } else if let last = star {
                p = last.p + 1
                n = last.n + 1
                star = (last.p, last.n + 1)
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == 0x2a }
    }
}

/// RFC 4648, as ssh uses it.
enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func bytes(_ text: String) -> [UInt8]? {
        var out: [UInt8] = []
        var (word, bits): (UInt32, Int) = (0, 0)
        for byte in text.utf8.prefix(while: { $0 != 0x3d }) {
            guard let value = alphabet.firstIndex(of: byte) else { return nil }
            word = word << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                out.append(UInt8(truncatingIfNeeded: word >> UInt32(bits)))
            }
        }
        return out
    }

    /// Without padding, as ssh-keygen shows fingerprints.
    static func text(_ bytes: [UInt8]) -> String {
        var out: [UInt8] = []
        var (word, bits): (UInt32, Int) = (0, 0)
        for byte in bytes {
            word = word << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                out.append(alphabet[Int(word >> UInt32(bits)) & 63])
            }
        }
        if bits > 0 { out.append(alphabet[Int(word << UInt32(6 - bits)) & 63]) }
        return String(decoding: out, as: UTF8.self)
    }
}
