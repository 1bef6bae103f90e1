import Statute

/// One change of one concept in one place, with every commitment that it bears on: what a reader wants told once.
package struct AlertStory: Sendable, Hashable {
    /// The links, those that hold before those that are excluded; never empty.
    package let links: [Alert]
    /// Any of the links: place, concept, polarity, effect and evidence are the same in all.
    package let main: Alert

    /// What is said to follow a renumbering only.
    package var isCarried: Bool { main.effect == .carried }
    /// Links that hold, all of them low: the wording or a penalty changed, and what is owed did not.
    package var isMinor: Bool { !isExcluded && !isCarried && links.allSatisfy { !$0.isTold } }
    /// Every link is taken out.
    package var isExcluded: Bool { links.allSatisfy { $0.excludedBy != nil } }

    /// Alerts put together by what changed, in their order.
    package static func all(_ alerts: [Alert]) -> [AlertStory] {
        var order: [Key] = []
        var links: [Key: [Alert]] = [:]
        for alert in alerts {
            let key = Key(alert)
            if links[key] == nil { order.append(key) }
            links[key, default: []].append(alert)
        }
        return order.compactMap { key in
            guard let own = links[key] else { return nil }
            let sorted = own.filter { $0.excludedBy == nil } + own.filter { $0.excludedBy != nil }
            return sorted.first.map { AlertStory(links: sorted, main: $0) }
        }
    }

    /// What makes two alerts speak of one change.
    package struct Key: Sendable, Hashable {
        var instrument: String
        var from: String
        var to: String
        var before: [ProvisionPath]
        var after: [ProvisionPath]
        var concept: String

        package init(_ alert: Alert) {
            instrument = alert.instrument
            from = alert.from
            to = alert.to
            before = alert.before
            after = alert.after
            concept = alert.concept
        }
    }
}

extension AlertStory {
    /// Such as “Network operators, for public security organs”; nil where the words do not say who is bound.
    package var parties: String? {
        switch (main.actor, main.beneficiary) {
        case (nil, nil): nil
        case (let actor?, nil): actor
        case (nil, let beneficiary?): "not said, for \(beneficiary)"
        // A sentence that says “to them” of those it binds reads the same party twice.
        case (let actor?, let beneficiary?)
        where beneficiary.unicodeScalars.elementsEqual(actor.unicodeScalars):
            actor
        case (let actor?, let beneficiary?): "\(actor), for \(beneficiary)"
        }
    }
}

extension Alert {
    /// Worth a reader's time by itself: nothing takes it out, and more than a number, a wording or a penalty changed.
    package var isTold: Bool { excludedBy == nil && effect != .carried && severity != .low }
    /// Only the wording or a penalty changed.
    package var isMinor: Bool { excludedBy == nil && effect != .carried && severity == .low }
}
