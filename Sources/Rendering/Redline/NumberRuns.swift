package import Redline
package import Statute

/// Numbers of provisions told as ranges: `6–78 → 7–79`.
package enum NumberRuns {
    /// Runs of pairs in which both sides step by one. Entries without one provision on each side are named singly.
    package static func pairs(_ changes: [ProvisionChange]) -> String {
        var runs: [(first: (String, String), last: (String, String), next: (Int, Int)?)] = []
        for change in changes {
            let old = change.before.first.map(name) ?? "–"
            let new = change.after.first.map(name) ?? "–"
            let values = change.before.first.flatMap(value).flatMap { old in
                change.after.first.flatMap(value).map { (old, $0) }
            }
            if let values, let next = runs.last?.next, next == values {
                runs[runs.count - 1].last = (old, new)
                runs[runs.count - 1].next = (values.0 &+ 1, values.1 &+ 1)
            } else {
                runs.append(((old, new), (old, new), values.map { ($0.0 &+ 1, $0.1 &+ 1) }))
            }
        }
        return runs.map { run in
            let old = range(run.first.0, run.last.0)
            let new = range(run.first.1, run.last.1)
            return old.utf8.elementsEqual(new.utf8) ? old : "\(old) → \(new)"
        }.joined(separator: ", ")
    }

    /// Runs of one side: `1–20, 22, Annex 1`.
    package static func singles(_ provisions: [ArticleText]) -> String {
        var runs: [(first: String, last: String, next: Int?)] = []
        for provision in provisions {
            let number = value(provision)
            if let number, let next = runs.last?.next, next == number {
                runs[runs.count - 1].last = name(provision)
                runs[runs.count - 1].next = number &+ 1
            } else {
                runs.append((name(provision), name(provision), number.map { $0 &+ 1 }))
            }
        }
        return runs.map { range($0.first, $0.last) }.joined(separator: ", ")
    }

    static func range(_ first: String, _ last: String) -> String {
        first.utf8.elementsEqual(last.utf8) ? first : "\(first)–\(last)"
    }

    static func name(_ provision: ArticleText) -> String {
        VisibleText.line(
            provision.kind == .article && !provision.number.isEmpty
                ? provision.number : provision.displayLabel)
    }

    /// Only articles step; 120-1 does not.
    static func value(_ provision: ArticleText) -> Int? {
        provision.kind == .article ? Int(provision.number) : nil
    }
}
