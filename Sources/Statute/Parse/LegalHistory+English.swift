extension LegalHistory {
    /// What an English headnote does with a day.
    private enum Deed {
        case act(Act)
        /// It is made known, or takes effect: no act of its own beside an act.
        case publication, commencement
    }

    /// The events of one English headnote: “Adopted at the 24th Session … on November 7, 2016; amended … on 28 October 2025”.
    ///
    /// The verb stands before its day and after the day before. A publication counts where nothing else is told, because a
    /// rule may have no other act (“Promulgated by Order No. 273 on 7 October 1999”).
    static func englishEvents(in scalars: [Unicode.Scalar]) -> [Event] {
        var events: [Event] = []
        var publications: [Event] = []
        let words = EnglishDate.Word.all(in: scalars)
        var from = 0
        var last = Deed.publication
        for found in EnglishDate.all(in: scalars) {
            let between = words.filter {
                $0.range.lowerBound >= from && $0.range.upperBound <= found.range.lowerBound
            }
            last = deed(of: between) ?? last
            switch last {
            case .act(let act): events.append(Event(date: found.date, act: act))
            case .publication: publications.append(Event(date: found.date, act: .adopted))
            case .commencement: break
            }
            from = found.range.upperBound
        }
        return events.isEmpty ? publications : events
    }

    /// The last verb before a day decides: “amended in accordance with the Decision adopted at …” is an amendment, all the
    /// same, because what is told is what became of this text.
    private static func deed(of words: [EnglishDate.Word]) -> Deed? {
        var deed: Deed?
        for word in words {
            switch word.text {
            case "revised", "revision": deed = .act(.revised)
            case "amended", "amendment", "modified": deed = .act(.amended)
            case "adopted", "passed", "approved", "enacted", "signed", "made", "concluded", "done":
                if case .act(.amended)? = deed { continue }
                if case .act(.revised)? = deed { continue }
                deed = .act(.adopted)
            case "issued", "promulgated", "published", "announced", "dated":
                if case .act? = deed { continue }
                deed = .publication
            case "effective", "effect", "force": deed = .commencement
            default: break
            }
        }
        return deed
    }

    /// The day in “This Law shall come into force as of June 1, 2017”; nil where the clause names none.
    static func englishCommencement(in scalars: [Unicode.Scalar]) -> CalendarDate? {
        let words = EnglishDate.Word.all(in: scalars)
        for found in EnglishDate.all(in: scalars) {
            let before = words.filter { $0.range.upperBound <= found.range.lowerBound }.suffix(8).map(\.text)
            guard let last = before.last, ["on", "from", "of", "since", "after"].contains(last),
                last != "after"
            else {
                continue
            }
            let isCommencement = [
                "force", "effect", "effective", "operation", "apply", "applies", "implemented",
            ]
            .contains { before.dropLast().contains($0) }
            // Of another law it says that it took effect, or of this one that it lapses.
            let isOther = ["repealed", "abolished", "expire", "until", "before", "adopted"].contains {
                before.contains($0)
            }
            if isCommencement, !isOther { return found.date }
        }
        return nil
    }
}
