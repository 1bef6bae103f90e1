import Statute

extension WorkingUnit {
    /// The paragraph that an address names: the only one, the one with its number, or the one with its item.
    func paragraph(of address: Address) throws(ApplicationFault) -> Int {
        if let number = address.paragraph {
            guard let found = paragraphs.index(of: number) else {
                throw ApplicationFault(.addressNotFound, "\(address.path): there is no such paragraph")
            }
            return found
        }
        if let item = address.item {
            let holding = paragraphs.slots.indices.filter { paragraphs[$0].items.index(of: item) != nil }
            guard let found = holding.first else {
                throw ApplicationFault(.addressNotFound, "\(address.path): there is no such item")
            }
            if holding.count > 1 {
                throw ApplicationFault(
                    .ambiguousAddress, "\(address.path): \(holding.count) paragraphs have such an item")
            }
            return found
        }
        return 0
    }

    /// The list that an address without a paragraph means: the only one of the article.
    func list(of address: Address) throws(ApplicationFault) -> Int {
        if address.paragraph != nil { return try paragraph(of: address) }
        let lists = paragraphs.slots.indices.filter { !paragraphs[$0].items.slots.isEmpty }
        if lists.count > 1 {
            throw ApplicationFault(.ambiguousAddress, "\(address.path): \(lists.count) paragraphs have lists")
        }
        return lists.first ?? max(paragraphs.slots.count - 1, 0)
    }

    func item(_ number: Int, in paragraph: Int, _ address: Address) throws(ApplicationFault) -> Int {
        guard let found = paragraphs[paragraph].items.index(of: number) else {
            throw ApplicationFault(.addressNotFound, "\(address.path): there is no such item")
        }
        return found
    }

    /// Goes through every line of words in the place that an address names. `change` returns the new words, or nil to
    /// leave them.
    mutating func changeWords(
        in address: Address, _ change: (String) -> String?
    ) throws(ApplicationFault) {
        if address.paragraph == nil, address.item == nil {
            for index in paragraphs.slots.indices { Self.change(&paragraphs[index], change) }
            return
        }
        let place = try paragraph(of: address)
        guard let number = address.item else {
            Self.change(&paragraphs[place], change)
            return
        }
        let index = try item(number, in: place, address)
        if let subitem = address.subitem {
            let children = paragraphs[place].items[index].children
            guard let found = children.firstIndex(where: { Int($0.number) == subitem }) else {
                throw ApplicationFault(.addressNotFound, "\(address.path): there is no such subitem")
            }
            Self.change(&paragraphs[place].items[index].children[found], change)
        } else {
            Self.change(&paragraphs[place].items[index], change)
        }
    }

    /// Other words for one sentence of a paragraph.
    mutating func replaceSentence(at address: Address, with words: String) throws(ApplicationFault) {
        let place = try paragraph(of: address)
        guard address.item == nil, paragraphs.slots.indices.contains(place) else {
            throw ApplicationFault(
                .notApplicable, "\(address.path): sentences of items are replaced by their words")
        }
        let text = paragraphs[place].text
        guard let range = Sentences.range(address.sentence ?? 0, in: text) else {
            throw ApplicationFault(.addressNotFound, "\(address.path): there is no such sentence")
        }
        let replaced = QuotedWords.replacing([range], in: text, with: words)
        let scalars = Array(replaced.unicodeScalars)
        let isOpen = words.isEmpty && scalars.last?.isBlank == true
        paragraphs[place].text = isOpen ? scalars.dropLast().string : replaced
    }

    private static func change(_ paragraph: inout WorkingParagraph, _ change: (String) -> String?) {
        if let words = change(paragraph.text) { paragraph.text = words }
        for index in paragraph.items.slots.indices { Self.change(&paragraph.items[index], change) }
    }

    /// The parser bounds the depth of a list, so recursion is safe here.
    private static func change(_ node: inout Provision, _ change: (String) -> String?) {
        if let words = change(node.text) { node.text = words }
        for index in node.children.indices { Self.change(&node.children[index], change) }
    }
}
