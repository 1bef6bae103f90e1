import Dispatch
package import GitStore
import Material
import Statute

/// Which files of which repository a source wants.
struct MirrorWanted: Sendable {
    var url: String
    var folder: String
    /// Where the copies of repositories are kept.
    var mirrors: String
    /// Files whose names hold one of them.
    var titles: [String]
}

/// How repositories may be reached.
package struct MirrorAccess: Sendable {
    /// Checks an address and says who may be spoken to on the way there.
    package var origin: @Sendable (_ url: String) throws(MirrorError) -> MirrorOrigin

    package init(origin: @escaping @Sendable (_ url: String) throws(MirrorError) -> MirrorOrigin) {
        self.origin = origin
    }
}

/// Brings copies of repositories up to date and takes files out of them, one at a time, each repository once a night
/// however many instruments it serves.
final class MirrorWork: Sendable {
    private let queue = DispatchQueue(label: "lexwatch.mirrors")
    nonisolated(unsafe) private var updated: [String: Result<[String], MirrorError>] = [:]

    func files(
        _ wanted: MirrorWanted, _ access: MirrorAccess, isCancelled: @escaping @Sendable () -> Bool,
        _ done: @escaping @Sendable (Result<NightRun.Collected, FetchFailure>) -> Void
    ) {
        queue.async { [self] in
            do throws(MirrorError) {
                done(.success(try take(wanted, access, isCancelled)))
            } catch {
                done(
                    .failure(
                        FetchFailure(
                            kind: error.kind == .cancelled ? .cancelled : .broken, message: error.message,
                            isTransient: error.isTransient)))
            }
        }
    }

    private func take(
        _ wanted: MirrorWanted, _ access: MirrorAccess, _ isCancelled: @escaping @Sendable () -> Bool
    ) throws(MirrorError) -> NightRun.Collected {
        let mirror = try GitMirror(folder: wanted.mirrors, origin: try access.origin(wanted.url))
        if updated[wanted.url] == nil {
            do throws(MirrorError) {
                let update = try mirror.update(below: wanted.folder, isCancelled: isCancelled)
                updated[wanted.url] = .success(update.notices)
            } catch {
                updated[wanted.url] = .failure(error)
            }
        }
        var collected = NightRun.Collected(files: [], notices: [])
        if let known = updated[wanted.url] { collected.notices = try known.get() }
        let tip = try mirror.tip()?.description.prefix(12) ?? ""
        let titles = Set(wanted.titles.map { TitleSlug.normalised($0) })
        for file in try mirror.files(below: wanted.folder).files {
            let stem = (file.path.split(separator: "/").last ?? "").split(separator: ".").dropLast()
            let name = DatedFileName(stem.joined(separator: "."))
            guard titles.contains(TitleSlug.normalised(name.title)) else { continue }
            collected.files.append(
                .init(
                    name: file.path, origin: "\(wanted.url)#\(file.path)@\(tip)",
                    bytes: try mirror.content(file.id)))
        }
        return collected
    }
}
