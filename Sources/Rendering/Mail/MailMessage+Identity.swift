extension MailMessage {
    /// The Message-ID of a message that was made by ``bytes(limit:)``, without angle brackets; nil where there is none.
    ///
    /// Read from the bytes, because they are what was sent: a digest that was cut to fit has another id than the whole.
    package static func identity(of bytes: [UInt8]) -> String? {
        let name = Array("Message-ID: <".utf8)
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            // The first empty line ends the headers.
            if line.isEmpty || line.elementsEqual([0x0D]) { return nil }
            guard line.starts(with: name) else { continue }
            let id = line.dropFirst(name.count).prefix { $0 != 0x3E }
            return id.isEmpty ? nil : String(decoding: id, as: UTF8.self)
        }
        return nil
    }
}
