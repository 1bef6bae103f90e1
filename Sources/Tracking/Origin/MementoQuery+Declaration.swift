package import Material
import Statute

extension MementoQuery {
    /// What a declaration asks of an archive: the states of a window of whole days in Beijing; the one nearest to a
    /// day where it names only one of `from` and `to`; all states where it names neither.
    package init(_ declaration: MementoDeclaration, now: Instant) {
        let always = (from: Instant(secondsSince1970: 0), to: now)
        let window: (from: Instant, to: Instant)
        var nearest: Instant?
        switch (declaration.from, declaration.to) {
        case (let from?, let to?): window = Self.window(from: from, to: max(from, to))
        case (let day?, nil), (nil, let day?):
            window = always
            nearest = Self.window(from: day, to: day).from
        case (nil, nil): window = always
        }
        self.init(
            url: declaration.url, timegate: declaration.timegate, timemap: declaration.timemap,
            from: window.from,
            to: window.to, raw: declaration.isRaw)
        self.nearest = nearest
    }
}
