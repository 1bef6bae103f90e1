import Foundation
import Statute

/// Equal words of one instrument in one language: what becomes a hit.
struct Candidate {
    /// Where they stand.
    struct Place {
        var state: Int64
        var version: VersionName
        var label: String
        var path: String
        var heading: String
        var signed: String?
        var published: String?
        var effective: String?
        var captured: String?
        /// `version.json`, to read how far the provision may be trusted.
        var record: Data?
        var text: Data
    }

    struct Key: Hashable {
        var instrument: String
        var language: String
        var body: Data
        /// The title is what fits: the candidate is the instrument.
        var isTitle: Bool
    }

    var key: Key
    var title: String
    /// Higher is better.
    var score: Double
    var isFuzzy: Bool
    var places: [Place]

    var newest: VersionName? { places.map(\.version).max() }
}
