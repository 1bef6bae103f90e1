/// Where history is sent.
protocol CopyTarget {
    /// Where its references stand.
    func references() throws(CopyError) -> [String: ObjectID]
    /// Sends what is lacking and moves its references one after another, each only from where it is expected to stand.
    ///
    /// - Returns: references that it would not move, with its reasons.
    func take(_ slice: PushPlan.Slice) throws(CopyError) -> [String: String]
    /// Why a branch there, which ours does not contain, cannot be pushed to: ahead of ours, or another history.
    func judge(_ reference: String, theirs: ObjectID, ours: ObjectID?) throws(CopyError) -> CopyError
}

extension CopyTarget {
    /// Puts a finding into words.
    static func words(
        _ name: String, _ reference: String, theirs: ObjectID, ours: ObjectID?, base: ObjectID?, ahead: Int?
    ) -> CopyError {
        let there = "\(name): \(reference) stands at \(theirs)"
        guard let ours else {
            return CopyError(
                .ahead,
                "\(there), and this store has no such branch: is it the right one? repair --from brings it back"
            )
        }
        if let ahead {
            return CopyError(
                .ahead,
                "\(there), \(ahead) commits ahead of ours (\(ours)): ours was rolled back, or another store pushes to it; repair --from brings them back"
            )
        }
        let parted = base.map { "they part after \($0)" } ?? "they have no commit in common"
        return CopyError(
            .fork, "\(there), which is another history than ours (\(ours)): \(parted); nothing was pushed")
    }
}
