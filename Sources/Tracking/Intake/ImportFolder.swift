package import Foundation
import Statute

/// A folder of dated texts, as `lexwatch import` takes them in.
package struct ImportFolder {
    package enum Layout: String, Sendable, CaseIterable {
        /// LawRefBook/Laws: `行政法/网络安全法(2016-11-07).md`, headnotes above a comment line.
        case lawrefbook
        /// Any folder of `.md` and `.txt` files, the date in brackets, in front or behind, or in the text.
        case folder
        /// The history of a git repository with such files: every state in which each of them was ever committed.
        case git

        var endings: Set<String> { self == .lawrefbook ? ["md"] : ["md", "txt"] }
    }

    package let path: URL
    package let layout: Layout

    package init(path: URL, layout: Layout) {
        self.path = path
        self.layout = layout
    }

    /// The files to read, by path relative to the folder, sorted by bytes; hidden ones are passed over.
    package func files() -> [String] { listing.files.map(\.name) }

    /// Reads one of ``files()``.
    package func arrival(_ file: String, register: Register, decoder: Decoder) throws -> Arrival {
        try ImportedText(file: file, layout: layout, register: register)
            .arrival(try decoder.read(place(of: file)), decoder)
    }

    /// The files, and what is none that can be read.
    var listing: (files: [FileListing.File], refusals: [Refusal]) {
        guard isFolder else {
            let file = FileListing.File(name: path.lastPathComponent, size: 0)
            return (FileManager.default.fileExists(atPath: path.path) ? [file] : [], [])
        }
        let listing = FileListing(path.path, endings: layout.endings)
        return (listing.files, listing.refusals)
    }

    /// The whole path of a file.
    func place(of file: String) -> String { isFolder ? path.path + "/" + file : path.path }

    private var isFolder: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path.path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
