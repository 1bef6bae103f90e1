import Dispatch
package import Material

/// Fetches documents over HTTP/1.1 (RFC 9110, RFC 9112) through libcurl.
///
/// Every request is checked by itself: scheme, address, port; redirects are followed here and not by curl. An answer
/// counts as whole only when its framing, its announced length and its content coding all say so. No cookies, no
/// authentication, nothing shared between requests.
package struct HTTPFetcher: Fetching {
    package let settings: HTTPSettings
    var courtesy: (any Courtesy)?

    package init(_ settings: HTTPSettings) { self.settings = settings }

    /// Tries until a document is there, the attempts are used up, or the deadline leaves no time for another.
    ///
    /// The deadline counts from the first request; waiting for one's turn at a host, where the client is polite, is not
    /// counted.
    package func fetch(_ request: FetchRequest) async -> FetchResult {
        await send(nil, with: request)
    }

    /// Sends a body with POST, or asks with GET where there is none. The answer to a POST is asked for again like any
    /// other: what is sent must bear to be sent twice.
    func send(_ body: [UInt8]?, with request: FetchRequest) async -> FetchResult {
        let start: WebURL
        let fields: [Exchange.Field]
        do {
            start = try WebURL(request.url)
            fields = try RequestFields.all(request, userAgent: settings.userAgent)
        } catch let fault {
            return .failed(
                FetchFailure(
                    kind: .badURL, message: "\(request.url.debugDescription) \(fault.reason)",
                    isTransient: false))
        }
        var chain = Chain(self, request, fields: fields, body: body)
        let result = await chain.attempts(from: start)
        await chain.seat.leave()
        return result
    }

    /// Runs one request on a thread of its own: curl blocks, and the pool that tasks run on has no thread to spare.
    func perform(_ request: HopRequest) async -> HopReply {
        let off = Transfer.Switch()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                DispatchQueue(label: "lexwatch.http").async {
                    continuation.resume(returning: Transfer.run(request, until: off))
                }
            }
        } onCancel: {
            off.turnOff()
        }
    }
}
