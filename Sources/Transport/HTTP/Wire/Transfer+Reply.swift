import CCurl
import Material

extension Transfer {
    /// - Parameter code: nil where we ended the transfer ourselves.
    func reply(from handle: UnsafeMutableRawPointer, code: CURLcode?) -> HopReply {
        var reply = HopReply(status: head.isWhole ? head.status : nil)
        reply.fields = head.fields
        reply.location = head.values("Location").first?.value
        reply.fault = fault ?? judged(code, handle)
        reply.body = body(reply.fault)
        reply.leaf = Certificate.leaf(of: handle)
        if request.proxy == nil, hasOpened, reply.status != nil || reply.fault?.kind != .connect {
            var text: UnsafeMutablePointer<CChar>?
            if lexwatch_curl_get_string(handle, CURLINFO_PRIMARY_IP, &text) == CURLE_OK, let text {
                reply.address = text.pointee == 0 ? nil : String(cString: text)
            }
        }
        return reply
    }

    /// The whole document; of anything else no more than a failure keeps.
    private func body(_ fault: HopReply.Fault?) -> [UInt8] {
        guard let output = decoder?.output, !isRedirect else { return [] }
        return isDocument && fault == nil ? output : Array(output.prefix(request.failureBytes))
    }

    /// Looks at a transfer that no callback stopped.
    private func judged(_ code: CURLcode?, _ handle: UnsafeMutableRawPointer) -> HopReply.Fault? {
        if head.isWhole, isRedirect || isCut { return nil }
        // Some servers tear the connection down instead of closing it; the announced bytes are here all the same.
        let isEnd = code == nil || code == CURLE_OK || (hasAllAnnounced && code == CURLE_RECV_ERROR)
        guard isEnd, head.isWhole else { return fault(of: code ?? CURLE_GOT_NOTHING, handle) }
        // 204 and 304 have no body whatever they announce (RFC 9112, 6.3, rule 1).
        if case .length(let length) = framing, head.status != 204, head.status != 304, received != length {
            let reason = "announced \(length) bytes and sent \(received < length ? "\(received)" : "more")"
            return .init(kind: .truncated, reason: reason, isTransient: true)
        }
        do throws(ContentDecoder.Fault) {
            try decoder?.finish()
        } catch {
            guard isDocument else { return nil }
            return .init(
                kind: .contentCoding, reason: "sent a body whose content coding is cut off", isTransient: true
            )
        }
        return nil
    }

    private func fault(of code: CURLcode, _ handle: UnsafeMutableRawPointer) -> HopReply.Fault {
        let words = String(cString: curl_easy_strerror(code))
        func fault(_ kind: FetchFailure.Kind, _ reason: String, _ isTransient: Bool) -> HopReply.Fault {
            .init(kind: kind, reason: reason, isTransient: isTransient)
        }
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: return fault(.name, "the name does not resolve", true)
        case CURLE_COULDNT_RESOLVE_PROXY: return fault(.name, "the proxy's name does not resolve", true)
        case CURLE_COULDNT_CONNECT: return unconnected
        case CURLE_OPERATION_TIMEDOUT:
            // Before the first socket it is the name that is waited for.
            let isNamed = hasOpened || !refused.isEmpty
            let time = "within \(HopReply.Fault.seconds(request.limits.connect)) seconds"
            return isNamed
                ? fault(.connect, "no connection \(time)", true)
                : fault(.name, "the name does not resolve \(time)", true)
        case CURLE_PEER_FAILED_VERIFICATION: return unverified(handle)
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_INVALIDCERTSTATUS:
            return fault(.tls, "no TLS connection: \(words)", true)
        case CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CRL_BADFILE:
            return fault(.tls, "no TLS connection: the file of trusted certificates cannot be read", false)
        case CURLE_PARTIAL_FILE: return fault(.truncated, "the body was cut off", true)
        case CURLE_GOT_NOTHING: return fault(.broken, "closed the connection without an answer", true)
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR: return fault(.broken, "the connection broke", true)
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING:
            return fault(.malformed, "did not answer in HTTP", false)
        // curl keeps no more than some 100 KB of one line.
        case CURLE_OUT_OF_MEMORY:
            return fault(.fieldsTooLarge, "sent more header fields than are read", false)
        case CURLE_URL_MALFORMAT: return fault(.badURL, "is no URL", false)
        default: return fault(.broken, "the transfer failed: \(words)", true)
        }
    }

    private var unconnected: HopReply.Fault {
        guard let first = refused.first, !hasOpened,
            let fault = first.verdict.fault(first.address, port: request.url.port)
        else { return .init(kind: .connect, reason: "no connection", isTransient: true) }
        return fault
    }

    /// What OpenSSL found, by its X509_V_ERR numbers (`openssl verify`). Where the chain is good it is curl that misses
    /// the host in the certificate, which it does before it sets the number: 1 is what stands there from the start.
    private func unverified(_ handle: UnsafeMutableRawPointer) -> HopReply.Fault {
        var found = 0
        _ = lexwatch_curl_get_long(handle, CURLINFO_SSL_VERIFYRESULT, &found)
        let (kind, reason): (FetchFailure.Kind, String) =
            switch found {
            case 0, 1, 62, 64: (.tlsWrongHost, "the certificate is for another host")
            case 10: (.tlsExpired, "the certificate has expired")
            case 18, 19: (.tlsSelfSigned, "the certificate is signed by nobody we trust but itself")
            case 9: (.tls, "the certificate is not valid yet")
            case 20, 21: (.tls, "nobody we trust has signed the certificate")
            default: (.tls, "the certificate does not hold (OpenSSL \(found))")
            }
        return .init(kind: kind, reason: reason, isTransient: false)
    }
}
