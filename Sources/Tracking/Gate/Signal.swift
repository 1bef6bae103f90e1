/// Why a captured text may not become a change in the law by itself (reliability.md, A3; demands.md, N15 and N19).
package struct Signal: Sendable, Hashable, Codable {
    /// What was seen; the raw values stand in reports and may be relied on.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A page by which a firewall tests the browser, or a captcha.
        case challenge
        /// A form that asks for a name and a password, or a text that is shown to members only.
        case login
        /// A notice of maintenance, or of a fault of the server, served as a page.
        case maintenance
        /// 页面不存在: the server says in words what it should have said as 404.
        case notFound = "not-found"
        case denied
        /// Nothing to read: a page that scripts fill, or an emptied one.
        case empty
        /// Another law, another language, a draft where a law is declared, or the reverse.
        case title
        /// Another document number, 国务院令第760号.
        case number
        /// Article numbers do not run on, or begin again.
        case continuity
        /// The text stops before its end.
        case ending
        /// One page of several.
        case paginated
        /// 下列 with nothing listed, or list items gone across the text.
        case list
        /// Much of the text before is gone.
        case loss
        /// Not the number of articles that the register declares.
        case count
        /// The parser lost words.
        case conservation
        /// The answer came from another host or place than was asked.
        case host
        /// The page has changed its build in the same night as its words.
        case layout
        /// The page only names a file that holds the text.
        case attachmentOnly = "attachment-only"
        /// Page and attached file do not say the same.
        case attachmentDiffers = "attachment-differs"
        /// Characters that come from a wrong decoding.
        case charset
        /// Only characters that look the same, or are not seen, have changed.
        case codepoints
        /// A text that this source gave before and then no longer.
        case flipFlop = "flip-flop"
        /// Dates of amendment that stood in the text are gone.
        case undated
        /// Bytes that no reader of ours makes a text of.
        case unreadable
        /// Nothing against this text alone: too many turned in one night (``NightBrake``).
        case brake
    }

    /// What lets the capture pass.
    package enum Release: String, Sendable, Hashable, Codable, CaseIterable {
        /// The same text again in a later capture (``QuarantineRule``), or a reviewer.
        case secondCapture = "second-capture"
        /// A person only.
        case reviewer
    }

    package var kind: Kind
    /// A sentence for the operator: what was seen, with figures.
    package var message: String
    package var release: Release

    package init(_ kind: Kind, _ message: String, release: Release) {
        self.kind = kind
        self.message = message
        self.release = release
    }
}
