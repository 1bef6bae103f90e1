/// A path inside a branch, by a grammar narrower than git's.
///
/// Each component is `[a-z0-9][a-z0-9._-]*`, at most 120 bytes, without a dot at its end and not the name of
/// a device on Windows; at most 12 components. Lower-case ASCII only: so no two paths differ only by case or
/// by Unicode form, and nothing that a file system reads as `.git` can be spelt.
package struct StorePath: Sendable, Hashable {
    package let components: [String]

    /// - Throws: ``StoreError/refused(subject:reason:)``.
    package init(_ text: String) throws(StoreError) {
        try self.init(
            components: text.utf8.split(separator: 0x2f, omittingEmptySubsequences: false).map {
                String($0) ?? ""
            })
    }

    /// - Throws: ``StoreError/refused(subject:reason:)``.
    package init(components: [String]) throws(StoreError) {
        guard (1...12).contains(components.count) else {
            throw .refused(
                subject: Printable.text(components.joined(separator: "/")),
                reason: "a path has 1 to 12 components")
        }
        for component in components {
            if let reason = Self.objection(to: component) {
                throw .refused(subject: Printable.text(components.joined(separator: "/")), reason: reason)
            }
        }
        self.components = components
    }

    /// A path below this one.
    package func appending(_ names: String...) throws(StoreError) -> StorePath {
        try StorePath(components: components + names)
    }

    package var text: String { components.joined(separator: "/") }

    private static func objection(to component: String) -> String? {
        let bytes = Array(component.utf8)
        guard let first = bytes.first, let last = bytes.last else { return "a component is empty" }
        guard bytes.count <= 120 else { return "a component is longer than 120 bytes" }
        guard Grammar.isLetterOrDigit(first) else { return "a component begins with a letter a-z or a digit" }
        guard bytes.allSatisfy({ Grammar.isLetterOrDigit($0) || $0 == 0x2d || $0 == 0x2e || $0 == 0x5f })
        else {
            return "a component holds only a-z, 0-9, dot, underscore and hyphen"
        }
        guard last != 0x2e else { return "a component ends in a dot" }
        let stem = bytes.prefix { $0 != 0x2e }
        guard !Grammar.devices.contains(String(decoding: stem, as: UTF8.self)) else {
            return "a component is the name of a device on Windows"
        }
        return nil
    }
}

extension StorePath: CustomStringConvertible {
    package var description: String { text }
}
