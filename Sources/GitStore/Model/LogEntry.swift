/// One commit, as a reader of history wants it.
package struct LogEntry: Sendable, Hashable {
    package var id: ObjectID
    package var parent: ObjectID?
    package var title: String
    package var trailers: [Trailer]
    /// Unix seconds.
    package var time: Int64
    package var authorName: String
    package var authorEmail: String

    /// The value of the first trailer of a name.
    package func trailer(_ name: TrailerName) -> String? {
        trailers.first { $0.name == name }?.value
    }
}
