/// Sentences that stand with every alert and digest.
package enum Disclaimers {
    package static let assessment = "This is the tool's assessment, not legal advice."
    package static let chinese = "The Chinese text prevails over any rendering or translation."
    package static let motive = "Motive and attribution cannot be read from a text of law."
    package static let outcome2015 =
        "The outcome of September 2015 has no enforcement mechanism. It restricts the use made of stolen information, "
        + "not intrusion itself."

    /// The four, in the order in which a digest prints them.
    package static let all = [assessment, chinese, motive, outcome2015]
}
