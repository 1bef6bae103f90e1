import Foundation
import FoundationXML
import Rendering

/// `word/document.xml` read as a word processor reads tracked changes: what stands after accepting, or rejecting, all.
final class WordDocument: NSObject, XMLParserDelegate {
    private(set) var accepted: [String] = [""]
    private(set) var rejected: [String] = [""]
    /// The ids of all changes and comments, in order.
    private(set) var ids: [String] = []
    private(set) var authors: Set<String> = []
    private(set) var dates: Set<String> = []
    private(set) var isWellFormed = false
    private var path: [String] = []
    private var mark = ""

    init(_ document: OfficeDocument) {
        super.init()
        let part = document.parts.first { $0.name == "word/document.xml" }?.bytes ?? []
        let parser = XMLParser(data: Data(part))
        parser.delegate = self
        isWellFormed = parser.parse()
        if accepted.last?.isEmpty == true { accepted.removeLast() }
        if rejected.last?.isEmpty == true { rejected.removeLast() }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        if name == "w:ins" || name == "w:del" {
            if path.last == "w:rPr" { mark = name }
            ids.append(attributes["w:id"] ?? "")
            authors.insert(attributes["w:author"] ?? "")
            if let date = attributes["w:date"] { dates.insert(date) }
        }
        if name == "w:tab" { add("\t") }
        path.append(name)
    }

    func parser(_ parser: XMLParser, foundCharacters words: String) {
        if path.last == "w:t" || path.last == "w:delText" { add(words) }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        path.removeLast()
        guard name == "w:p" else { return }
        if mark != "w:del" { accepted.append("") }
        if mark != "w:ins" { rejected.append("") }
        mark = ""
    }

    private func add(_ words: String) {
        if !path.contains("w:del") { accepted[accepted.count - 1] += words }
        if !path.contains("w:ins") { rejected[rejected.count - 1] += words }
    }
}
