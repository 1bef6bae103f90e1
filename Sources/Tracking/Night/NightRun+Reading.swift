import Foundation
import Material
import Statute

extension NightRun {
    /// A document has been read, or cannot be.
    func read(_ number: Int, _ result: Result<ReadText, ReadingFault>) throws {
        let job = jobs[number]
        switch (job.purpose, result) {
        case (.index, .success(let read)): try follow(number, read.readout)
        case (.index, .failure(let fault)):
            try failed(
                number, FetchFailure(kind: .malformed, message: fault.message, isTransient: false))
        case (.attachment(let page), .success(let read)):
            candidates[page]?.attachment = read
            if job.source.attachment == .only { candidates[page]?.holder = number }
            end(number, outcome(number, .unchanged, "", documents[number]))
            try judge(page)
        case (.attachment(let page), .failure(let fault)):
            end(number, SourceOutcome(source: job.name, kind: .failed, detail: fault.message))
            try attachmentFailed(page, fault.message)
        case (.page, .success(let read)):
            candidates[number] = Candidate(read: read, holder: number)
            if job.archived != nil { return archived.append(number) }
            guard wantsAttachment(job, read), let url = attachment(of: number, read.readout.links) else {
                return try judge(number)
            }
            let key = try CaptureKeys.attachment(of: job)
            jobs.append(
                NightJob(
                    instrument: job.instrument, source: job.source, purpose: .attachment(of: number),
                    key: key,
                    url: url))
            fetch(jobs.count - 1, SourceState())
        case (.page, .failure(let fault)): try unreadable(number, fault)
        }
    }

    /// A declared attachment; or for a found document any, where the page itself holds no law.
    private func wantsAttachment(_ job: NightJob, _ read: ReadText) -> Bool {
        job.source.attachment != .none
            || (job.source.target == .found && read.parsed.text.articleLevel.isEmpty)
    }

    /// The address of the first file that the page attaches.
    private func attachment(of number: Int, _ links: [Link]) -> String? {
        let base = URL(string: documents[number]?.exchange.finalURL ?? jobs[number].url)
        for link in links {
            guard let url = URL(string: link.address, relativeTo: base)?.absoluteURL,
                Self.attached.contains(url.pathExtension.lowercased())
            else { continue }
            return url.absoluteString
        }
        return nil
    }

    private static let attached: Set<String> = ["doc", "docx", "wps", "pdf", "ofd"]

    /// The file that should hold the text did not come, or cannot be read.
    func attachmentFailed(_ page: Int, _ why: String) throws {
        guard jobs[page].source.attachment == .beside, var candidate = candidates[page] else {
            candidates[page] = nil
            return try failed(
                page,
                FetchFailure(kind: .malformed, message: "the attached file: \(why)", isTransient: false))
        }
        // The page has the text as well; that the two could not be compared is said.
        candidate.read.readout.notices.append("the attached file was not compared: \(why)")
        candidates[page] = candidate
        try judge(page)
    }

    /// What came cannot be read: the bytes are kept, and a person is told. What only lacks a program is a failure of
    /// ours and not of the source.
    private func unreadable(_ number: Int, _ fault: ReadingFault) throws {
        let job = jobs[number]
        var state = try states.state(job.name)
        var outcome = outcome(number, .failed, fault.message, documents[number])
        if fault.kind == .needsProgram || fault.kind == .program {
            failed(&state, &outcome)
        } else {
            let signal = Signal(.unreadable, fault.message, release: .reviewer)
            outcome.kind = .quarantined
            if let digest = TextDigest(hex: outcome.sha256 ?? "") {
                let open = OpenQuarantine(signals: [signal], digest: digest, at: settings.now)
                try hold(number, &state, &outcome, again(state, open))
            }
        }
        try states.set(state, for: job.name)
        end(number, outcome)
        try next(after: number)
    }
}
