package import GitStore

/// What a rebuild found and did.
package struct RebuildReport: Sendable, Hashable {
    /// One text of one version.
    package struct Line: Sendable, Hashable {
        /// `cn/cybersecurity-law@2016-11-07.adopted`.
        package var version: String
        /// Empty where the whole version is meant.
        package var language: String
        /// The source of its capture.
        package var capture: String
        /// Why it was made again, or why it was not: a sentence.
        package var reason: String
    }

    /// A text that reads otherwise today.
    package struct Upgrade: Sendable, Hashable {
        package var line: Line
        /// How many articles differ; 0 where only a title, a heading or a headnote does.
        package var articles: Int
        /// The first of them, `art_37`.
        package var first: String?
    }

    /// How a branch of the new store stands to that of the old one.
    package struct Branch: Sendable, Hashable {
        package var name: String
        package var commit: ObjectID
        package var commits: Int
        /// The same commit, and with it the same history.
        package var isEqual: Bool
    }

    package var versions = 0
    package var texts = 0
    /// Texts that read as they are stored.
    package var same = 0
    package var upgraded: [Upgrade] = []
    /// Their captures are not in the store.
    package var missing: [Line] = []
    /// Their captures cannot be read, or not so that the text could be put in place of the stored one.
    package var unreadable: [Line] = []
    /// Upgrades that only lose words, in several laws at once; nothing is made of them until a person says so.
    package var held: [Upgrade] = []
    /// Commits made on versions.
    package var commits = 0
    /// Instruments whose timeline looks different now.
    package var timelines = 0
    /// Only of a new store.
    package var branches: [Branch] = []
    /// Whether the newest versions are the same, file by file; nil but for a new store.
    package var isSameContent: Bool?

    package init() {}

    /// Something was left as it is.
    package var needsPerson: Bool { !missing.isEmpty || !unreadable.isEmpty || !held.isEmpty }
}
