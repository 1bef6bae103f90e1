/// The longest run of articles on a page, whose numbers follow each other.
struct ArticleRun: Sendable, Hashable {
    /// Indices of the lines with the first and the last article of the run.
    var first: Int
    var last: Int
    /// How many articles.
    var count: Int

    /// Numbers that may be missing between two articles of one run: a page may name repealed ones in one line.
    static let gap = 3

    /// Of several runs that are equally long the one with the most words: a table of contents has the same numbers.
    ///
    /// - Returns: nil where no two articles follow each other.
    static func longest(in lines: [PageLine]) -> ArticleRun? {
        var best: ArticleRun?
        var words = [0]
        for line in lines { words.append(words[words.count - 1] + line.words.utf8.count) }
        // The longest run that ends with each number, so far; a later one of the same length takes its place, so
        // that a run does not jump from one copy of a text to another.
        var endings: [Int: ArticleRun] = [:]
        for (index, line) in lines.enumerated() {
            guard let heading = ArticleHeading(line.words) else { continue }
            var run = ArticleRun(first: index, last: index, count: 1)
            let latest = heading.isInserted ? heading.number : heading.number - 1
            for before in stride(from: latest, through: max(0, heading.number - 1 - gap), by: -1) {
                guard let ending = endings[before], ending.count + 1 > run.count else { continue }
                run = ArticleRun(first: ending.first, last: index, count: ending.count + 1)
            }
            if let known = endings[heading.number], known.count > run.count { continue }
            endings[heading.number] = run
            guard run.count > 1 else { continue }
            guard let rival = best else {
                best = run
                continue
            }
            let isLonger = run.count > rival.count
            let hasMore = words[run.last] - words[run.first] > words[rival.last] - words[rival.first]
            if isLonger || run.count == rival.count && hasMore { best = run }
        }
        return best
    }
}
