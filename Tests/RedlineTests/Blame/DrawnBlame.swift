import Statute

@testable import Redline

/// A law in several versions, typed as a person would; `nil` is a version that is not held.
struct TypedLaw {
    var versions: [BlameVersion]

    init(_ texts: [String?], _ language: Language = .zh) {
        versions = texts.enumerated().map { index, text in
            let content = text.map { BlameVersion.Content.held(law($0, language), .official) }
            return BlameVersion("v\(index + 1)", content ?? .absent(.notHeld))
        }
    }

    func blame(_ words: String, in version: Int? = nil) -> ProvisionBlame? {
        let place = (version ?? versions.count) - 1
        guard let text = versions[place].text, let path = ProvisionQuery(words).path(in: text) else {
            return nil
        }
        var blame = Blame(versions)
        return blame.blame(of: path, in: place)
    }

    /// One line for each stretch of one origin, then one for each version.
    func drawn(_ words: String, in version: Int? = nil) -> String {
        blame(words, in: version).map(drawn) ?? "none"
    }

    func drawn(_ blame: ProvisionBlame) -> String {
        var lines: [String] = []
        var index = 0
        while index < blame.runs.count {
            var end = index
            var words = ""
            while end < blame.runs.count, blame.runs[end].origin == blame.runs[index].origin {
                let run = blame.runs[end]
                let mark = run.touches.map { "\($0.kind == .formal ? "#" : "~")\(versions[$0.version].name)" }
                words += blame.words(of: run).replacing("\n", with: "¶")
                if !mark.isEmpty { words += "<\(mark.joined(separator: " "))>" }
                end += 1
            }
            lines.append("\(drawn(blame.origins[blame.runs[index].origin])) | \(words)")
            index = end
        }
        return (lines + blame.lineage.map(drawn)).joined(separator: "\n")
    }

    private func drawn(_ origin: Origin) -> String {
        var words = "\(versions[origin.version].name) \(origin.provision) \(origin.kind.rawValue)"
        if origin.isRewrite { words += " rewrite" }
        for doubt in origin.doubts { words += " ?\(versions[doubt.version].name)" }
        for crossing in origin.crossings {
            words +=
                " \(crossing.kind.rawValue) \(versions[crossing.version].name) \(crossing.before)→\(crossing.after)"
        }
        return words
    }

    private func drawn(_ row: LineageRow) -> String {
        var words = "= \(versions[row.version].name) "
        switch row.state {
        case .stands: words += row.provision?.path.rawValue ?? "?"
        case .missing: words += "–"
        case .repealed: words += "repealed"
        case .leftOut: words += "left out"
        case .absent(let absence): words += absence.rawValue
        }
        if !row.others.isEmpty { words += " with \(row.others.map(\.path.rawValue).joined(separator: " "))" }
        if let kind = row.kind { words += " \(kind.rawValue)" }
        if row.isMoved { words += " moved" }
        if let significance = row.significance { words += " \(significance.rawValue)" }
        if let since = row.since, since + 1 != row.version, row.version != since {
            words += " since \(versions[since].name)"
        }
        if row.fidelity == .assumed { words += " assumed" }
        return words
    }
}
