package import Rendering
package import Statute

/// Says of each provision of a text how far it may be trusted, so that wording which only stands in for what is not known
/// is never read as the law's.
package enum FidelityMarks {
    /// The text with a mark behind the label of every provision that is not our rendering of an official text, nor that
    /// text itself: `Article 7 ⟨not known; the wording of cn/cybersecurity-law@adopted stands in⟩`.
    package static func marked(_ version: LoadedVersion.Text) -> StatuteText {
        var text = version.text
        text.root = marked(version.text.root, version.provenance)
        return text
    }

    /// Whether ``marked(_:)`` leaves every text of this provenance as it is.
    package static func isUnmarked(_ provenance: Provenance) -> Bool {
        mark(provenance.general) == nil && provenance.records.values.allSatisfy { mark($0) == nil }
    }

    /// For each provision its path, fidelity, note, basis and sources.
    package static func json(_ version: LoadedVersion.Text) -> JSONValue {
        .array(
            version.text.articleLevel.map { provision in
                let record = version.provenance.record(for: provision.path)
                return [
                    "path": .string(provision.path.rawValue), "fidelity": .string(record.fidelity.rawValue),
                    "note": .optional(record.note), "basis": .optional(record.basis),
                    "sources": .strings(record.sources),
                ]
            })
    }

    /// Depth is bounded as the parser bounds it.
    private static func marked(_ node: Provision, _ provenance: Provenance) -> Provision {
        var node = node
        if node.kind.isContainer {
            node.children = node.children.map { marked($0, provenance) }
        } else if let mark = mark(provenance.record(for: node.path)) {
            node.label = node.label.isEmpty ? mark : "\(node.label) \(mark)"
        }
        return node
    }

    private static func mark(_ record: Provenance.Record) -> String? {
        switch record.fidelity {
        case .official, .rendered: nil
        case .reported: "⟨reported; the words are ours⟩"
        case .recalled: "⟨from memory, no source seen⟩"
        case .assumed: "⟨not known; the wording of \(record.basis ?? "another version") stands in⟩"
        }
    }
}
