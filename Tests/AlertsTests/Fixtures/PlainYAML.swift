/// The small part of YAML in which concept and agreement files are written: block maps, block lists, lists of plain
/// words in brackets, plain and quoted scalars that may run over several lines. For tests only; the program reads them
/// with a real parser.
indirect enum PlainYAML {
    case scalar(String)
    case list([PlainYAML])
    case map([String: PlainYAML])

    subscript(key: String) -> PlainYAML? {
        if case .map(let values) = self { return values[key] }
        return nil
    }

    var string: String? {
        if case .scalar(let text) = self { return text }
        return nil
    }

    var items: [PlainYAML] {
        if case .list(let values) = self { return values }
        return []
    }

    var strings: [String] { items.compactMap(\.string) }

    var pairs: [String: PlainYAML] {
        if case .map(let values) = self { return values }
        return [:]
    }

    static func parse(_ text: String) -> PlainYAML {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
            .filter { !$0.drop { $0 == " " }.hasPrefix("#") }
            .map { Line(indent: $0.prefix { $0 == " " }.count, text: String($0.drop { $0 == " " })) }
        var rest = lines[...]
        return block(&rest, indent: lines.first?.indent ?? 0)
    }

    private struct Line {
        var indent: Int
        var text: String
    }

    private static func block(_ rest: inout ArraySlice<Line>, indent: Int) -> PlainYAML {
        guard let first = rest.first else { return .scalar("") }
        return first.text.hasPrefix("- ") ? list(&rest, indent: indent) : map(&rest, indent: indent)
    }

    private static func list(_ rest: inout ArraySlice<Line>, indent: Int) -> PlainYAML {
        var values: [PlainYAML] = []
        while let line = rest.first, line.indent == indent, line.text.hasPrefix("- ") {
            let content = String(line.text.dropFirst(2))
            if key(of: content) != nil {
                rest[rest.startIndex] = Line(indent: indent + 2, text: content)
                values.append(map(&rest, indent: indent + 2))
            } else {
                rest = rest.dropFirst()
                values.append(.scalar(scalar(content, &rest, deeperThan: indent)))
            }
        }
        return .list(values)
    }

    private static func map(_ rest: inout ArraySlice<Line>, indent: Int) -> PlainYAML {
        var values: [String: PlainYAML] = [:]
        while let line = rest.first, line.indent == indent, let (key, value) = key(of: line.text) {
            rest = rest.dropFirst()
            if value.isEmpty {
                let next = rest.first
                if let next, next.indent > indent || (next.indent == indent && next.text.hasPrefix("- ")) {
                    values[key] = block(&rest, indent: next.indent)
                } else {
                    values[key] = .scalar("")
                }
            } else if value.hasPrefix("[") {
                values[key] = flow(scalar(value, &rest, deeperThan: indent))
            } else {
                values[key] = .scalar(scalar(value, &rest, deeperThan: indent))
            }
        }
        return .map(values)
    }

    /// `[a, b]`, of plain words.
    private static func flow(_ text: String) -> PlainYAML {
        let words = text.dropFirst().dropLast().split(separator: ",")
        return .list(words.map { .scalar(String($0.drop { $0 == " " })) }.filter { $0.string != "" })
    }

    private static func key(of text: String) -> (String, String)? {
        guard let first = text.first, first != "'", first != "\"",
            let colon = text.firstIndex(of: ":")
        else { return nil }
        let after = text[text.index(after: colon)...]
        guard after.isEmpty || after.hasPrefix(" ") else { return nil }
        let key = text[..<colon]
        guard key.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }) else {
            return nil
        }
        return (String(key), String(after.drop { $0 == " " }))
    }

    private static func scalar(
        _ start: String, _ rest: inout ArraySlice<Line>, deeperThan indent: Int
    ) -> String {
        var text = start
        let quote = start.first.flatMap { $0 == "'" || $0 == "\"" ? $0 : nil }
        while let line = rest.first, line.indent > indent, quote == nil || !isClosed(text, quote) {
            text += " " + line.text
            rest = rest.dropFirst()
        }
        guard let quote, isClosed(text, quote) else { return text }
        return text.dropFirst().dropLast().split(separator: "''", omittingEmptySubsequences: false)
            .joined(separator: quote == "'" ? "'" : "''")
    }

    private static func isClosed(_ text: String, _ quote: Character?) -> Bool {
        guard let quote, text.count > 1, text.last == quote else { return false }
        return text.reversed().prefix { $0 == quote }.count % 2 == 1
    }
}
