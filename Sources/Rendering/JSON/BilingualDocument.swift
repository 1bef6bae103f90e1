package import Redline
import Statute

/// The JSON document of `parallel`: which Chinese provision goes with which English one.
package struct BilingualDocument: Sendable {
    package var alignment: BilingualAlignment

    package init(_ alignment: BilingualAlignment) { self.alignment = alignment }

    /// `{"schema":1,"pairs":[…],"unpaired":{"zh":[…],"en":[…]},"notes":[…]}`
    package var json: JSONValue {
        [
            "schema": 1,
            "pairs": .array(alignment.pairs.map(\.json)),
            "unpaired": [
                "zh": .strings(alignment.unpairedChinese.map(\.path.rawValue)),
                "en": .strings(alignment.unpairedEnglish.map(\.path.rawValue)),
            ],
            "notes": .array(alignment.notes.map(\.json)),
        ]
    }
}

extension BilingualPair {
    fileprivate var json: JSONValue {
        [
            "zh": .string(zh.path.rawValue), "en": .string(en.path.rawValue),
            "labels": ["zh": .string(zh.label), "en": .string(en.label)], "ground": .string(ground.rawValue),
            "confidence": .string(confidence.rawValue),
            "lines": .array(
                lines.map { ["zh": .strings($0.zh.map(\.rawValue)), "en": .strings($0.en.map(\.rawValue))] }),
        ]
    }
}
