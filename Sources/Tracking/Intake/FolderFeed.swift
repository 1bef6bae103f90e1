import Statute

/// The files of a folder, or one file.
final class FolderFeed: ImportFeed {
    private let folder: ImportFolder
    private let register: Register
    private let files: [FileListing.File]
    private let refusals: [Refusal]
    private var given = 0

    private let twins: NameTwins
    var count: Int? { files.count + refusals.count }
    var notices: [String] { [] }

    init(_ folder: ImportFolder, register: Register) {
        self.folder = folder
        self.register = register
        (files, refusals) = folder.listing
        var twins = NameTwins()
        for file in files { twins.add(file.name) }
        self.twins = twins
    }

    func next() -> ImportItem? {
        defer { given += 1 }
        if given < refusals.count { return item(refusals[given]) }
        let number = given - refusals.count
        guard number < files.count else { return nil }
        let file = files[number]
        return ImportItem(
            name: file.name, text: ImportedText(file: file.name, layout: folder.layout, register: register),
            size: file.size, content: .file(folder.place(of: file.name)), twin: twins.twin(of: file.name))
    }

    private func item(_ refusal: Refusal) -> ImportItem {
        ImportItem(
            name: refusal.origin,
            text: ImportedText(file: refusal.origin, layout: folder.layout, register: register), size: 0,
            content: .refused(refusal.reason))
    }
}
