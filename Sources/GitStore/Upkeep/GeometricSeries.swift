/// Which packs stay as they are and which are made one.
///
/// Of the packs that stay, each holds at least twice as many objects as all smaller ones together. So there are never
/// more than the logarithm of all objects, and an object is written again only when its pack at least doubles: a
/// thousand nights leave about ten packs, and a night's upkeep costs what that night brought, not what the store holds.
enum GeometricSeries {
    static let factor = 2

    /// How many of the largest packs stay.
    ///
    /// - Parameters:
    ///   - counts: Objects of each pack, largest first.
    ///   - loose: Objects outside of packs.
    static func staying(_ counts: [Int], loose: Int) -> Int {
        var staying = counts.count
        var below = loose
        for (place, count) in counts.enumerated().reversed() {
            if count < factor * below { staying = place }
            below += count
        }
        return staying
    }
}
