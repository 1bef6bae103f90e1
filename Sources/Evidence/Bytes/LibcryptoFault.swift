import CCrypto

/// What libcrypto complained about on this thread. Reading takes the complaints off its list.
enum LibcryptoFault {
    /// The newest complaint.
    static var last: String { reasons.last ?? "no reason given" }

    /// All of them, the oldest and deepest first.
    static var all: String {
        let reasons = reasons
        return reasons.isEmpty ? "no reason given" : reasons.joined(separator: "; ")
    }

    private static var reasons: [String] {
        var found: [String] = []
        while case let code = ERR_get_error(), code != 0 {
            if let reason = ERR_reason_error_string(code) { found.append(String(cString: reason)) }
        }
        return found
    }
}
