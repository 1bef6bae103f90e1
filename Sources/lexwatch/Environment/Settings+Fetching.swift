import Foundation
import Material
import Statute
import Tracking
import Transport

extension Settings {
    /// The network client as the settings and the environment (proxies, `SSL_CERT_FILE`) want it.
    ///
    /// - Throws: ``ConfigurationError`` for a network that is none.
    func fetcher() throws -> any Fetching {
        var ranges: [AddressRange] = []
        for word in network.allowed {
            guard let range = AddressRange(word) else {
                throw ConfigurationError(faults: [
                    "allow-address: “\(word)” should be an address or a network such as 10.0.0.0/8"
                ])
            }
            ranges.append(range)
        }
        var settings = HTTPSettings(
            userAgent: userAgent, addresses: AddressPolicy(allowed: ranges),
            certificateDigest: { SHA256.hex(of: $0) },
            now: { Instant(secondsSince1970: Int64(Date().timeIntervalSince1970)) })
        settings.read(environment: ProcessInfo.processInfo.environment)
        return PoliteFetcher(HTTPFetcher(settings), hostsAtOnce: network.hosts)
    }

    /// Who asks, and whom to write to.
    private var userAgent: String {
        if let whole = network.userAgent { return whole }
        let contact = network.contact.map { "; +\($0)" } ?? ""
        return "Lexwatch/\(Lexwatch.number) (legislation change tracker\(contact))"
    }
}
