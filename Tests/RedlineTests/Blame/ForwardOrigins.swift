import Statute

@testable import Redline

/// The slow way to the same answer: every scalar of every version is labelled going forward, whole law by whole law, and each
/// new scalar asks each link by itself where it came from.
struct ForwardOrigins {
    struct Label: Hashable {
        var version: Int
        var path: ProvisionPath
        var kind: Origin.Kind
    }

    private(set) var labels: [[ProvisionPath: [Label]]] = []

    init(_ texts: [StatuteText]) {
        for (version, text) in texts.enumerated() {
            var next: [ProvisionPath: [Label]] = [:]
            if version == 0 {
                for provision in text.articleLevel {
                    let label = Label(version: 0, path: provision.path, kind: .original)
                    next[provision.path] = ArticleText(provision).string.unicodeScalars.map { _ in label }
                }
            } else {
                for entry in ChangeSet.between(texts[version - 1], text).changes {
                    for after in entry.after {
                        next[after.path] = Self.labels(of: after, entry, version, labels[version - 1])
                    }
                }
            }
            labels.append(next)
        }
    }

    private static func labels(
        of text: ArticleText, _ entry: ProvisionChange, _ version: Int, _ older: [ProvisionPath: [Label]]
    ) -> [Label] {
        let links = entry.links.filter { $0.after == text.path }
        let count = text.string.unicodeScalars.count
        return (0..<count).map { index in
            var best: (length: Int, label: Label)?
            for link in links {
                guard let labels = older[link.before] else { continue }
                guard let place = place(of: index, link, entry, labels.count) else { continue }
                let length = length(around: index, link, entry, count)
                if length > best?.length ?? 0 { best = (length, labels[place]) }
            }
            if let best { return best.label }
            for link in links {
                if let place = movedPlace(of: index, link, entry, text), let labels = older[link.before] {
                    return labels[place]
                }
            }
            let kind: Origin.Kind = links.isEmpty ? .inserted : Origin.Kind(entry.kind)
            return Label(version: version, path: text.path, kind: kind)
        }
    }

    /// Adds up what all edits before a scalar took out and put in.
    private static func place(of index: Int, _ link: ProvisionLink, _ entry: ProvisionChange, _ oldCount: Int)
        -> Int?
    {
        if let edit = link.edits.first(where: { $0.after.contains(index) }) {
            guard follows(edit, link, entry), oldCount > 0 else { return nil }
            if edit.before.isEmpty { return max(0, edit.before.lowerBound - 1) }
            return edit.before.lowerBound + min(index - edit.after.lowerBound, edit.before.count - 1)
        }
        let shift = link.edits.filter { $0.after.upperBound <= index }.reduce(0) {
            $0 + $1.before.count - $1.after.count
        }
        return index + shift
    }

    /// Steps outwards until an edit of substance stands between two scalars.
    private static func length(
        around index: Int, _ link: ProvisionLink, _ entry: ProvisionChange, _ count: Int
    ) -> Int {
        let hard = link.edits.filter { !follows($0, link, entry) }
        func isNew(_ place: Int) -> Bool { hard.contains { $0.after.contains(place) } }
        func isCut(_ left: Int) -> Bool {
            hard.contains { $0.after.isEmpty && $0.after.lowerBound == left + 1 }
        }
        var (low, high) = (index, index)
        while low > 0, !isNew(low - 1), !isCut(low - 1) { low -= 1 }
        while high + 1 < count, !isNew(high + 1), !isCut(high) { high += 1 }
        return high - low + 1
    }

    private static func follows(_ edit: Edit, _ link: ProvisionLink, _ entry: ProvisionChange) -> Bool {
        if edit.class == .typography { return true }
        guard edit.class == .crossReference else { return false }
        guard entry.significance == .substantive,
            let old = entry.before.first(where: { $0.path == link.before }),
            let new = entry.after.first(where: { $0.path == link.after })
        else { return true }
        let before = Array(old.string.unicodeScalars)[edit.before].string
        let after = Array(new.string.unicodeScalars)[edit.after].string
        return !entry.reasons.contains { reason in
            reason.class == .crossReference && reason.direction == .unclear
                && (before.isEmpty
                    ? (reason.before?.text ?? "").isEmpty : reason.before?.text.contains(before) ?? false)
                && (after.isEmpty
                    ? (reason.after?.text ?? "").isEmpty : reason.after?.text.contains(after) ?? false)
        }
    }

    private static func movedPlace(
        of index: Int, _ link: ProvisionLink, _ entry: ProvisionChange, _ text: ArticleText
    ) -> Int? {
        guard let old = entry.before.first(where: { $0.path == link.before }) else { return nil }
        for part in link.parts where part.moved {
            let (from, to) = (old.spans[part.oldLine].range, text.spans[part.newLine].range)
            let (was, now) = (old.lines[part.oldLine].text, text.lines[part.newLine].text)
            func core(_ words: String) -> String {
                guard let last = words.unicodeScalars.last, "；。，;.,".unicodeScalars.contains(last) else {
                    return words
                }
                return Array(words.unicodeScalars.dropLast()).string
            }
            guard core(was).utf8.elementsEqual(core(now).utf8), index >= to.lowerBound - 1,
                index <= to.upperBound
            else {
                continue
            }
            let firstWord = to.upperBound - now.unicodeScalars.count
            if index >= firstWord + core(now).unicodeScalars.count { return from.upperBound - 1 }
            if index >= firstWord { return from.upperBound - was.unicodeScalars.count + index - firstWord }
            return min(from.lowerBound + max(0, index - to.lowerBound), from.upperBound - 1)
        }
        return nil
    }
}
