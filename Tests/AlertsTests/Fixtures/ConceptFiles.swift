import Alerts
import Foundation
import Statute
import TestSupport

/// The declarations of the project, read by a test: `LEXWATCH_LAWS`, or `laws` at the root of the package.
enum ConceptFiles {
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["LEXWATCH_LAWS"] { return URL(filePath: path) }
        return Corpus.packageRoot.appending(path: "laws")
    }()

    /// For each language the word classes of `words.yml`.
    private static let classes: [String: [String: [String]]] = {
        guard let text = try? String(contentsOf: folder.appending(path: "words.yml"), encoding: .utf8) else {
            return [:]
        }
        let yaml = PlainYAML.parse(text)
        var classes: [String: [String: [String]]] = [:]
        for language in Language.allCases.map(\.rawValue) {
            var known: [String: [String]] = [:]
            for item in yaml[language]?.items ?? [] {
                known[item["name"]?.string ?? ""] = expanded(item["words"]?.strings ?? [], known)
            }
            classes[language] = known
        }
        return classes
    }()

    /// The words of a list, `<name>` standing for those of a class.
    private static func expanded(_ words: [String], _ known: [String: [String]]) -> [String] {
        words.flatMap { word in
            word.hasPrefix("<") ? known[String(word.dropFirst().dropLast())] ?? [word] : [word]
        }
    }

    static let concepts: [Concept] = {
        let files =
            (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "concepts").path))
            ?? []
        return files.filter { $0.hasSuffix(".yml") }.sorted().compactMap { name in
            let url = folder.appending(path: "concepts/\(name)")
            guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
            return concept(PlainYAML.parse(text))
        }
    }()

    private static func concept(_ yaml: PlainYAML) -> Concept? {
        guard let id = yaml["id"]?.string else { return nil }
        var words: [Language: Concept.Words] = [:]
        for language in Language.allCases {
            guard let own = yaml[language.rawValue] else { continue }
            let known = classes[language.rawValue] ?? [:]
            func strings(_ list: PlainYAML?) -> [String] { expanded(list?.strings ?? [], known) }
            var list = Concept.Words()
            list.triggers = strings(own["triggers"])
            list.inverseTriggers = strings(own["inverse_triggers"])
            list.weakTriggers = (own["weak_triggers"]?.items ?? []).map { item in
                Concept.WeakTrigger(
                    words: strings(item["words"]),
                    company: [strings(item["with"]), strings(item["and"])].filter { !$0.isEmpty },
                    isInverse: item["inverse"]?.string == "true")
            }
            list.masks = strings(own["masks"])
            list.near = strings(own["near"])
            list.notNear = strings(own["not_near"])
            list.acts = strings(own["acts"])
            list.harms = strings(own["harms"])
            list.actors = strings(own["actors"])
            list.notActors = strings(own["not_actors"])
            for polarity in Polarity.allCases {
                let cues = strings(own["cues"]?[polarity.rawValue])
                if !cues.isEmpty { list.cues[polarity] = cues }
            }
            words[language] = list
        }
        let bearsOn = (yaml["bears_on"]?.items ?? []).map { item in
            var directions: [Polarity: Bearing] = [:]
            for (key, value) in item["directions"]?.pairs ?? [:] {
                if let polarity = Polarity(rawValue: key), let bearing = value.string.flatMap(Bearing.init) {
                    directions[polarity] = bearing
                }
            }
            return Concept.BearsOn(
                commitment: item["commitment"]?.string ?? "", directions: directions,
                reason: item["reason"]?.string ?? "", limits: item["limits"]?.string ?? "")
        }
        let examples = (yaml["examples"]?.items ?? []).compactMap { item -> Concept.Example? in
            guard let language = item["lang"]?.string.flatMap(Language.init), let text = item["text"]?.string
            else {
                return nil
            }
            return Concept.Example(
                language: language, text: text, polarity: item["polarity"]?.string.flatMap(Polarity.init))
        }
        return Concept(
            id: id, titles: [:], definition: yaml["definition"]?.string ?? "", words: words, bearsOn: bearsOn,
            examples: examples)
    }
}
