/// Puts a name under every commit: the store hands over what is to be signed and takes a signature for it.
///
/// The same payload must give the same signature (Ed25519 does), or else a batch that is written again, or a timeline
/// that is rebuilt, would get other ids.
package struct CommitSigner: Sendable {
    let sign: @Sendable (_ payload: [UInt8]) throws(StoreError) -> String

    /// - Parameter sign: gets a commit as it would stand without a signature and returns the armoured SSH signature of
    ///   it, `-----BEGIN SSH SIGNATURE-----` and so on, in git's namespace (`git`).
    package init(sign: @escaping @Sendable (_ payload: [UInt8]) throws(StoreError) -> String) {
        self.sign = sign
    }
}
