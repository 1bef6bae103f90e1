/// What is needed to be let in by a host that keeps a copy. Nothing of it is ever shown.
package struct CopyAccess: Sendable {
    /// `token` or `user:token` for a host, over https, and over http to this machine alone.
    package var token: @Sendable (_ host: String) -> String?
    /// A private key for ssh; without one the agent is asked.
    package var keyFile: String?
    package var keyPassphrase: String?
    /// Whether an agent runs (`SSH_AUTH_SOCK`).
    package var hasAgent: Bool
    /// Files as `ssh_known_hosts(5)` describes them, in order.
    package var knownHosts: [String]
    /// Whether a repository may be written and read over plain http, where everybody on the way can change it.
    package var allowsHTTP: Bool
    /// `http://host:port` of a proxy for an address; nil for none.
    package var proxy: @Sendable (_ url: String) -> String?
    /// Seconds for one slice, from the host's name to its last word.
    package var deadline: Double
    package var isCancelled: @Sendable () -> Bool

    package init(
        token: @escaping @Sendable (_ host: String) -> String? = { _ in nil }, keyFile: String? = nil,
        keyPassphrase: String? = nil, hasAgent: Bool = false, knownHosts: [String] = [],
        allowsHTTP: Bool = false,
        proxy: @escaping @Sendable (_ url: String) -> String? = { _ in nil }, deadline: Double = 3_600,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.token = token
        self.keyFile = keyFile
        self.keyPassphrase = keyPassphrase
        self.hasAgent = hasAgent
        self.knownHosts = knownHosts
        self.allowsHTTP = allowsHTTP
        self.proxy = proxy
        self.deadline = deadline
        self.isCancelled = isCancelled
    }
}
