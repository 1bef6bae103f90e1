import Foundation
import Redline
import Statute

/// What the engine found in one pair, in the shape that scripts/bench/score.py reads.
struct Scored: Encodable {
    struct Article: Encodable {
        let path: String
        let kind: String
        let number: String
        let label: String
        let text: String
    }

    struct Link: Encodable {
        let old: String
        let new: String
        let ground: String
        /// `[before start, before end, after start, after end]` in Unicode scalars of the article's text.
        let edits: [[Int]]
        let classes: [String]
    }

    struct Entry: Encodable {
        let kind: String
        let before: [String]
        let after: [String]
        let links: [Link]
        let reasons: [String]
    }

    let rewrite: Bool
    let old: [Article]
    let new: [Article]
    let entries: [Entry]

    init(_ pair: TextPair) {
        let engine = Engine(language: pair.language)
        let changes = engine.redline(old: pair.old, new: pair.new)
        rewrite = changes.rewrite
        old = Self.articles(engine.parsed(pair.old))
        new = Self.articles(engine.parsed(pair.new))
        entries = changes.changes.map { change in
            Entry(
                kind: change.kind.rawValue, before: change.before.map(\.path.rawValue),
                after: change.after.map(\.path.rawValue), links: change.links.map(Self.link),
                reasons: change.reasons.map(\.class.rawValue))
        }
    }

    private static func articles(_ text: StatuteText) -> [Article] {
        text.articleLevel.map { provision in
            Article(
                path: provision.path.rawValue, kind: provision.kind.rawValue, number: provision.number,
                label: provision.label, text: ArticleText(provision).string)
        }
    }

    private static func link(_ link: ProvisionLink) -> Link {
        Link(
            old: link.before.rawValue, new: link.after.rawValue, ground: link.ground.rawValue,
            edits: link.edits.map { edit in
                [
                    edit.before.lowerBound, edit.before.upperBound, edit.after.lowerBound,
                    edit.after.upperBound,
                ]
            }, classes: link.edits.map(\.class.rawValue))
    }
}
