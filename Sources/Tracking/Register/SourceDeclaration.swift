package import Statute

/// Where texts of an instrument come from, as its declaration says under `sources`.
package struct SourceDeclaration: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// One page.
        case http(url: String)
        /// An index page; its links whose words hold all the words are followed.
        case listing(url: String, words: [String])
        /// Atom or RSS; entries whose titles hold all the words are followed.
        case feed(url: String, words: [String])
        case memento(MementoDeclaration)
        /// A repository of dated texts.
        case git(url: String, path: String?)
        /// A drop box below the snapshots folder, for files that a person got.
        case folder(path: String)

        package var name: String {
            switch self {
            case .http: "http"
            case .listing: "listing"
            case .feed: "feed"
            case .memento: "memento"
            case .git: "git"
            case .folder: "folder"
            }
        }

        /// The address, or the folder.
        package var place: String {
            switch self {
            case .http(let url), .listing(let url, _), .feed(let url, _), .git(let url, _): url
            case .memento(let memento): memento.url
            case .folder(let path): path
            }
        }

        /// Whether it needs no network.
        package var isLocal: Bool {
            if case .folder = self { return true }
            return false
        }
    }

    /// Which version a text from here is.
    package enum Target: Sendable, Hashable {
        /// The consolidated text in force; its headnotes tell which version that is.
        case current
        case version(VersionName)
        /// Whatever a found document turns out to be.
        case found
    }

    /// Whether a page's text lies in an attached file.
    package enum Attachment: String, Sendable, Hashable, CaseIterable {
        case none
        /// Page and file both hold the text, and are compared.
        case beside
        /// The page only leads to the file.
        case only
    }

    /// `[a-z0-9][a-z0-9-]*`, unique in the instrument; the folder of its captures.
    package var id: String
    package var kind: Kind
    /// A copy of an official text somewhere else.
    package var isMirror: Bool
    package var language: Language
    package var target: Target
    /// To the element that holds the text; nil to find it by its own structure.
    package var xpath: String?
    package var attachment: Attachment

    package init(
        id: String, kind: Kind, isMirror: Bool = false, language: Language = .zh, target: Target,
        xpath: String? = nil, attachment: Attachment = .none
    ) {
        self.id = id
        self.kind = kind
        self.isMirror = isMirror
        self.language = language
        self.target = target
        self.xpath = xpath
        self.attachment = attachment
    }
}

/// A page as an archive kept it (RFC 7089).
package struct MementoDeclaration: Sendable, Hashable {
    /// The original address.
    package var url: String
    package var timegate: String?
    package var timemap: String?
    package var from: CalendarDate?
    package var to: CalendarDate?
    /// The archive's own frame is left out (`id_` of a Wayback address).
    package var isRaw: Bool
}
