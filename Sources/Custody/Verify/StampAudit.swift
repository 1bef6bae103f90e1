import Evidence
import Statute

/// Checks the time stamps that a log keeps.
enum StampAudit {
    /// - Parameter anchors: PEM certificates.
    static func run(_ head: LogHead, anchors: String) -> (problems: [Problem], remarks: [String]) {
        var problems: [Problem] = []
        var remarks: [String] = []
        let names = (try? head.tree.names("stamps")) ?? []
        for size in names.filter({ $0.hasSuffix(".tsr") }).compactMap({ Int($0.dropLast(4)) }).sorted() {
            let place = "log \(Stamp.path(size, "tsr"))"
            do {
                guard let answer = try head.tree.file(Stamp.path(size, "tsr")),
                    let query = try head.tree.file(Stamp.path(size, "tsq")),
                    let note = try head.tree.file(Stamp.path(size, "note"))
                else {
                    problems.append(
                        Problem(.stamp, place, "what was stamped, or the query, is not beside it"))
                    continue
                }
                let request = try TimeStampRequest(parsing: query)
                guard request.digest == SHA2.sha256(note) else {
                    problems.append(Problem(.stamp, place, "it is of other bytes than the note beside it"))
                    continue
                }
                let (checkpoint, _) = try LogHead.parsed(String(decoding: note, as: UTF8.self), place: place)
                let peaks = try head.tiles.peaks(of: min(checkpoint.size, head.checkpoint.size))
                guard checkpoint.size == size, checkpoint.origin == head.checkpoint.origin,
                    MerkleFrontier(size: size, peaks: peaks)?.root == checkpoint.root
                else {
                    problems.append(Problem(.fork, place, "the stamped checkpoint is not one of this log"))
                    continue
                }
                let stamp = try TimeStamp(verifying: answer, against: request, anchors: Array(anchors.utf8))
                remarks.append(
                    "the first \(size) entries were there at \(UTC.text(stamp.time)), by the word of \(stamp.authority)"
                )
            } catch {
                problems.append(Problem(.stamp, place, Problem.words(error)))
            }
        }
        if names.isEmpty { remarks.append("no checkpoint has a time stamp") }
        return (problems, remarks)
    }
}
