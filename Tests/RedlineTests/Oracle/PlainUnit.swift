import Statute

@testable import Redline

/// One provision as the reference implementation sees it: arrays, and nothing worked out beforehand.
struct PlainUnit {
    let family: Unit.Family
    /// Labels and words, line by line, in a form that tells lines and labels apart.
    let body: [UInt8]
    /// An article without any line is not one with an empty line.
    let hasLines: Bool
    let tokens: [Token]
    let sentences: [Range<Int>]

    init(_ unit: Unit) {
        family = unit.family
        body = Array(
            unit.text.lines.map {
                Array($0.label.utf8) + ($0.label.isEmpty ? [] : [0xFF]) + Array($0.text.utf8)
            }
            .joined(separator: [0x0A]))
        hasLines = !unit.text.lines.isEmpty
        let passage = Passage(unit.text)
        tokens = passage.tokens
        sentences = passage.sentences
    }

    var ids: [UInt32] { tokens.map(\.id) }

    static func all(_ text: StatuteText) -> [PlainUnit] { Unit.all(of: text).map(PlainUnit.init) }
}

/// What equal bodies have in common.
struct PlainKey: Hashable {
    let family: Unit.Family
    let body: [UInt8]
    var hasLines = true
    let ids: [UInt32]

    /// Equal byte for byte.
    static func exact(_ unit: PlainUnit) -> PlainKey {
        PlainKey(family: unit.family, body: unit.body, hasLines: unit.hasLines, ids: [])
    }

    /// Equal when folded; nil for what has no tokens.
    static func folded(_ unit: PlainUnit) -> PlainKey? {
        unit.tokens.isEmpty ? nil : PlainKey(family: unit.family, body: [], ids: unit.ids)
    }
}

/// Two neighbouring tokens.
struct PlainBigram: Hashable {
    let first: UInt32
    let second: UInt32
}
