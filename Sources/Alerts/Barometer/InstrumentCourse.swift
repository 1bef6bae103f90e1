import Statute

/// The versions of one instrument in legal order, and which of them stands on a day.
struct InstrumentCourse: Sendable, Hashable {
    /// A version with what it says on the commitment.
    struct Stop: Sendable, Hashable {
        var text: DatedText
        var provisions: [BarometerProvision]
    }

    /// Which version is law on a day, and which waits; indices of ``stops``.
    struct Lanes: Sendable, Hashable {
        var inForce: Int?
        var proposed: Int?
    }

    let stops: [Stop]

    /// - Parameter texts: of one instrument, in legal order.
    init(_ texts: [DatedText], barometer: Barometer, country: String) {
        var stops: [Stop] = []
        for text in texts {
            var provisions: [BarometerProvision] = []
            if let reading = text.reading {
                provisions = barometer.provisions(reading, country: country)
                if reading.provenance.extract != nil,
                    let last = stops.last(where: { $0.text.stage == .adopted })
                {
                    provisions += Self.leftOut(of: text, after: last)
                }
            } else if text.stage == .adopted, let last = stops.last(where: { $0.text.stage == .adopted }) {
                // A new text that nobody here has read: what the old one said may stand, and is not known to.
                provisions = last.provisions.map(Self.unknown)
            }
            stops.append(Stop(text: text, provisions: text.stage.ends ? [] : provisions))
        }
        self.stops = stops
    }

    private static func unknown(_ provision: BarometerProvision) -> BarometerProvision {
        var copy = provision
        copy.weight = .unknown
        return copy
    }

    /// What the text before said and an extract does not hold: it may stand there still, and nobody here has read it.
    private static func leftOut(of text: DatedText, after last: Stop) -> [BarometerProvision] {
        guard let follows = text.follows[last.text.version.name] else { return [] }
        return last.provisions.filter { (follows[$0.article] ?? []).isEmpty }.map(unknown)
    }

    /// Whether any of its texts bears on the commitment.
    var bears: Bool { stops.contains { !$0.provisions.isEmpty } }

    /// Every day on which something may change, in order, each once.
    var days: [String] {
        let days = stops.flatMap { [$0.text.begins, $0.text.inForce?.day] }.compactMap(\.self)
        return Set(days).sorted { $0.isEarlier(than: $1) }
    }

    /// The later version in legal order wins, whatever its dates.
    func lanes(on day: String) -> Lanes {
        func has(_ begun: String?) -> Bool { begun.map { !day.isEarlier(than: $0) } ?? false }
        let inForce = stops.lastIndex { has($0.text.inForce?.day) }
        let latest = stops.lastIndex { has($0.text.begins) }
        let isWaiting = latest.map { $0 > (inForce ?? -1) && !stops[$0].text.stage.ends } ?? false
        return Lanes(inForce: inForce, proposed: isWaiting ? latest : nil)
    }

    /// What a proposal is read against: the proposal before it, else the law in force, which it would change. One that
    /// nobody here has read says nothing on the law.
    func base(of text: DatedText, after lanes: Lanes) -> Int? {
        if text.reading == nil { return lanes.proposed }
        if let proposed = lanes.proposed, stops[proposed].text.reading != nil { return proposed }
        return lanes.inForce
    }
}
