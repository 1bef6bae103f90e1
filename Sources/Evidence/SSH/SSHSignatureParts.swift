/// What an armoured signature holds.
struct SSHSignatureParts {
    let key: VerifierKey
    let namespace: [UInt8]
    let hash: [UInt8]
    /// 64.
    let bytes: [UInt8]

    init(_ armoured: String) throws(EvidenceError) {
        let subject = SSHSignature.subject
        func malformed(_ reason: String) -> EvidenceError {
            .malformed(subject: subject, line: nil, reason: reason)
        }
        let blob = try Armour.read(Array(armoured.utf8), label: SSHSignature.label, subject: subject)
        var reader = WireReader(blob)
        guard reader.skip(SSHSignature.magic) else { throw malformed("it does not begin with SSHSIG") }
        guard let version = reader.number() else { throw malformed("it is cut short") }
        guard version == 1 else {
            throw .unsupported(
                subject: subject, reason: "it is of version \(version), not 1", advice: "Sign again.")
        }
        guard let key = reader.string(), let namespace = reader.string(), reader.part() != nil,
            let hash = reader.string(), let signature = reader.string()
        else { throw malformed("it is cut short") }
        guard reader.left == 0 else { throw malformed("it goes on after its end") }
        guard !namespace.isEmpty else { throw malformed("its namespace is empty") }
        self.key = try VerifierKey(blob: key, subject: subject)
        var inner = WireReader(signature)
        guard let algorithm = inner.string() else { throw malformed("it is cut short") }
        guard algorithm.elementsEqual(VerifierKey.algorithm.utf8) else {
            throw VerifierKey.otherAlgorithm(String(decoding: algorithm.prefix(40), as: UTF8.self), subject)
        }
        guard let bytes = inner.string(), bytes.count == 64, inner.left == 0 else {
            throw malformed("it is not 64 bytes")
        }
        self.namespace = namespace
        self.hash = hash
        self.bytes = bytes
    }
}
