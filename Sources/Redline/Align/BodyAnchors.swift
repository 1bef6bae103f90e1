/// Links equal bodies: those that stand once on each side first, the others beside their neighbours.
struct BodyAnchors {
    /// For each unit a key that is equal for equal bodies; nil leaves a unit out.
    let old: [UInt64?]
    let new: [UInt64?]
    /// Settles that two units of one key are equal indeed.
    let isSame: (Int, Int) -> Bool

    /// Bodies that stand exactly once on each side.
    func linkUnique(_ alignment: inout Alignment, _ ground: ProvisionLink.Ground) {
        let olds = Self.places(old, where: { alignment.ofOld[$0] < 0 })
        let news = Self.places(new, where: { alignment.ofNew[$0] < 0 })
        for index in old.indices {
            guard let key = old[index], let here = olds[key], here.count == 1, here[0] == index,
                let there = news[key], there.count == 1, isSame(index, there[0])
            else { continue }
            alignment.link(index, there[0], ground)
        }
    }

    /// Bodies that stand in several places go to the partners of their neighbours, forwards, then backwards.
    func linkBesideNeighbours(_ alignment: inout Alignment) {
        for index in old.indices.dropFirst() {
            link(index, alignment.ofOld[index - 1] + 1, after: alignment.ofOld[index - 1] >= 0, &alignment)
        }
        for index in old.indices.dropLast().reversed() {
            link(index, alignment.ofOld[index + 1] - 1, after: alignment.ofOld[index + 1] >= 0, &alignment)
        }
    }

    /// Whatever equal bodies are left, in order: equal words are never repealed and inserted.
    func linkRest(_ alignment: inout Alignment) {
        var news = Self.places(new, where: { alignment.ofNew[$0] < 0 }).mapValues { $0[...] }
        for index in old.indices where alignment.ofOld[index] < 0 {
            guard let key = old[index], let there = news[key]?.first, isSame(index, there) else { continue }
            news[key]?.removeFirst()
            alignment.link(index, there, .neighbour)
        }
    }

    private func link(_ index: Int, _ other: Int, after linked: Bool, _ alignment: inout Alignment) {
        guard linked, new.indices.contains(other), alignment.isFree(index, other), let key = old[index],
            new[other] == key, isSame(index, other)
        else { return }
        alignment.link(index, other, .neighbour)
    }

    private static func places(_ keys: [UInt64?], where isFree: (Int) -> Bool) -> [UInt64: [Int]] {
        var places: [UInt64: [Int]] = [:]
        for (index, key) in keys.enumerated() where isFree(index) {
            if let key { places[key, default: []].append(index) }
        }
        return places
    }
}
