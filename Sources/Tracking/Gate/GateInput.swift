package import Material
package import Statute

/// What the register declares of the text that should have come.
package struct GateSubject: Sendable, Hashable {
    /// All declared titles, in any language and of any length.
    package var titles: [String]
    /// How many articles the declared version has; nil for `current` and for extracts.
    package var articles: Int?
    /// Host of the declared URL (of the archive, for a memento); empty where nothing is fetched by a URL.
    package var host: String
    package var isDraft: Bool
    /// The text is known to leave articles out: numbers that jump say nothing.
    package var isExtract: Bool

    package init(
        titles: [String], articles: Int? = nil, host: String = "", isDraft: Bool = false,
        isExtract: Bool = false
    ) {
        self.titles = titles
        self.articles = articles
        self.host = host
        self.isDraft = isDraft
        self.isExtract = isExtract
    }
}

/// Everything that ``PageGate`` looks at.
package struct GateInput: Sendable {
    package var subject: GateSubject
    /// Nil for what came without a server.
    package var exchange: Exchange?
    package var readout: Readout
    package var text: StatuteText
    /// The parser's, of ``text``.
    package var diagnostics: [Diagnostic]
    /// The text that this source or version last gave and that was accepted; nil on a first run.
    package var previous: StatuteText?
    /// Of texts that this source gave before ``previous``, newest first.
    package var earlierDigests: [TextDigest]
    /// The text of the attached file, where page and file are compared.
    package var attachment: StatuteText?
    /// The bytes of the page as they came, or their beginning: only ASCII names of firewalls are looked for, which
    /// stand in scripts and so in no text. May be empty.
    package var markup: [UInt8]

    package init(
        subject: GateSubject, exchange: Exchange? = nil, readout: Readout, text: StatuteText,
        diagnostics: [Diagnostic] = [], previous: StatuteText? = nil, earlierDigests: [TextDigest] = [],
        attachment: StatuteText? = nil, markup: [UInt8] = []
    ) {
        self.subject = subject
        self.exchange = exchange
        self.readout = readout
        self.text = text
        self.diagnostics = diagnostics
        self.previous = previous
        self.earlierDigests = earlierDigests
        self.attachment = attachment
        self.markup = markup
    }

    package init(
        subject: GateSubject, exchange: Exchange? = nil, readout: Readout, parsed: ParsedStatute,
        previous: StatuteText? = nil, earlierDigests: [TextDigest] = [], attachment: StatuteText? = nil,
        markup: [UInt8] = []
    ) {
        self.init(
            subject: subject, exchange: exchange, readout: readout, text: parsed.text,
            diagnostics: parsed.diagnostics, previous: previous, earlierDigests: earlierDigests,
            attachment: attachment, markup: markup)
    }
}
