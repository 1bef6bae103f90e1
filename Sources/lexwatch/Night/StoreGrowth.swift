import GitStore
import Rendering

/// How large the store was before a run and after it.
struct StoreGrowth {
    let before: StoreFigures
    let after: StoreFigures

    /// Bytes; a run that makes nothing lets it grow by nothing.
    var grewBy: Int { after.bytes - before.bytes }

    /// Reads look into one pack after the other; so many still cost nothing that can be measured.
    static let manyPacks = 100

    var hasManyPacks: Bool { after.packs > Self.manyPacks }

    var words: String {
        "store: \(after.bytes) bytes, \(grewBy) more than before; \(after.packs) packs, \(after.loose) loose objects"
    }

    var advice: String { "the store has \(after.packs) packs: lexwatch maintain puts them together" }

    var json: JSONValue {
        [
            "bytes": .int(after.bytes), "packs": .int(after.packs), "loose": .int(after.loose),
            "grew_by": .int(grewBy),
        ]
    }
}
