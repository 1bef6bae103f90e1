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
            var list = Concept.Words()
            list.triggers = own["triggers"]?.strings ?? []
            list.inverseTriggers = own["inverse_triggers"]?.strings ?? []
            list.weakTriggers = (own["weak_triggers"]?.items ?? []).map { item in
                Concept.WeakTrigger(
                    words: item["words"]?.strings ?? [],
                    company: [item["with"]?.strings ?? [], item["and"]?.strings ?? []].filter { !$0.isEmpty },
                    isInverse: item["inverse"]?.string == "true")
            }
            list.masks = own["masks"]?.strings ?? []
            list.near = own["near"]?.strings ?? []
            list.notNear = own["not_near"]?.strings ?? []
            list.acts = own["acts"]?.strings ?? []
            list.harms = own["harms"]?.strings ?? []
            list.actors = own["actors"]?.strings ?? []
            list.notActors = own["not_actors"]?.strings ?? []
            for polarity in Polarity.allCases {
                if let cues = own["cues"]?[polarity.rawValue]?.strings, !cues.isEmpty {
                    list.cues[polarity] = cues
                }
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
