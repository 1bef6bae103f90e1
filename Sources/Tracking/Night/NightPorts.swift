package import Material

/// What a night needs of the world, beside the store.
package struct NightPorts: Sendable {
    package var fetcher: any Fetching
    package var reader: any DocumentReading
    package var feeds: any FeedReading
    package var mirrors: MirrorAccess
    /// Told of each step, from the thread of the run; for a terminal.
    package var progress: @Sendable (NightProgress) -> Void

    package init(
        fetcher: any Fetching, reader: any DocumentReading, feeds: any FeedReading, mirrors: MirrorAccess,
        progress: @escaping @Sendable (NightProgress) -> Void = { _ in }
    ) {
        self.fetcher = fetcher
        self.reader = reader
        self.feeds = feeds
        self.mirrors = mirrors
        self.progress = progress
    }
}

/// How far a night is.
package struct NightProgress: Sendable, Hashable {
    /// Documents that are done with.
    package var done: Int
    /// Documents known so far; more are found on the way.
    package var known: Int
    /// The last one that was done.
    package var source: String
}

/// Ends a night early, from any thread: what is held is kept, what is under way is given up.
package struct NightStop: Sendable {
    let crew = Crew()

    package init() {}

    /// - Parameter signal: its number, such as 15.
    package func stop(_ signal: Int32) { crew.post(.stop(signal)) }
}
