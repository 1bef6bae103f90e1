/// What a Word document holds beside its words, said in sentences.
enum WordNotices {
    static func sentences(of body: WordBody) -> [String] {
        let finds = body.finds
        var sentences: [String] = []
        if finds.hasTrackedChanges {
            sentences.append("the document holds tracked changes: read as if all were accepted")
        }
        if finds.hidden > 0 {
            sentences.append("hidden text is left out (\(finds.hidden) runs)")
        }
        if finds.pictures > 0 {
            sentences.append("\(finds.pictures) pictures: words in them are not read")
        }
        if finds.objects > 0 { sentences.append("\(finds.objects) embedded objects are not read") }
        if finds.formulas > 0 {
            sentences.append("\(finds.formulas) formulas are read as their signs in a row")
        }
        if finds.comments > 0 { sentences.append("\(finds.comments) comments are left out") }
        if finds.unknownSigns > 0 {
            sentences.append("\(finds.unknownSigns) signs of a symbol font are kept as their private codes")
        }
        for format in body.counters.unwritten.sorted() {
            sentences.append("numbers in the format \(format) are written in Arabic digits")
        }
        for format in body.counters.doubtful.sorted() {
            sentences.append(
                "numbers above 99 in the format \(format) are written as Chinese laws do (一百零一)")
        }
        return sentences
    }

    /// Footnotes and endnotes are no part of the text; what they say is shown, shortened.
    static func sentences(ofNotes notes: [String]) -> [String] {
        let filled = notes.filter { !$0.isEmpty }
        var sentences = filled.prefix(20).map { note in
            "footnote, left out of the text: " + String(note.unicodeScalars.prefix(200))
        }
        if filled.count > 20 { sentences.append("\(filled.count - 20) more footnotes are left out") }
        return sentences
    }
}
