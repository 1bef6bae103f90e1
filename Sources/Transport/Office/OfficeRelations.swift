import Material

/// Which parts a part of an Office package points to (ECMA-376 part 2, 9).
struct OfficeRelations {
    /// By the last word of the kind: `officeDocument`, `styles`, `numbering`.
    private var targets: [String: String] = [:]

    /// - Parameter part: the part whose relationships these are; empty for those of the package.
    init(of part: String, in zip: ZipContents, limits: ReadingLimits) throws(ReadingFault) {
        let steps = part.split(separator: "/")
        let folder = steps.dropLast().map { $0 + "/" }.joined()
        let name = "\(folder)_rels/\(steps.last ?? "").rels"
        guard let bytes = try zip.bytes(of: name) else { return }
        let xml = try XMLPull(bytes, part: name, limits: limits)
        while let event = try xml.next() {
            guard event == .open("Relationship"), xml.attribute("TargetMode") != "External",
                let kind = xml.attribute("Type")?.split(separator: "/").last,
                let target = xml.attribute("Target"), let path = PartPath.resolve(target, from: part)
            else { continue }
            if targets[String(kind)] == nil { targets[String(kind)] = path }
        }
    }

    subscript(kind: String) -> String? { targets[kind] }
}
