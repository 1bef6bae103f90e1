internal import CLibgit2
import Statute

extension CopyLink {
    /// What libgit2 asks and tells while it works.
    var callbacks: git_remote_callbacks {
        var callbacks = git_remote_callbacks()
        git_remote_init_callbacks(&callbacks, UInt32(GIT_REMOTE_CALLBACKS_VERSION))
        callbacks.credentials = { out, _, user, kinds, payload in
            guard let out, let link = CopyLink.link(payload) else { return -1 }
            return link.answer(out, user: user.map { String(cString: $0) }, kinds: kinds)
        }
        callbacks.certificate_check = { certificate, valid, _, payload in
            guard let certificate, let link = CopyLink.link(payload) else { return -1 }
            return link.trusts(certificate, valid: valid != 0) ? 0 : GIT_ECERTIFICATE.rawValue
        }
        callbacks.push_negotiation = { updates, count, payload in
            guard let link = CopyLink.link(payload) else { return -1 }
            return link.agrees(updates, count) ? 0 : GIT_EUSER.rawValue
        }
        callbacks.push_update_reference = { name, status, payload in
            guard let name, let link = CopyLink.link(payload) else { return -1 }
            if let status { link.rejected[String(cString: name)] = Printable.text(String(cString: status)) }
            return 0
        }
        callbacks.push_transfer_progress = { _, _, _, payload in CopyLink.goesOn(payload) }
        callbacks.pack_progress = { _, _, _, payload in CopyLink.goesOn(payload) }
        callbacks.sideband_progress = { _, _, payload in CopyLink.goesOn(payload) }
        callbacks.transfer_progress = { progress, payload in
            guard let progress = progress?.pointee, let link = CopyLink.link(payload) else { return -1 }
            let objects = max(progress.total_objects, progress.received_objects)
            return link.watch.has(bytes: progress.received_bytes, objects: Int(objects)) ? 0 : -1
        }
        callbacks.payload = Unmanaged.passUnretained(self).toOpaque()
        return callbacks
    }

    private static func link(_ payload: UnsafeMutableRawPointer?) -> CopyLink? {
        payload.map { Unmanaged<CopyLink>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func goesOn(_ payload: UnsafeMutableRawPointer?) -> Int32 {
        (link(payload)?.watch.mayGoOn() ?? false) ? 0 : -1
    }

    /// Whether what libgit2 is about to ask for is what we mean: every reference from where we saw it.
    private func agrees(_ updates: UnsafeMutablePointer<UnsafePointer<git_push_update>?>?, _ count: Int)
        -> Bool
    {
        for index in 0..<count {
            guard let update = updates?[index]?.pointee,
                let name = update.dst_refname.map({ String(cString: $0) })
            else { return false }
            let (old, new) = (ObjectID(update.src), ObjectID(update.dst))
            let isNew = old.bytes.allSatisfy { $0 == 0 }
            guard let meant = expected[name], meant.new == new, meant.old == (isNew ? nil : old) else {
                refusal = CopyError(
                    .conflict,
                    "\(address): \(Printable.text(name)) was moved by somebody else in the meantime")
                return false
            }
        }
        return true
    }

    private func answer(
        _ out: UnsafeMutablePointer<UnsafeMutablePointer<git_credential>?>, user: String?, kinds: UInt32
    ) -> Int32 {
        func refuse(_ reason: String) -> Int32 {
            refusal = CopyError(.credentials, "\(address): \(reason)")
            return GIT_EAUTH.rawValue
        }
        if kinds == GIT_CREDENTIAL_USERNAME.rawValue { return git_credential_username_new(out, "git") }
        asked += 1
        if case .ssh(let named, _, _) = address.way {
            let user = user ?? named ?? "git"
            guard kinds & GIT_CREDENTIAL_SSH_KEY.rawValue != 0 else { return refuse("takes no keys") }
            guard asked == 1 else {
                return refuse(
                    "does not take \(access.keyFile.map { "the key in \($0)" } ?? "any key of the agent") for \(Printable.text(user))"
                )
            }
            if let file = access.keyFile {
                return git_credential_ssh_key_new(out, user, nil, file, access.keyPassphrase)
            }
            guard access.hasAgent else {
                return refuse("wants a key; name one with ssh-key, or run an ssh agent")
            }
            return git_credential_ssh_key_from_agent(out, user)
        }
        guard kinds & GIT_CREDENTIAL_USERPASS_PLAINTEXT.rawValue != 0, let host = address.host else {
            return refuse("wants to know who we are in a way that is not understood")
        }
        guard address.way == .https || address.isLoopback else {
            return refuse("wants a token, which is not sent over plain http")
        }
        let variable = CopyAddress.tokenVariable(host)
        guard let token = access.token(host) else {
            return refuse("wants a token; set \(variable) to token or user:token")
        }
        guard asked == 1 else { return refuse("does not take the token of \(variable)") }
        let parts = token.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2
            ? git_credential_userpass_plaintext_new(out, String(parts[0]), String(parts[1]))
            : git_credential_userpass_plaintext_new(out, "git", token)
    }

    private func trusts(_ certificate: UnsafeMutablePointer<git_cert>, valid: Bool) -> Bool {
        guard case .ssh(_, let host, let port) = address.way else {
            if !valid {
                refusal = CopyError(.certificate, "\(address): its certificate is not to be trusted")
            }
            return valid
        }
        let key: [UInt8]? = certificate.withMemoryRebound(to: git_cert_hostkey.self, capacity: 1) { raw in
            guard raw.pointee.parent.cert_type == GIT_CERT_HOSTKEY_LIBSSH2,
                raw.pointee.type.rawValue & GIT_CERT_SSH_RAW.rawValue != 0, let start = raw.pointee.hostkey
            else { return nil }
            return Array(UnsafeRawBufferPointer(start: start, count: raw.pointee.hostkey_len))
        }
        guard let key else {
            refusal = CopyError(.hostKey, "\(address): shows no key")
            return false
        }
        let shown = "SHA256:" + Base64.text(SHA256.digest(of: key))
        let files = access.knownHosts.joined(separator: ", ")
        switch KnownHosts(files: access.knownHosts).verdict(host: host, port: port, key: key) {
        case .known: return true
        case .unknown:
            refusal = CopyError(
                .hostKey,
                "\(address): its key \(shown) is in none of \(files.isEmpty ? "no file" : files); compare it with what the host's keeper says, then add it with ssh-keyscan"
            )
        case .changed:
            refusal = CopyError(
                .hostKey,
                "\(address): its key \(shown) is not the one in \(files): another host may be answering")
        case .revoked:
            refusal = CopyError(.hostKey, "\(address): its key \(shown) is marked as revoked in \(files)")
        }
        return false
    }
}
