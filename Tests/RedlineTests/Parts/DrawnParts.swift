import Statute

@testable import Redline

/// The parts of the only link of the first changed entry, one line each: `p1.2 → p1.3 exact moved`, then what was put in
/// and what is gone.
func parts(_ old: String, _ new: String, _ language: Language = .zh) -> String {
    let set = redline(old, new, language)
    guard let change = set.changes.first(where: { $0.kind != .unchanged }), let link = change.links.first,
        let before = change.before.first, let after = change.after.first
    else { return "no link" }
    var lines = link.parts.map { part in
        "\(tail(part.before, before)) → \(tail(part.after, after)) \(part.ground)\(part.moved ? " moved" : "")"
    }
    lines += link.insertedParts(of: after).map { "+ \(tail($0.path, after))" }
    lines += link.repealedParts(of: before).map { "- \(tail($0.path, before))" }
    return lines.joined(separator: "\n")
}

/// The path within the article; `.` for its own words.
private func tail(_ path: ProvisionPath, _ article: ArticleText) -> String {
    let rest = path.rawValue.utf8.dropFirst(article.path.rawValue.utf8.count)
    return rest.isEmpty ? "." : String(decoding: rest.dropFirst(2), as: UTF8.self)
}
