package import Statute

/// Where words of a provision come from: the first version that is known to have had them.
package struct Origin: Sendable, Hashable {
    /// How the words came into being.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// They stand in the first version that is known of.
        case original
        /// A new provision brought them.
        case inserted
        /// They were put into a provision that stood already.
        case modified
        /// They were put in when one provision became several.
        case split
        /// They were put in when several provisions became one.
        case joined
        /// They were put in when several provisions became several others.
        case regrouped
        /// No earlier text can be read: they are not known before.
        case firstSeen = "first-seen"
        /// Not known to be words of this version at all: those of another one stand in.
        case standIn = "stand-in"
    }

    /// A version that may have had the words already: nobody here can tell.
    package struct Doubt: Sendable, Hashable {
        package enum Ground: Sendable, Hashable {
            /// There is no text to read.
            case absent(BlameVersion.Absence)
            /// An extract that may leave the provision out.
            case leftOut
            /// The wording there only stands in for what is not known.
            case assumed
            /// The provision is missing from a text that is mostly assumed.
            case mostlyAssumed
        }

        /// Index into the versions of the ``Blame``.
        package var version: Int
        package var ground: Ground

        package init(version: Int, ground: Ground) {
            self.version = version
            self.ground = ground
        }
    }

    /// A change in which the words left one provision, or one place, for another.
    package struct Crossing: Sendable, Hashable {
        package enum Kind: String, Sendable, Hashable, CaseIterable {
            case split, joined, regrouped
            /// A provision, or an item in one, left its place in the order.
            case moved
        }

        /// The version that has the words in their new place.
        package var version: Int
        package var kind: Kind
        package var before: ProvisionPath
        package var after: ProvisionPath

        package init(version: Int, kind: Kind, before: ProvisionPath, after: ProvisionPath) {
            self.version = version
            self.kind = kind
            self.before = before
            self.after = after
        }
    }

    /// Index into the versions of the ``Blame``.
    package var version: Int
    /// The number that the provision bore then.
    package var provision: ProvisionPath
    /// As printed then: 第二十八条, Article 28.
    package var label: String
    package var kind: Kind
    /// How far the words may be trusted in that version, and who says so.
    package var record: Provenance.Record
    /// That version was rewritten as a whole: what was not paired may have had a forerunner all the same.
    package var isRewrite: Bool
    /// Versions before it that may have had them already, newest first.
    package var doubts: [Doubt]
    /// What they went through since, oldest first; plain renumbering is told by the lineage.
    package var crossings: [Crossing]
}
