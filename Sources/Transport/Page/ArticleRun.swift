/// The longest run of articles on a page, whose numbers follow each other.
struct ArticleRun: Sendable, Hashable {
    /// Indices of the lines with the first and the last article of the run.
    var first: Int
    var last: Int
    /// How many articles.
    var count: Int

    /// Numbers that may be missing between two articles of one run: a page may name repealed ones in one line.
    static let gap = 3

    /// - Returns: nil where no two articles follow each other.
    static func longest(in lines: [PageLine]) -> ArticleRun? {
        var best: ArticleRun?
        // The longest run that ends with each number, so far; a later one of the same length takes its place, so
        // that a run does not jump from one copy of a text to another.
        var endings: [Int: ArticleRun] = [:]
        for (index, line) in lines.enumerated() {
            guard let number = ArticleHeading.number(line.words) else { continue }
            var run = ArticleRun(first: index, last: index, count: 1)
            for before in stride(from: number, through: max(0, number - 1 - gap), by: -1) {
                // The same number again is 第十二条之一.
                guard let ending = endings[before], ending.count + 1 > run.count else { continue }
                run = ArticleRun(first: ending.first, last: index, count: ending.count + 1)
            }
            if let known = endings[number], known.count > run.count { continue }
            endings[number] = run
            if run.count > (best?.count ?? 1) { best = run }
        }
        return best
    }
}
