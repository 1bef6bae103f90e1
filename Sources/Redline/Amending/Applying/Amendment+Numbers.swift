import Statute

extension Amendment {
    mutating func renumber(_ pair: Modification.Renumbering) throws(ApplicationFault) {
        let (old, new) = (pair.old, pair.new)
        if case .division(let path) = old.unit {
            guard case .division(let target) = new.unit, let number = target.last?.number else {
                throw ApplicationFault(.notApplicable, "\(old.path) cannot become \(new.path)")
            }
            let index = try text.index(ofDivision: path)
            text.changeDivision(at: index) { $0.pin = number }
            return
        }
        let index = try text.index(of: old)
        if old.isWholeUnit {
            guard let number = new.article, new.isWholeUnit else {
                throw ApplicationFault(.notApplicable, "\(old.path) cannot become \(new.path) by a rule")
            }
            text.change(at: index) { (unit: inout WorkingUnit) in unit.pin = number }
        } else if new.isWholeUnit, let number = new.article {
            try release(old, from: index, as: number)
        } else {
            try text.change(at: index) { unit throws(ApplicationFault) in
                let paragraph = try unit.paragraph(of: old)
                if let item = old.item, let target = new.item {
                    let place = try unit.item(item, in: paragraph, old)
                    unit.paragraphs[paragraph].items.pin(place, to: target)
                } else if old.item == nil, let target = new.paragraph, new.item == nil {
                    unit.paragraphs.pin(paragraph, to: target)
                } else {
                    throw ApplicationFault(.notApplicable, "\(old.path) cannot become \(new.path) by a rule")
                }
            }
        }
        touch(index)
    }

    /// A paragraph becomes an article of its own.
    private mutating func release(_ old: Address, from index: Int, as number: String) throws(ApplicationFault)
    {
        guard old.item == nil, old.sentence == nil, let unit = text.unit(at: index) else {
            throw ApplicationFault(.notApplicable, "\(old.path) cannot become an article by a rule")
        }
        let paragraph = try unit.paragraph(of: old)
        guard unit.paragraphs.slots.count > 1 else {
            throw ApplicationFault(.ambiguousAddress, "\(old.path): the article has no other paragraph")
        }
        var new = WorkingUnit(
            id: text.newID(), paragraphs: [unit.paragraphs[paragraph]], pin: number, isPlaced: true)
        new.touched = [current]
        text.change(at: index) { (unit: inout WorkingUnit) in unit.paragraphs.remove(at: paragraph) }
        text.entries.insert(.unit(new, depth: text.entries[index].depth), at: index + 1)
    }

    // MARK: Headings

    mutating func replaceHeading(_ place: Address, _ old: Wording?, _ new: Wording) throws(ApplicationFault) {
        guard case .division(let path) = place.unit else {
            throw ApplicationFault(.addressNotFound, "\(place.path) has no heading")
        }
        let index = try text.index(ofDivision: path)
        let heading = text.division(at: index)?.provision.heading ?? ""
        if let old, !QuotedWords.same(old.string, heading) {
            throw ApplicationFault(
                .wordsNotFound,
                "\(place.path): the heading is “\(heading)” and not \(Self.beginning(of: old.string))")
        }
        let words = text.reader.inner(new.string)
        text.changeDivision(at: index) { $0.provision.heading = words }
    }
}
