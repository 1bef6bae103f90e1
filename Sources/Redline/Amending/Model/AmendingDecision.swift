package import Statute

/// One instruction of an amending decision: what is to be done to the old text, and where the decision says so.
package struct Instruction: Sendable, Hashable {
    /// The number of its point as printed: 一, 1, 第三条. Empty where the point has none.
    package var number: String
    /// The law that it names or that its heading names, as printed; nil for the one law of the decision.
    package var law: String?
    package var modification: Modification
    /// It gives the whole wording that instructions before it have made piece by piece (这一款相应修改为).
    package var restates: Bool
    /// The clause with its quotations: scalars of the decision.
    package var span: Range<Int>
    /// The line of the decision on which the clause begins, from 1.
    package var line: Int

    package init(
        number: String, law: String?, modification: Modification, restates: Bool = false, span: Range<Int>,
        line: Int
    ) {
        self.number = number
        self.law = law
        self.modification = modification
        self.restates = restates
        self.span = span
        self.line = line
    }
}

/// A decision that amends a law, read: every line that is not blank is in exactly one part.
package struct AmendingDecision: Sendable, Hashable {
    /// Lines of the decision that belong together.
    package struct Part: Sendable, Hashable {
        package enum Role: Sendable, Hashable {
            case title
            /// Adoption and publication, or a comment of the file.
            case headnote
            /// 作如下修改, and what else opens the list.
            case preliminary
            /// The law that the points below it amend.
            case target(String)
            /// Read as a whole.
            case instructions([Instruction])
            /// Commencement and republication, with what they order for the numbers.
            case closing([Instruction])
            /// Not read, or not as a whole; nothing of it is applied. A diagnostic names it.
            case unread
        }

        package var role: Role
        /// From 1.
        package var lines: ClosedRange<Int>
        /// Scalars of the decision.
        package var span: Range<Int>

        package init(role: Role, lines: ClosedRange<Int>, span: Range<Int>) {
            self.role = role
            self.lines = lines
            self.span = span
        }

        package var instructions: [Instruction] {
            switch role {
            case .instructions(let found), .closing(let found): found
            case .title, .headnote, .preliminary, .target, .unread: []
            }
        }
    }

    package var title: String
    package var language: Language
    package var parts: [Part]
    package var diagnostics: [Diagnostic]

    package init(title: String, language: Language, parts: [Part], diagnostics: [Diagnostic]) {
        self.title = title
        self.language = language
        self.parts = parts
        self.diagnostics = diagnostics
    }

    /// All instructions in order.
    package var instructions: [Instruction] { parts.flatMap(\.instructions) }

    /// The parts that were not read.
    package var unread: [Part] { parts.filter { $0.role == .unread } }

    /// The laws that its headings name, in order; empty for a decision about one law.
    package var targets: [String] {
        parts.compactMap { part in
            if case .target(let law) = part.role { return law }
            return nil
        }
    }
}
