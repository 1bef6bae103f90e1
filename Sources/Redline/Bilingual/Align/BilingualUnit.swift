import Statute

/// One article-level provision, or one line of one, as the alignment of two languages sees it.
struct BilingualUnit: Sendable {
    /// Provisions pair only within their family; lines within a provision have none.
    var family: Unit.Family
    var number: String
    /// Number and kind of the container above; empty at the top.
    var container: String
    /// Kinds of the lines, one letter each: `ppii`.
    var shape: String
    /// What a reader would count as its length: ideographs in Chinese, letters in English.
    var length: Double
    /// Sorted, each once: places in the ``AnchorTable``.
    var anchors: [Int32]
}

/// The article-level provisions of one text, with what they offer for alignment.
struct BilingualSide: Sendable {
    let language: Language
    var texts: [ArticleText] = []
    var families: [Unit.Family] = []
    var containers: [String] = []
    /// For each provision, its anchors in the order in which they were read.
    var anchors: [[Anchor]] = []

    init(_ text: StatuteText, as language: Language) {
        self.language = language
        let reader = AnchorReader(language)
        var stack: [(node: Provision, inAnnex: Bool, container: String)] = [(text.root, false, "")]
        while let (node, inAnnex, container) = stack.popLast() {
            if node.kind.isContainer {
                let inside = inAnnex || node.kind == .annex
                let name = node.kind == .body ? "" : "\(node.kind.token)_\(node.number)"
                for child in node.children.reversed() { stack.append((child, inside, name)) }
            } else {
                let unit = Unit(node, inAnnex: inAnnex)
                texts.append(unit.text)
                families.append(unit.family)
                containers.append(container)
                anchors.append(reader.anchors(of: unit.text))
            }
        }
    }

    /// Adds the names in Latin letters that the Chinese side has.
    mutating func addNames(of chinese: BilingualSide) {
        var names: Set<String> = []
        for anchor in chinese.anchors.joined() {
            if case .name(let name) = anchor.key { names.insert(name) }
        }
        guard !names.isEmpty else { return }
        let reader = AnchorReader(language)
        for index in texts.indices { anchors[index] += reader.names(in: texts[index], among: names) }
    }

    func units(_ table: AnchorTable) -> [BilingualUnit] {
        texts.indices.map { index in
            BilingualUnit(
                family: families[index], number: texts[index].number, container: containers[index],
                shape: texts[index].lines.map { Self.letter(of: $0.kind) }.joined(),
                length: texts[index].lines.reduce(0) { $0 + length($1) },
                anchors: table.places(of: anchors[index].map(\.key)))
        }
    }

    /// The lines of one provision as units.
    func lines(of index: Int, _ table: AnchorTable) -> [BilingualUnit] {
        var keys = [[Anchor.Key]](repeating: [], count: texts[index].lines.count)
        for anchor in anchors[index] where keys.indices.contains(anchor.line) {
            keys[anchor.line].append(anchor.key)
        }
        return zip(texts[index].lines, keys).map { line, keys in
            BilingualUnit(
                family: .point, number: line.number, container: "", shape: Self.letter(of: line.kind),
                length: length(line), anchors: table.places(of: keys))
        }
    }

    private func length(_ line: ArticleText.Line) -> Double {
        var count = 0
        for scalar in line.text.unicodeScalars {
            let counts = language == .zh ? scalar.isIdeograph : Tokenizer.isLetter(scalar.value)
            if counts { count += 1 }
        }
        return Double(count)
    }

    private static func letter(of kind: ProvisionKind) -> String {
        switch kind {
        case .item: "i"
        case .subitem: "s"
        default: "p"
        }
    }
}
