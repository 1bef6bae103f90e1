/// Where a provision stands in one version: the Akoma Ntoso `eId`, such as `art_37__para_2__point_3`.
///
/// Article paths do not repeat their chapter, because Chinese articles are numbered through the whole text;
/// 第一百二十条之一 is `art_120-1`. Paths are unique within one version.
package struct ProvisionPath: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Components joined by two underscores; the empty string is the whole text.
    package let rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }

    /// The whole text.
    package static let root = ProvisionPath("")

    package var description: String { rawValue }

    /// The path of a child of the given kind and number.
    package func appending(_ kind: ProvisionKind, _ number: String) -> ProvisionPath {
        let component = number.isEmpty ? kind.token : "\(kind.token)_\(number)"
        return ProvisionPath(rawValue.isEmpty ? component : "\(rawValue)__\(component)")
    }

    /// Whether this path is `other` or lies below it.
    package func isWithin(_ other: ProvisionPath) -> Bool {
        if other.rawValue.isEmpty || self == other { return true }
        return rawValue.utf8.starts(with: other.rawValue.utf8)
            && rawValue.utf8.dropFirst(other.rawValue.utf8.count).starts(with: "__".utf8)
    }

    /// Compares by UTF-8 bytes: stable, and the same on every machine.
    package static func < (a: ProvisionPath, b: ProvisionPath) -> Bool {
        a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8)
    }
}
