import Glibc
import Material

@testable import Transport

/// A client as the tests want it: the loopback is allowed, waits are short, chance is fixed.
func loopbackClient(
    allowed: [String] = ["127.0.0.0/8"], settings change: (inout HTTPSettings) -> Void = { _ in }
) -> HTTPFetcher {
    var settings = HTTPSettings(
        userAgent: "Lexwatch/0 (+mailto:tests@example.invalid)",
        addresses: AddressPolicy(allowed: allowed.compactMap { AddressRange($0) }),
        backoff: Backoff(base: 0.02, cap: 0.1, random: { 0 }), grace: 0.1,
        now: { Instant(secondsSince1970: Int64(time(nil))) })
    change(&settings)
    return HTTPFetcher(settings)
}

extension FetchLimits {
    /// One attempt, and time enough for a busy machine: tests of deadlines name their own.
    static let once = FetchLimits(deadline: 15, connect: 5, attempts: 1)

    static func once(_ change: (inout FetchLimits) -> Void) -> FetchLimits {
        var limits = once
        change(&limits)
        return limits
    }
}

extension FetchResult {
    var document: FetchedDocument? { if case .document(let document) = self { document } else { nil } }
    var failure: FetchFailure? { if case .failed(let failure) = self { failure } else { nil } }
    var kind: FetchFailure.Kind? { failure?.kind }

    /// The document as UTF-8.
    var text: String? { document.map { String(decoding: $0.bytes, as: UTF8.self) } }

    var exchange: Exchange {
        switch self {
        case .document(let document): document.exchange
        case .notModified(let exchange): exchange
        case .failed(let failure): failure.exchange
        }
    }
}

extension HTTPFetcher {
    /// With ``FetchLimits/once``.
    func get(_ url: String, limits: FetchLimits = .once) async -> FetchResult {
        await fetch(FetchRequest(url: url, limits: limits))
    }
}
