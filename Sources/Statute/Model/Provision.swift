/// One provision with everything below it: the recursive, immutable node of a statute.
///
/// Holds what the text says and nothing about where it came from; see ``Provenance`` for that.
package struct Provision: Sendable, Hashable {
    package var kind: ProvisionKind
    /// The number in normal form: `1`, `120-1` (第一百二十条之一), `a`. Empty where there is none.
    package var number: String
    /// The number as printed: 第一条, （一）, Article 1, (a). Empty where there is none.
    package var label: String
    /// The words of a container's heading: 总则, General Provisions.
    package var heading: String
    /// The provision's own words, without label and without what its children say. One line.
    package var text: String
    package var children: [Provision]
    /// Where it stands; unique in its version.
    package var path: ProvisionPath

    package init(
        kind: ProvisionKind, number: String = "", label: String = "", heading: String = "", text: String = "",
        children: [Provision] = [], path: ProvisionPath = .root
    ) {
        self.kind = kind
        self.number = number
        self.label = label
        self.heading = heading
        self.text = text
        self.children = children
        self.path = path
    }
}
