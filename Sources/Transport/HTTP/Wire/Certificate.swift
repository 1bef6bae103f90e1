import CCurl
import Foundation

/// The server's own certificate of a transfer, taken from what curl keeps of the handshake.
enum Certificate {
    /// DER; nil without TLS, or behind a failed handshake.
    static func leaf(of handle: UnsafeMutableRawPointer) -> [UInt8]? {
        var list: UnsafeMutablePointer<curl_certinfo>?
        guard lexwatch_curl_get_certificates(handle, &list) == CURLE_OK, let list,
            list.pointee.num_of_certs > 0, let leaf = list.pointee.certinfo
        else { return nil }
        var entry = leaf[0]
        while let current = entry {
            let text = current.pointee.data.map { String(cString: $0) } ?? ""
            if text.hasPrefix("Cert:") { return der(text.dropFirst(5)) }
            entry = current.pointee.next
        }
        return nil
    }

    /// RFC 7468.
    private static func der(_ pem: Substring) -> [UInt8]? {
        let body = pem.split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined()
        return Data(base64Encoded: body, options: .ignoreUnknownCharacters).map { [UInt8]($0) }
    }
}
