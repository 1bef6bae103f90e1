import GitStore
import Material
import Statute

/// Which documents a night asks for, and in which order: sources of one version are tried one after another, all
/// others side by side.
struct NightPlan {
    /// Sources that give the same text; the first that answers does.
    struct Chain {
        var instrument: Instrument
        var sources: [SourceDeclaration]
    }

    let chains: [Chain]

    init(_ instruments: [Instrument], isOffline: Bool) {
        var chains: [Chain] = []
        for instrument in instruments {
            var places: [SourceDeclaration.Target: Int] = [:]
            for source in instrument.sources where source.kind.isLocal || !isOffline {
                if case .http = source.kind, let place = places[source.target] {
                    chains[place].sources.append(source)
                    continue
                }
                if case .http = source.kind { places[source.target] = chains.count }
                chains.append(Chain(instrument: instrument, sources: [source]))
            }
        }
        self.chains = chains
    }
}
