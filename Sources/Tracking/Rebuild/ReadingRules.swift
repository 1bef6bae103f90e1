package import Material

/// By which rules captures are read, by the number that their `capture.json` keeps.
///
/// A later change of what is taken out of a document gets a new number and leaves the way of the old one in this table:
/// a capture is read for ever as it was on its day. What makes the same rules work better (a reader that understands
/// more, a parser with fewer errors) is no new number; it is what a rebuild is for.
package struct ReadingRules: Sendable {
    /// The readers of today.
    package typealias Reader = (ReadingRequest) -> Result<Readout, ReadingFault>
    /// Reads one document by the rules of its day, through the readers of today.
    package typealias Rule = @Sendable (ReadingRequest, Reader) -> Result<Readout, ReadingFault>

    private let rules: [Int: Rule]

    package init(_ rules: [Int: Rule]) { self.rules = rules }

    /// Those that this program knows.
    package static let known = ReadingRules([1: { request, read in read(request) }])

    /// - Parameter number: of the capture; nil, before numbers were kept, counts as 1.
    package func read(_ request: ReadingRequest, by number: Int?, with reader: Reader) -> Result<
        Readout, ReadingFault
    > {
        guard let rule = rules[number ?? 1] else {
            let newest = rules.keys.max() ?? 0
            return .failure(
                ReadingFault(
                    .unknownFormat,
                    "\(request.name): was read by rules \(number ?? 1); this program knows rules up to \(newest)"
                ))
        }
        return rule(request, reader)
    }
}
