import Redline
import Statute

extension BilingualChanges {
    /// `"translation"` at the top of a redline: what is stale, what was revised, and in what the languages differ.
    var json: JSONValue {
        [
            "language": .string(other.rawValue),
            "paired": ["old": old?.counts ?? .null, "new": new?.counts ?? .null],
            "stale": .array(stale.map { $0.json(beside: language) }),
            "revised": .array(revised.map { $0.json(beside: language) }),
            "notes": .array(notes.map(\.json)),
        ]
    }

    /// `"other"` of an entry; no member where none of its provisions is paired.
    func member(for change: ProvisionChange) -> [JSONValue.Member] {
        words(for: change).map { [JSONValue.Member("other", $0.json)] } ?? []
    }
}

extension BilingualAlignment {
    fileprivate var counts: JSONValue {
        [
            "pairs": .int(pairs.count), "unpaired_zh": .strings(unpairedChinese.map(\.path.rawValue)),
            "unpaired_en": .strings(unpairedEnglish.map(\.path.rawValue)),
        ]
    }
}

extension StaleProvision {
    /// - Parameter language: of the redline, in which `path` names the provision; null where it lacks it.
    fileprivate func json(beside language: Language) -> JSONValue {
        [
            "path": .optional(text(language)?.path.rawValue), "language": .string(self.language.rawValue),
            "reason": .string(reason.rawValue), "confidence": .string(confidence.rawValue),
            "zh": .optional(zh?.path.rawValue), "en": .optional(en?.path.rawValue),
            "labels": ["zh": .optional(zh?.label), "en": .optional(en?.label)], "message": .string(message),
        ]
    }
}

extension TranslationNote {
    var json: JSONValue {
        [
            "category": .string(category.rawValue), "message": .string(message),
            "zh": .optional(zh?.rawValue), "en": .optional(en?.rawValue),
        ]
    }
}

extension OtherWords {
    /// The words of several provisions are parted by an empty line; null where a side has none.
    fileprivate var json: JSONValue {
        func words(_ texts: [ArticleText]) -> JSONValue {
            texts.isEmpty ? .null : .string(texts.map(\.string).joined(separator: "\n\n"))
        }
        return [
            "language": .string(language.rawValue), "before": words(before), "after": words(after),
            "paths": [
                "before": .strings(before.map(\.path.rawValue)),
                "after": .strings(after.map(\.path.rawValue)),
            ],
            "labels": ["before": .strings(before.map(\.label)), "after": .strings(after.map(\.label))],
            "ground": .string(ground.rawValue), "confidence": .string(confidence.rawValue),
        ]
    }
}
