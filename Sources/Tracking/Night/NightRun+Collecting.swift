import Foundation
import GitStore
import Material
import Statute

extension NightRun {
    /// Files that a source gave, or why it gave none.
    struct Collected: Sendable {
        var files: [File]
        /// Sentences for the report.
        var notices: [String]

        struct File: Sendable {
            var name: String
            var origin: String
            var bytes: [UInt8]
        }
    }

    /// Takes in what needs no page: files of a drop box, at once; of a repository, beside.
    func collect(_ number: Int) throws {
        let job = jobs[number]
        switch job.source.kind {
        case .folder(let path):
            try collected(number, DropBoxLook.files(settings.snapshots, path, now: settings.now))
        case .git(let url, let path):
            open.insert(number)
            let wanted = MirrorWanted(
                url: url, folder: path ?? "", mirrors: settings.mirrors.path, titles: job.instrument.allTitles
            )
            crew.collect(number, wanted, with: ports.mirrors)
        default: break
        }
    }

    /// Hands the files in one by one, as if each were a page.
    func collected(_ number: Int, _ result: Result<Collected, FetchFailure>) throws {
        let job = jobs[number]
        switch result {
        case .failure(let failure):
            if failure.isTransient, job.round == 1, !isStopping { return again.append((number, failure)) }
            try failed(number, failure)
        case .success(let collected):
            var state = try states.state(job.name)
            state.succeeded(at: settings.now)
            try states.set(state, for: job.name)
            let count = collected.files.count
            let words = ["\(count) \(count == 1 ? "file" : "files")"] + collected.notices
            end(number, outcome(number, .unchanged, words.joined(separator: "; "), nil))
            for file in collected.files { try take(file, of: number) }
        }
    }

    private func take(_ file: Collected.File, of number: Int) throws {
        let source = jobs[number]
        let name = DatedFileName(URL(filePath: file.name).deletingPathExtension().lastPathComponent)
        let job = NightJob(
            instrument: source.instrument, source: source.source, purpose: .page,
            key: try CaptureKeys.found(source.source, file.name, of: source.instrument.id), url: file.origin,
            announcement: Announcement(words: name.title, date: name.date))
        jobs.append(job)
        let document = FetchedDocument(bytes: file.bytes, exchange: Exchange(hops: []))
        try fetched(jobs.count - 1, .document(document))
    }
}

/// The files that lie in a drop box.
enum DropBoxLook {
    /// A folder that nobody has made is an empty one.
    static func files(_ snapshots: URL, _ path: String, now: Instant) -> Result<
        NightRun.Collected, FetchFailure
    > {
        let box = DropBox(folder: snapshots.appending(path: path).path)
        var collected = NightRun.Collected(files: [], notices: [])
        do throws(DropBoxFault) {
            let content = try box.look(now: now)
            collected.notices = content.left.map { "\($0.name) was left: \($0.reason)" }
            for file in content.files {
                do throws(DropBoxFault) {
                    let bytes = try box.bytes(of: file)
                    collected.files.append(
                        .init(name: file.name, origin: "\(path)/\(file.name)", bytes: bytes))
                } catch {
                    collected.notices.append("was left: \(error.message)")
                }
            }
            return .success(collected)
        } catch {
            if error.kind == .absent { return .success(collected) }
            return .failure(FetchFailure(kind: .broken, message: error.message, isTransient: false))
        }
    }
}
