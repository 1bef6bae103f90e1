import GitStore
import Statute

/// Every state in which a text was committed to a repository, oldest commit first.
///
/// A state comes once: a commit that only moves a file, or a merge that brings what its branch had brought, gives nothing.
/// A text that goes back to what it was is a state of its own. The last state of each file is that of HEAD.
///
/// It holds the commits' ids and the names of all files, and reads one commit's difference at a time: some 200 bytes a
/// commit and some 300 a file, whatever the history's length in bytes.
final class HistoryFeed: ImportFeed {
    /// A path as bytes: as strings, two Unicode forms of one name are equal.
    private typealias Name = [UInt8]

    private let history: GitHistory
    private let register: Register
    private let limit: Int
    private let commits: [ObjectID]
    private var nextCommit = 0
    /// What one commit brought and is not given yet, last first.
    private var waiting: [MirrorChange] = []
    private var commit: (id: String, authored: Int64) = ("", 0)
    /// What each file holds, as far as history has been read.
    private var current: [Name: ObjectID] = [:]
    /// Contents by the name that they had, without its folders: a date in the name makes another version.
    private var seen: Set<Name> = []
    /// The first name of files that were renamed.
    private var places: [Name: String] = [:]
    private var leftOut: [String] = []

    private var twins = NameTwins()
    var count: Int? { nil }
    var notices: [String] {
        let cut =
            history.isShallow
            ? ["\(history.path): a shallow clone; what was committed before it was cut off is not there"] : []
        return cut + leftOut
    }

    /// - Parameter limit: bytes; a larger file is refused.
    init(_ history: GitHistory, register: Register, limit: Int) throws {
        self.history = history
        self.register = register
        self.limit = limit
        commits = try history.commits()
    }

    func next() throws -> ImportItem? {
        while true {
            if let change = waiting.popLast() {
                if let item = item(change) { return item }
                continue
            }
            guard nextCommit < commits.count else { return nil }
            try read(commits[nextCommit])
            nextCommit += 1
        }
    }

    /// Looks at what a commit changed. What went is noted before what came, so that a file that was moved keeps its place.
    private func read(_ id: ObjectID) throws {
        let found = try history.changes(in: id)
        leftOut += found.notices.prefix(max(0, 200 - leftOut.count))
        let endings = ImportFolder.Layout.git.endings
        let changes = found.changes.filter { FileListing.isText($0.path, endings: endings) }
        if changes.isEmpty { return }
        commit = (id.description, try history.authored(id))
        var gone: [ObjectID: String] = [:]
        for change in changes where change.after == nil {
            let name = Array(change.path.utf8)
            guard let blob = current.removeValue(forKey: name) else { continue }
            gone[blob] = places.removeValue(forKey: name) ?? change.path
            twins.remove(change.path)
        }
        for change in changes {
            let name = Array(change.path.utf8)
            guard let blob = change.after, current[name] == nil else { continue }
            twins.add(change.path)
            if let place = gone[blob] { places[name] = place }
        }
        waiting = changes.filter { $0.after != nil }.reversed()
    }

    /// Nil where the state is known.
    private func item(_ change: MirrorChange) -> ImportItem? {
        let name = Array(change.path.utf8)
        guard let blob = change.after, current[name] != blob else { return nil }
        let isNewName = current.updateValue(blob, forKey: name) == nil
        let last = name.split(separator: 0x2f).last ?? name[...]
        if !seen.insert(blob.bytes + last).inserted, isNewName { return nil }
        let revision = Revision(commit: commit.id, path: change.path, authored: commit.authored)
        let text = ImportedText(
            file: change.path, place: places[name], layout: .git, register: register)
        var item = ImportItem(
            name: revision.name, text: text, size: 0, content: .bytes([]), revision: revision,
            twin: twins.twin(of: change.path))
        do {
            let bytes = try history.content(blob, limit: limit)
            item.size = bytes.count
            item.content = .bytes(bytes)
        } catch {
            item.content = .refused(error.message)
        }
        return item
    }
}
