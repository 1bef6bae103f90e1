/// What ``GitStore/maintain(_:)`` is to do.
package struct UpkeepOptions: Sendable, Hashable {
    /// All packs become one, whatever their sizes.
    package var isFull = false
    /// Commits and what belongs to them that no reference reaches go.
    package var dropsUnreachable = false
    /// Nothing is changed; the report says what would be.
    package var isDry = false

    package init(isFull: Bool = false, dropsUnreachable: Bool = false, isDry: Bool = false) {
        self.isFull = isFull
        self.dropsUnreachable = dropsUnreachable
        self.isDry = isDry
    }
}

/// What upkeep found and did.
package struct UpkeepReport: Sendable, Hashable {
    /// A file that went, or would go.
    package struct Pruned: Sendable, Hashable {
        /// Below the store.
        package var path: String
        package var bytes: Int
        package var why: String
    }

    /// What a branch holds that those before it do not.
    package struct Branch: Sendable, Hashable {
        /// `captures` …, `timelines` for all of them, or the full name of a reference that is none of ours.
        package var name: String
        package var commits = 0
        package var objects = 0
        /// On disk, as packed.
        package var bytes = 0
    }

    /// What the commits of one day brought, by Beijing's calendar.
    package struct Night: Sendable, Hashable {
        package var day: String
        package var commits = 0
        package var bytes = 0
    }

    /// A commit that no reference reaches.
    package struct Stray: Sendable, Hashable {
        package var id: ObjectID
        package var title: String
        /// The log of evidence names it: it stood on a branch once.
        package var isLogged: Bool
    }

    package var before = StoreFigures()
    package var after = StoreFigures()
    /// The pack that was made; nil when there was nothing to do.
    package var made: String?
    /// Objects in it.
    package var packed = 0
    /// Packs that stayed as they were.
    package var stayed: [String] = []
    package var pruned: [Pruned] = []
    /// Files of others that were left alone, and why.
    package var left: [String] = []
    package var branches: [Branch] = []
    /// Of the last thirty days up to the newest commit, those with commits; timelines do not count, since their
    /// commits bear legal dates.
    package var nights: [Night] = []
    /// Objects that no reference reaches.
    package var strayObjects = 0
    package var strayBytes = 0
    package var strays: [Stray] = []
    /// They are gone, or would be.
    package var dropped = false
    /// The longest chain of differences in any pack, and what the packer keeps to.
    package var longestChain = 0
    package let chainLimit = PackMaker.depth
    /// Commits in the commit-graph; nil when none could be written.
    package var graph: Int?

    package init() {}

    /// Bytes a night, over thirty of them.
    package var growth: Int { nights.reduce(0) { $0 + $1.bytes } / Self.span }

    package static let span = 30
}
