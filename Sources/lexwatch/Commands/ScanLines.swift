import Alerts
import Foundation
import Rendering
import Statute

/// `scan --lines`: a JSON document in, a JSON document out, in order; a bad line never stops the rest.
///
/// In: `{"id": …, "lang": "zh" or "en", "text": …}`. Out: the document of `scan` with the id; for a line that cannot
/// be read, `error` with a code of `lexwatch --help`.
struct ScanLines {
    private struct Line: Decodable {
        var id: String
        var lang: String?
        var text: String
    }

    let scanner: ConceptScanner

    func run(_ file: String) throws {
        var lines = try LineSource(file)
        while let line = try lines.next() { Output.print(document(line).text()) }
    }

    private func document(_ line: String) -> JSONValue {
        guard let asked = try? JSONDecoder().decode(Line.self, from: Data(line.utf8)) else {
            return error(line, "the line should be {\"id\": …, \"lang\": …, \"text\": …}")
        }
        guard let language = asked.lang.map({ Language(rawValue: $0) }) ?? .zh else {
            return error(line, "lang should be zh or en")
        }
        // A title of its own, so that the first line is read as a provision.
        let text = StatuteParser.parse("# -\n\n" + asked.text, language: language).text
        return ScanDocument(scanner.findings(in: text), id: asked.id).json
    }

    private func error(_ line: String, _ message: String) -> JSONValue {
        ["schema": 1, "error": ["code": 65, "message": .string(message), "line": .string(line)]]
    }
}
