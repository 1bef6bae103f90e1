/// Words that tell a penalty from the duty that it punishes, for the aligner.
enum ClauseContext {
    static let penalties = Lexicon(
        [
            "罚款", "没收", "吊销", "拘留", "责令停产停业", "停业整顿", "有期徒刑", "处分", "予以处罚", "给予处罚", "给予警告", "fine", "fines",
            "fined", "confiscated", "revoked", "detention", "penalty", "penalties",
        ].map { ($0, .plain) })
}
