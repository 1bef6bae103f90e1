/// Something wrong in a file that a person wrote: what, where, and what would be right.
package struct DeclarationFault: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let file: String
    /// From 1; 0 where the whole file is meant.
    package let line: Int
    package let message: String

    package init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    package var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }

    package static func < (a: DeclarationFault, b: DeclarationFault) -> Bool {
        (a.file, a.line, a.message) < (b.file, b.line, b.message)
    }
}

/// The declarations cannot be used: every fault found, at once.
package struct RegisterError: Error, Sendable, CustomStringConvertible {
    /// Sorted by file and line; never empty.
    package let faults: [DeclarationFault]

    package init(faults: [DeclarationFault]) { self.faults = faults.sorted() }

    package var description: String {
        let head =
            faults.count == 1 ? "a declaration cannot be used" : "\(faults.count) faults in the declarations"
        return ([head + "; mend and run again:"] + faults.map { "  \($0)" }).joined(separator: "\n")
    }
}
