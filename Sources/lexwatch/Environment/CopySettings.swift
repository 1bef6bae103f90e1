import Foundation
import GitStore
import Transport

/// Where copies of the store are, and what is needed to be let in there. Tokens and passphrases come from the environment
/// alone: a file is read by more people than it should be.
struct CopySettings {
    /// Addresses, in the order in which they are pushed to.
    let remotes: [String]
    let sshKey: String?
    let knownHosts: [String]
    /// The database of subscribers and of mails that wait.
    let outbox: String?
    let signingKey: String?
    private let environment: [String: String]

    init(environment: [String: String], _ value: (String) -> String?) {
        func words(_ name: String) -> [String] {
            (value(name) ?? "").split(whereSeparator: { $0 == "," || $0.isNewline })
                .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
        self.environment = environment
        remotes = words("remotes")
        sshKey = value("ssh-key")
        let home = environment["HOME"].map { [$0 + "/.ssh/known_hosts"] } ?? []
        let named = words("known-hosts")
        knownHosts = named.isEmpty ? home + ["/etc/ssh/ssh_known_hosts"] : named
        outbox = value("outbox")
        signingKey = value("signing-key")
    }

    /// - Parameter allowsHTTP: whether plain http may be used.
    func access(allowsHTTP: Bool) -> CopyAccess {
        let environment = environment
        let proxies = ProxySettings(environment: environment)
        return CopyAccess(
            token: { host in
                let name = CopyAddress.tokenVariable(host)
                return environment[name].flatMap { $0.isEmpty ? nil : $0 }
            },
            keyFile: sshKey, keyPassphrase: environment["LEXWATCH_SSH_PASSPHRASE"],
            hasAgent: !(environment["SSH_AUTH_SOCK"] ?? "").isEmpty, knownHosts: knownHosts,
            allowsHTTP: allowsHTTP,
            proxy: { url in (try? WebURL(url)).flatMap { proxies.proxy(for: $0) } })
    }

    /// What a backup is locked with, or opened; nil where nobody set one.
    var passphrase: String? { environment["LEXWATCH_PASSPHRASE"].flatMap { $0.isEmpty ? nil : $0 } }
}
