import Foundation
import GitStore
import Statute

/// Writes versions as an import does: through ``GitStore/write(_:)``, many in a batch, one commit each.
struct Writing {
    struct Result: Encodable {
        var versions = 0
        var packs = 0
        var objects = 0
        /// The newest commit.
        var tip = ""
        /// The most memory that the process had, in kibibytes.
        var memory = 0
    }

    let store: String
    let file: String
    /// Versions at a time.
    let batch: Int

    func run() throws -> Result {
        let store = try GitStore(path: store, access: .writing)
        var reader = try VersionReader(path: file)
        var result = Result()
        var work = StoreBatch()
        while let draft = try reader.next() {
            work.add(draft, to: .versions)
            if work.count >= batch { try write(&work, to: store, &result) }
        }
        try write(&work, to: store, &result)
        result.tip = try store.tip(.versions)?.description ?? ""
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        result.memory = usage.ru_maxrss
        return result
    }

    private func write(_ work: inout StoreBatch, to store: GitStore, _ result: inout Result) throws {
        guard !work.isEmpty else { return }
        let report = try store.write(work)
        result.versions += report.written
        result.packs += report.packs
        result.objects += report.objects
        work = StoreBatch()
    }
}
