/// Which proxy a URL goes through, by the variables that curl and most programs know: `http_proxy` (lower case only,
/// because a CGI server sets the other), `https_proxy`, `all_proxy` and `no_proxy`, the last three in either case.
///
/// Behind a proxy it is the proxy that resolves names and connects: the guard on addresses then sees the proxy's
/// address, which is allowed because the operator named it, and refuses only what a URL writes as a number. A proxy
/// that reaches internal networks needs its own rules against that.
package struct ProxySettings: Sendable, Hashable {
    package var http: String?
    package var https: String?
    /// `*`, names (with all below them), addresses and blocks in CIDR notation, separated by commas or blanks.
    package var exceptions: String

    package init(http: String? = nil, https: String? = nil, exceptions: String = "") {
        self.http = http
        self.https = https
        self.exceptions = exceptions
    }

    package init(environment: [String: String]) {
        func value(_ names: String...) -> String? {
            names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        }
        let all = value("all_proxy", "ALL_PROXY")
        http = value("http_proxy") ?? all
        https = value("https_proxy", "HTTPS_PROXY") ?? all
        exceptions = value("no_proxy", "NO_PROXY") ?? ""
    }

    /// Nil for a direct connection.
    package func proxy(for url: WebURL) -> String? {
        guard let proxy = url.isSecure ? https : http else { return nil }
        let address = IPAddress(url.host)
        let isExcepted = exceptions.split { ", \t\n".contains($0) }.contains { entry in
            if entry == "*" { return true }
            if let address { return AddressRange(String(entry))?.contains(address) ?? false }
            var name = entry.lowercased()
            if name.hasPrefix("*") { name.removeFirst() }
            if name.hasPrefix(".") { name.removeFirst() }
            return !name.isEmpty && (url.host == name || url.host.hasSuffix("." + name))
        }
        return isExcepted ? nil : proxy
    }
}
