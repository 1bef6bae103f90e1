import CCrypto

/// What libcrypto last complained about on this thread.
enum LibcryptoFault {
    /// Takes the complaints off the thread's list.
    static var last: String {
        var text = "no reason given"
        while case let code = ERR_get_error(), code != 0 {
            if let reason = ERR_reason_error_string(code) { text = String(cString: reason) }
        }
        return text
    }
}
