import Statute

/// The JSON document of `search`.
extension SearchView {
    /// `{"schema":1,"query":…,"hits":[…],"more":…,"cannot_tell":{…},"taken":{…}}`
    package var json: JSONValue {
        [
            "schema": 1, "query": .string(query), "hits": .array(hits.map(\.json)), "more": .bool(hasMore),
            "cannot_tell": .object(
                untold.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }),
            "taken": .object(taken.sorted { $0.key < $1.key }.map { .init($0.key, .strings($0.value)) }),
        ]
    }
}

extension SearchView.Hit {
    fileprivate var json: JSONValue {
        [
            "instrument": .string(instrument), "title": .string(title),
            "language": .string(language.rawValue),
            "match": .string(match), "label": .string(appearances.last?.label ?? ""),
            "path": .string(appearances.last?.path ?? ""), "heading": .string(heading),
            "snippet": [
                "text": .string(snippet), "marks": .array(marks.map { .range($0) }),
                "cut": .array([.bool(isCutBefore), .bool(isCutAfter)]),
            ],
            "versions": .array(
                appearances.map { appearance in
                    [
                        "version": .string(appearance.version), "label": .string(appearance.label),
                        "path": .string(appearance.path), "signed": .optional(appearance.signed),
                        "published": .optional(appearance.published),
                        "effective": .optional(appearance.effective),
                        "captured": .optional(appearance.captured),
                        "fidelity": .string(appearance.fidelity.rawValue),
                    ]
                }),
        ]
    }
}
