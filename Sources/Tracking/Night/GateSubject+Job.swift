import Foundation
import Statute

extension GateSubject {
    /// What the declaration says of the text that a source should give.
    init(_ job: NightJob, _ version: VersionName) {
        let declared = job.instrument.versions.first { $0.name == version }
        self.init(
            titles: job.instrument.allTitles + job.instrument.versions.compactMap(\.title),
            articles: declared?.articles, host: job.host,
            isDraft: declared?.isDraft ?? (job.announcement?.isDraft ?? false))
    }
}

/// The host of an address.
enum URLHost {
    static func of(_ url: String) -> String? { URL(string: url)?.host?.lowercased() }
}
