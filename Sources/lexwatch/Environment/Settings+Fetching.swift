import Foundation
import GitStore
import Material
import Statute
import Tracking
import Transport

extension Settings {
    /// The network client as the settings and the environment (proxies, `SSL_CERT_FILE`) want it.
    ///
    /// - Throws: ``ConfigurationError`` for a network that is none.
    func fetcher() throws -> any Fetching { PoliteFetcher(try http(), hostsAtOnce: network.hosts) }

    /// The same without its patience, for services that an operator has named.
    func http() throws -> HTTPFetcher {
        var settings = HTTPSettings(
            userAgent: userAgent, addresses: try addressPolicy(),
            certificateDigest: { SHA256.hex(of: $0) },
            now: { Instant(secondsSince1970: Int64(Date().timeIntervalSince1970)) })
        settings.read(environment: ProcessInfo.processInfo.environment)
        return HTTPFetcher(settings)
    }

    /// How repositories are reached: over https, and over what else the settings allow, by public addresses only.
    func mirrors() throws -> MirrorAccess {
        var schemes: Set<MirrorOrigin.Scheme> = [.https]
        for word in network.gitSchemes {
            guard let scheme = MirrorOrigin.Scheme(rawValue: word) else {
                throw ConfigurationError(faults: ["git-schemes: “\(word)” should be https, http or file"])
            }
            schemes.insert(scheme)
        }
        let policy = try addressPolicy()
        let proxies = ProxySettings(environment: ProcessInfo.processInfo.environment)
        let known = schemes
        return MirrorAccess { url throws(MirrorError) in
            let proxy = (try? WebURL(url)).flatMap { proxies.proxy(for: $0) }
            return try MirrorOrigin(url: url, schemes: known, proxy: proxy) { address, port in
                guard let address = IPAddress(address) else { return false }
                return policy.verdict(address, port: port) == .allowed
            }
        }
    }

    private func addressPolicy() throws -> AddressPolicy {
        var ranges: [AddressRange] = []
        for word in network.allowed {
            guard let range = AddressRange(word) else {
                throw ConfigurationError(faults: [
                    "allow-address: “\(word)” should be an address or a network such as 10.0.0.0/8"
                ])
            }
            ranges.append(range)
        }
        return AddressPolicy(allowed: ranges)
    }

    /// Who asks, and whom to write to.
    private var userAgent: String {
        if let whole = network.userAgent { return whole }
        let contact = network.contact.map { "; +\($0)" } ?? ""
        return "Lexwatch/\(Lexwatch.number) (legislation change tracker\(contact))"
    }
}
