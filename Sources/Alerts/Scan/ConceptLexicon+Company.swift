import Statute

/// Weak triggers: which of them have the company that makes them triggers.
extension ConceptLexicon {
    /// Every word of every concept in a passage. What stands in the earlier clauses of the sentence keeps company, and
    /// is itself neither read nor returned.
    func hits(in passage: Passage) -> [Hit] {
        let own = hits(in: passage.folded)
        let needsCompany = own.contains { if case .weak = $0.role { true } else { false } }
        guard needsCompany || !passage.antecedent.isEmpty else { return own }
        let before = hits(in: WordPattern.folded(passage.antecedent, language))
        return settled(own, before) + before.filter { $0.role == .near }
    }

    /// Makes triggers of the weak ones that have their company, and drops the others.
    private func settled(_ own: [Hit], _ before: [Hit]) -> [Hit] {
        own.compactMap { hit in
            guard case .weak(let number) = hit.role else { return hit }
            let rule = weak[number]
            let isMet = rule.company.indices.allSatisfy { list in
                let role = Role.company(rule: number, list: list)
                return before.contains { $0.role == role }
                    || own.contains { $0.role == role && !$0.range.overlaps(hit.range) }
            }
            guard isMet else { return nil }
            return Hit(concept: hit.concept, role: rule.isInverse ? .inverse : .trigger, range: hit.range)
        }
    }

    /// Where triggers stand in a line, a weak one only if its company stands there too or in the lead-in.
    ///
    /// - Parameter leadIn: asked for only where the line alone does not settle it.
    func candidates(in line: [Unicode.Scalar], below leadIn: () -> [Unicode.Scalar]) -> [Range<Int>] {
        let own = hits(in: WordPattern.folded(line, language))
        var found: [Range<Int>] = []
        var loose: [Hit] = []
        for hit in own {
            switch hit.role {
            case .trigger, .inverse: found.append(hit.range)
            case .weak: loose.append(hit)
            default: break
            }
        }
        if loose.isEmpty { return found }
        var met = Companies(own, rules: weak.count)
        var rest: [Hit] = []
        for hit in loose {
            if isMet(hit, met) { found.append(hit.range) } else { rest.append(hit) }
        }
        if rest.isEmpty { return found }
        let above = leadIn()
        if above.isEmpty { return found }
        met.add(hits(in: WordPattern.folded(above, language)))
        return found + rest.filter { isMet($0, met) }.map(\.range)
    }

    private func isMet(_ hit: Hit, _ met: Companies) -> Bool {
        guard case .weak(let rule) = hit.role else { return true }
        return weak[rule].company.indices.allSatisfy { met.contains(Companies.key(rule, $0)) }
    }

    /// The lists of which a word was met: one bit each.
    private struct Companies {
        private var bits: [UInt64]

        init(_ hits: [Hit], rules: Int) {
            bits = [UInt64](repeating: 0, count: rules / 16 + 1)
            add(hits)
        }

        mutating func add(_ hits: [Hit]) {
            for hit in hits {
                guard case .company(let rule, let list) = hit.role else { continue }
                let key = Self.key(rule, list)
                bits[key >> 6] |= 1 << UInt64(key & 63)
            }
        }

        func contains(_ key: Int) -> Bool { bits[key >> 6] & 1 << UInt64(key & 63) != 0 }

        /// A rule has two lists at most.
        static func key(_ rule: Int, _ list: Int) -> Int { rule * 4 + list }
    }
}
