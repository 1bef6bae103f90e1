import Alerts
import Statute
import Yams

extension Concept {
    /// Reads a declaration that its schema has passed.
    init(declaration root: Node) {
        var words: [Language: Words] = [:]
        for language in Language.allCases {
            words[language] = root[language.rawValue].map(Words.init(declaration:))
        }
        self.init(
            id: root.word("id") ?? "", titles: Instrument.bilingual(root["title"]),
            definition: root.word("definition") ?? "", words: words,
            bearsOn: root.entries("bears_on").map(BearsOn.init(declaration:)),
            examples: root.entries("examples").compactMap(Example.init(declaration:)))
        isImposedByBan = root["imposed_by_ban"]?.bool ?? false
    }
}

extension Concept.Words {
    init(declaration node: Node) {
        self.init()
        triggers = node.words("triggers")
        inverseTriggers = node.words("inverse_triggers")
        weakTriggers = node.entries("weak_triggers").map(Concept.WeakTrigger.init(declaration:))
        masks = node.words("masks")
        near = node.words("near")
        notNear = node.words("not_near")
        acts = node.words("acts")
        harms = node.words("harms")
        actors = node.words("actors")
        notActors = node.words("not_actors")
        for polarity in Polarity.allCases {
            if let words = node["cues"]?.words(polarity.rawValue), !words.isEmpty { cues[polarity] = words }
        }
    }
}

extension Concept.WeakTrigger {
    init(declaration node: Node) {
        self.init(
            words: node.words("words"),
            company: [node.words("with"), node.words("and")].filter { !$0.isEmpty },
            isInverse: node["inverse"]?.bool ?? false)
    }
}

extension Concept.BearsOn {
    init(declaration node: Node) {
        var directions: [Polarity: Bearing] = [:]
        for polarity in Polarity.allCases {
            directions[polarity] = node["directions"]?.word(polarity.rawValue).flatMap(Bearing.init)
        }
        self.init(
            commitment: node.word("commitment") ?? "", directions: directions,
            reason: node.word("reason") ?? "",
            limits: node.word("limits") ?? "")
    }
}

extension Concept.Example {
    init?(declaration node: Node) {
        guard let language = node.word("lang").flatMap(Language.init), let text = node.word("text") else {
            return nil
        }
        self.init(language: language, text: text, polarity: node.word("polarity").flatMap(Polarity.init))
    }
}
