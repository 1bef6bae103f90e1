/// Gives every provision its ``ProvisionPath`` and makes sure that no two are equal.
struct PathAssignment {
    private var taken: Set<String> = []
    /// For each path that was taken, the next number of a copy to try.
    private var copies: [String: Int] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    /// The input line of each path.
    private(set) var lines: [ProvisionPath: Int] = [:]
    private var nodeLines: ArraySlice<Int> = []

    /// - Parameter lines: the line of every node below the root, in tree order.
    mutating func assign(to root: Provision, lines: [Int]) -> Provision {
        nodeLines = lines[...]
        var root = root
        root.path = .root
        root.children = root.children.map { place($0, in: .root, scope: .root) }
        return root
    }

    /// Depth is bounded: containers nest by rank and level, list items by style.
    private mutating func place(_ node: Provision, in parent: ProvisionPath, scope: ProvisionPath)
        -> Provision
    {
        var node = node
        let line = nodeLines.popFirst() ?? 0
        // Articles are numbered through the whole text, or through their annex: the chapter is not repeated.
        let usual = (node.kind == .article ? scope : parent).appending(node.kind, node.number)
        node.path = unique(usual, else: parent.appending(node.kind, node.number), line: line, node)
        lines[node.path] = line
        let inner = node.kind == .annex ? node.path : scope
        node.children = node.children.map { place($0, in: node.path, scope: inner) }
        return node
    }

    private mutating func unique(
        _ usual: ProvisionPath, else other: ProvisionPath, line: Int, _ node: Provision
    ) -> ProvisionPath {
        for candidate in [usual, other] where taken.insert(candidate.rawValue).inserted { return candidate }
        diagnostics.append(
            Diagnostic(
                .duplicateNumber,
                "\(node.label.isEmpty ? node.kind.rawValue : node.label) stands here a second time",
                line: line))
        // Counted on, so that a hundred thousand equal numbers do not take the square of that.
        var count = copies[other.rawValue] ?? 2
        while !taken.insert("\(other.rawValue)__dup_\(count)").inserted { count += 1 }
        copies[other.rawValue] = count + 1
        return ProvisionPath("\(other.rawValue)__dup_\(count)")
    }
}
