import Foundation
import Rendering
import Synchronization
import Transport

/// `compare --pairs`: a line in, a document out, in order, on all cores, in bounded memory, whatever is in the lines.
struct PairsRun {
    let comparer: FileComparer
    /// How many lines are worked on before their documents are printed.
    private let window = 64

    init(comparer: FileComparer) { self.comparer = comparer }

    func run(_ file: String) throws {
        var lines = try LineSource(file)
        while true {
            var batch: [String] = []
            while batch.count < window, let line = try lines.next() { batch.append(line) }
            if batch.isEmpty { return }
            for document in documents(batch) { Output.print(document) }
        }
    }

    private func documents(_ lines: [String]) -> [String] {
        let results = Mutex([String](repeating: "", count: lines.count))
        DispatchQueue.concurrentPerform(iterations: lines.count) { index in
            let document = document(lines[index])
            results.withLock { $0[index] = document }
        }
        return results.withLock { $0 }
    }

    private func document(_ line: String) -> String {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            return error(line, 64, "the line should be OLD<TAB>NEW")
        }
        do {
            let (comparison, before, after) = try comparer.compare(parts[0], parts[1])
            return comparer.document(comparison, before, after).text()
        } catch let fault {
            return error(line, Failure.code(of: fault) ?? 70, Failure.words(for: fault))
        }
    }

    private func error(_ line: String, _ code: Int32, _ message: String) -> String {
        let document: JSONValue = [
            "schema": 1,
            "error": ["code": .int(Int(code)), "message": .string(message), "line": .string(line)],
        ]
        return document.text()
    }
}

/// The lines of a file or of standard input, one at a time.
struct LineSource {
    private let handle: FileHandle
    private var buffer = Data()
    private var isAtEnd = false

    init(_ file: String) throws {
        if file == "-" {
            handle = .standardInput
        } else {
            guard let opened = FileHandle(forReadingAtPath: file) else { throw DocumentError.missing(file) }
            handle = opened
        }
    }

    /// The next line without its end; nil at the end.
    mutating func next() throws -> String? {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                let line = buffer[buffer.startIndex..<end]
                buffer = Data(buffer[buffer.index(after: end)...])
                return String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
            }
            if isAtEnd {
                if buffer.isEmpty { return nil }
                defer { buffer = Data() }
                return String(decoding: buffer, as: UTF8.self)
            }
            let more = try handle.read(upToCount: 1 << 16) ?? Data()
            if more.isEmpty { isAtEnd = true } else { buffer.append(more) }
        }
    }
}
