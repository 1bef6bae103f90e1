import CCurl
import Glibc
import Material
import Synchronization

/// One request on the wire, through curl's easy handle in a multi handle of its own: that way it is us who watch clock,
/// cancellation and end. Blocks; made, run and dropped on one thread.
///
/// Content-Length is checked here and not by curl, which reads no further than announced and so cannot see that more
/// came.
final class Transfer {
    /// Set from any thread.
    final class Switch: Sendable {
        private let flag = Atomic(false)
        var isOff: Bool { flag.load(ordering: .relaxed) }
        func turnOff() { flag.store(true, ordering: .relaxed) }
    }

    let request: HopRequest
    var head: ResponseHead
    var decoder: ContentDecoder?
    var framing = ResponseHead.Framing.close
    /// Body bytes as transferred, chunking undone.
    var received: Int64 = 0
    /// Why a callback stopped the transfer.
    var fault: HopReply.Fault?
    /// No more of the body is wanted.
    var isCut = false
    /// Addresses that the policy did not let through.
    var refused: [(address: IPAddress?, verdict: AddressPolicy.Verdict)] = []
    var hasOpened = false

    init(_ request: HopRequest) {
        self.request = request
        head = ResponseHead(byteLimit: request.limits.fieldBytes, countLimit: request.fieldCount)
    }

    /// A document is only what comes with 200; of other bodies a part is enough.
    var isDocument: Bool { head.status == 200 }

    /// What a redirect says besides where to is not read.
    var isRedirect: Bool { [301, 302, 303, 307, 308].contains(head.status) }

    /// Takes one line of the head; false stops the transfer.
    func take(line: UnsafeBufferPointer<UInt8>) -> Bool {
        do throws(ResponseHead.Fault) {
            let wasWhole = head.isWhole
            try head.add(line)
            if head.isWhole, !wasWhole { try begin() }
        } catch .tooLarge {
            fault = .init(
                kind: .fieldsTooLarge, reason: "sent more header fields than are read", isTransient: false)
        } catch {
            fault = .init(kind: .malformed, reason: "sent a header that contradicts HTTP", isTransient: false)
        }
        return fault == nil
    }

    /// Takes a piece of the body; false stops the transfer.
    func take(body: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let decoder else { return false }
        received += Int64(body.count)
        do throws(ContentDecoder.Fault) {
            try decoder.add(body)
        } catch .tooLarge {
            if isDocument {
                fault = .init(
                    kind: .tooLarge,
                    reason: "sent more than the \(request.limits.bodyBytes) bytes that are read",
                    isTransient: false)
            } else {
                isCut = true
            }
            return false
        } catch {
            if isDocument {
                fault = .init(
                    kind: .contentCoding, reason: "sent bytes that are not in the coding it names",
                    isTransient: true)
            } else {
                isCut = true
            }
            return false
        }
        return true
    }

    /// The head is whole.
    private func begin() throws(ResponseHead.Fault) {
        framing = try head.framing()
        let limit = isDocument ? request.limits.bodyBytes : request.failureBytes
        let named = head.values("Content-Encoding").map(\.text).joined(separator: ",")
        let coding = ContentDecoder.coding(named: named)
        if isDocument, coding == nil {
            fault = .init(
                kind: .contentCoding, reason: "used the content coding \(named.debugDescription)",
                isTransient: false)
        }
        if isDocument, case .length(let length) = framing, length > Int64(limit) {
            fault = .init(
                kind: .tooLarge, reason: "announced \(length) bytes, more than the \(limit) that are read",
                isTransient: false)
        }
        decoder = ContentDecoder(coding ?? .identity, limit: limit)
    }
}
