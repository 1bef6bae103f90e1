/// Paths between the parts of an archive, as relationships and documents write them.
enum PartPath {
    /// - Parameters:
    ///   - target: `media/a.png`, `../a.xml` or `/word/a.xml`.
    ///   - part: the part that says so.
    /// - Returns: a path from the root without a leading slash; nil where it leaves the archive or is an address.
    static func resolve(_ target: String, from part: String) -> String? {
        guard !target.contains(":") else { return nil }
        var steps: [Substring] = []
        if !target.utf8.starts(with: "/".utf8) {
            steps = part.split(separator: "/").dropLast()
        }
        for step in target.split(separator: "/") {
            switch step {
            case ".": continue
            case "..":
                guard !steps.isEmpty else { return nil }
                steps.removeLast()
            default: steps.append(step)
            }
        }
        return steps.isEmpty ? nil : steps.joined(separator: "/")
    }
}
