import Alerts
import Statute
import Yams

/// Adds one example to a concept file and leaves every other byte as it is.
package struct ConceptFileEdit {
    /// The whole file as it will be.
    package let bytes: [UInt8]
    /// The line on which the example's comment stands, from 1.
    package let line: Int

    /// - Parameters:
    ///   - old: the file's bytes.
    ///   - file: its name, for errors.
    /// - Throws: ``ReviewError`` when the example is there already, or the file is not one that can be added to;
    ///   ``RegisterError`` when it is no YAML.
    package init(adding example: NegativeExample, to old: [UInt8], file: String) throws {
        let text = String(decoding: old, as: UTF8.self)
        guard text.utf8.elementsEqual(old) else { throw ReviewError.file(file, reason: "is not UTF-8") }
        let root = try DeclarationFile.composed(text, file: file)
        guard let examples = root["examples"]?.sequence, let last = examples.last, last.line > 0 else {
            throw ReviewError.file(file, reason: "has no list of examples to add to")
        }
        guard examples.style != .flow else {
            throw ReviewError.file(
                file, reason: "its examples stand in brackets; write them as a list with hyphens first")
        }
        for entry in examples where Self.isSame(entry, example) {
            throw ReviewError.present(file: file, line: entry.line)
        }
        let lines = Self.lines(old)
        guard last.line <= lines.count, let indent = Self.indent(of: lines[last.line - 1]) else {
            throw ReviewError.file(file, reason: "its last example cannot be found in the file")
        }
        let end = Self.end(of: last.line, indent: indent.utf8.count, in: lines)
        let newline: [UInt8] =
            lines[last.line - 1].suffix(2).elementsEqual([0x0D, 0x0A]) ? [0x0D, 0x0A] : [0x0A]
        var out = Array(lines[..<end].joined())
        if out.last != 0x0A { out.append(contentsOf: newline) }
        for line in example.lines(indent: indent) { out.append(contentsOf: Array(line.utf8) + newline) }
        out.append(contentsOf: lines[end...].joined())
        bytes = out
        line = end + 1
        try Self.check(out, against: root, example, file: file)
    }

    /// What was written must be what was meant: one example more, and nothing else.
    private static func check(_ bytes: [UInt8], against old: Node, _ example: NegativeExample, file: String)
        throws
    {
        let new = try DeclarationFile.composed(String(decoding: bytes, as: UTF8.self), file: file)
        let entries = new.entries("examples")
        let isRight =
            entries.count == old.entries("examples").count + 1
            && entries.last.map { isSame($0, example) } == true
            && Catalogue.bytes(of: new, without: "examples") == Catalogue.bytes(of: old, without: "examples")
        guard isRight else {
            throw ReviewError.file(file, reason: "cannot be added to without harm; add the example by hand")
        }
    }

    private static func isSame(_ entry: Node, _ example: NegativeExample) -> Bool {
        entry.word("lang") == example.language.rawValue
            && (entry.word("text") ?? "").utf8.elementsEqual(example.text.utf8)
    }

    /// Lines with their ends.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == 0x0A {
            lines.append(bytes[start...index])
            start = index + 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }

    /// The blanks before the hyphen; nil where no hyphen comes next.
    private static func indent(of line: ArraySlice<UInt8>) -> String? {
        let blanks = line.prefix { $0 == 0x20 }
        guard line.dropFirst(blanks.count).first == 0x2D else { return nil }
        return String(decoding: blanks, as: UTF8.self)
    }

    /// The index of the first line behind the entry that begins on a line (from 1): the next one that stands no deeper
    /// and is neither empty nor a comment. Empty lines and comments before it stay with what follows.
    private static func end(of first: Int, indent: Int, in lines: [ArraySlice<UInt8>]) -> Int {
        var end = first
        for index in first..<lines.count {
            let line = lines[index]
            let blanks = line.prefix { $0 == 0x20 }.count
            let isEmpty = line.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
            if isEmpty { continue }
            if blanks <= indent { break }
            end = index + 1
        }
        return end
    }
}
