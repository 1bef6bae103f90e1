import Statute
import Testing

@testable import Redline

/// Which provision became which, and what kind of change it is, in English.
@Suite struct EnglishAlignmentTests {
    private static let bodies = [
        "These Rules are made to protect the navigability of inland canals and the safety of those who use them.",
        "The canal authority shall publish the depth of each lock every Monday, in figures that skippers can read from the bank.",
        "A skipper may moor for not more than 48 hours at a public quay, and shall show a lamp after dusk.",
        "Vessels carrying petroleum shall not enter a lock together with passenger boats.",
        "Whoever finds a drifting barge shall report it to the nearest lock keeper, who keeps a register of such reports.",
        "The authority sets tolls by tonnage. Rowing boats are exempt from tolls. Ice-breaking is charged at cost.",
        "Whoever violates Article 4 of these Rules shall be fined not less than RMB 10,000 and not more than RMB 50,000.",
        "Whoever violates these Rules and thereby commits a crime shall be held criminally liable in accordance with law.",
        "Lock keepers who abuse power, neglect duty or practise favouritism shall be given sanctions in accordance with law.",
        "These Rules come into force on 1 April 2015.",
    ]

    private static func numbered(_ bodies: [String]) -> String {
        bodies.enumerated().map { "Article \($0.offset + 1) \($0.element)" }.joined(separator: "\n")
    }

    /// `split 6→6+7`, a line for each entry that is not unchanged; `moved` where it is.
    private func drawn(_ edit: (inout [String]) -> Void) -> String {
        var bodies = Self.bodies
        edit(&bodies)
        return drawn(redline(Self.numbered(Self.bodies), Self.numbered(bodies), .en))
    }

    private func drawn(_ set: ChangeSet) -> String {
        set.changes.filter { $0.kind != .unchanged }.map { change in
            let numbers =
                change.before.map(\.number).joined(separator: "+") + "→"
                + change.after.map(\.number).joined(separator: "+")
            return "\(change.kind) \(numbers)\(change.moved ? " moved" : "") \(change.significance)"
        }.joined(separator: "\n")
    }

    private func renumbered(_ range: ClosedRange<Int>, by step: Int = 1) -> [String] {
        range.map { "renumbered \($0)→\($0 + step) formal" }
    }

    @Test func anInsertedArticleOnlyRenumbersTheOthersAndTheReferenceFollows() {
        let found = drawn { bodies in
            bodies.insert("Drones shall not fly below the height of a mast within sight of a lock.", at: 2)
            bodies[7] = bodies[7].replacing("Article 4", with: "Article 5")
        }
        #expect(found == (["inserted →3 substantive"] + renumbered(3...10)).joined(separator: "\n"))
    }

    @Test func aReferenceThatDidNotFollowIsSubstantive() {
        let found = drawn {
            $0.insert("Drones shall not fly below the height of a mast within sight of a lock.", at: 2)
        }
        let expected =
            ["inserted →3 substantive"] + renumbered(3...6) + ["renumbered 7→8 substantive"]
            + renumbered(8...10)
        #expect(found == expected.joined(separator: "\n"))
    }

    @Test func aRepealedArticleStandsWhereItStood() {
        let found = drawn { bodies in
            bodies.remove(at: 4)
        }
        #expect(found == (["repealed 5→ substantive"] + renumbered(6...10, by: -1)).joined(separator: "\n"))
    }

    @Test func aMovedArticleIsMovedAndTheOthersAreNot() {
        let found = drawn { bodies in
            bodies.insert(bodies.remove(at: 4), at: 1)
            bodies[6] = bodies[6].replacing("Article 4", with: "Article 5")
        }
        #expect(
            found == (["renumbered 5→2 moved formal"] + renumbered(2...4)).joined(separator: "\n")
                + "\nmodified 7→7 formal")
    }

    /// An article of two full sentences, and then an article for each of them.
    private static let whole =
        "A skipper who damages a lock gate shall pay for its repair within thirty days of the keeper's bill. The keeper closes the damaged lock until an inspector of the authority has declared its gates sound again."

    private func parts(_ first: String, _ second: String) -> String {
        let old = [Self.bodies[1], Self.whole, Self.bodies[3]]
        return drawn(
            redline(Self.numbered(old), Self.numbered([old[0], first, second, old[2]]), .en))
    }

    @Test func aPureSplitIsFormal() {
        let sentences = Self.whole.split(separator: ". ")
        #expect(
            parts("\(sentences[0]).", "\(sentences[1])") == "split 2→2+3 formal\nrenumbered 3→4 formal")
    }

    @Test func aSplitThatAddsWordsNamesItsParts() {
        let found = parts(
            "A skipper who damages a lock gate shall pay for its repair within thirty days of the keeper's bill, and for the loss of tolls.",
            "The keeper closes the damaged lock until an inspector of the authority has declared its gates sound again. He hangs out two red flags."
        )
        #expect(found == "split 2→2+3 substantive\nrenumbered 3→4 formal")
    }

    @Test func aSplitThatCarriesAShortSentenceIsASplit() {
        let found = drawn { bodies in
            bodies[5] = "The authority sets tolls by tonnage. Rowing boats are exempt from tolls."
            bodies.insert(
                "Ice-breaking is charged at cost. The bill names the hours of each ice-breaker and its fuel.",
                at: 6)
        }
        #expect(found.hasPrefix("split 6→6+7 substantive"))
    }

    @Test func joinedArticlesNameTheirSources() {
        let found = drawn { bodies in
            bodies[2] += " " + bodies.remove(at: 3)
            bodies[5] = bodies[5].replacing("Article 4", with: "Article 3")
        }
        #expect(found.split(separator: "\n").first == "joined 3+4→3 formal", "\(found)")
        #expect(found.contains("renumbered 5→4 formal"))
        #expect(found.contains("renumbered 10→9 formal"))
    }

    @Test func anAmendedArticleKeepsItsLinkThroughRenumbering() {
        let found = drawn { bodies in
            bodies[2] =
                "A skipper may moor for not more than 24 hours at a public quay, and must show a lamp after dusk."
            bodies.insert("The authority keeps a chart of sunken vessels.", at: 0)
            bodies[7] = bodies[7].replacing("Article 4", with: "Article 5")
        }
        let expected =
            ["inserted →1 substantive"] + renumbered(1...2) + ["modified 3→4 substantive"]
            + renumbered(4...10)
        #expect(found == expected.joined(separator: "\n"))
    }

    @Test func aFormulaMakesNoLinkBetweenTwoPenalties() {
        let old = Self.numbered([
            "The harbour master keeps the buoys in repair.",
            "Whoever sells unmarked fish shall be ordered by the department in charge to make corrections, have the unlawful gains confiscated, and be fined not less than RMB 10,000 and not more than RMB 50,000.",
            "These Rules come into force on 1 April 2015.",
        ])
        let new = Self.numbered([
            "The harbour master keeps the buoys in repair.",
            "Whoever dredges without a pilot shall be ordered by the department in charge to make corrections, have the unlawful gains confiscated, and be fined not less than RMB 10,000 and not more than RMB 50,000.",
            "Whoever sells unmarked fish shall be ordered by the department in charge to make corrections, have the unlawful gains confiscated, and be fined not less than RMB 20,000 and not more than RMB 80,000.",
            "These Rules come into force on 1 April 2015.",
        ])
        #expect(
            drawn(redline(old, new, .en))
                == "inserted →2 substantive\nmodified 2→3 substantive\nrenumbered 3→4 formal")
    }

    @Test func theCriminalLiabilityFormulaStaysWithItsNeighbours() {
        let formula =
            "Whoever violates these Rules and thereby commits a crime shall be held criminally liable in accordance with law."
        let old = Self.numbered([Self.bodies[1], formula, Self.bodies[3], formula, Self.bodies[9]])
        let new = Self.numbered([
            Self.bodies[1], formula, "Swans are counted in May by two wardens.", Self.bodies[3], formula,
            Self.bodies[9],
        ])
        #expect(
            drawn(redline(old, new, .en))
                == "inserted →3 substantive\nrenumbered 3→4 formal\nrenumbered 4→5 formal\nrenumbered 5→6 formal"
        )
    }

    @Test func commencementGoesWithCommencement() {
        let found = drawn {
            $0[9] =
                "These Rules come into force on 9 October 2024. The Canal Rules of 1931 are repealed at the same time."
        }
        #expect(found == "modified 10→10 substantive")
    }

    @Test func aRewrittenTextIsCalledRewritten() {
        let other = [
            "The bakery guild keeps the ovens of the town.",
            "Apprentices rise before four and light the ovens.",
            "Rye loaves weigh two pounds, wheaten loaves one.", "On feast days no dough is sold unbaked.",
            "The guild hears complaints about weight each Friday noon.",
            "Millers bring flour in sealed sacks with their mark.",
        ]
        let set = redline(Self.numbered(Self.bodies), Self.numbered(other), .en)
        #expect(set.rewrite)
        #expect(set.summary.kinds == [.repealed: 10, .inserted: 6])
    }

    @Test func capitalsAndInflectionDoNotBreakALink() {
        let found = drawn {
            $0[3] = "No vessel that carries petroleum may enter a lock together with a passenger boat."
        }
        #expect(found == "modified 4→4 substantive")
    }

    @Test func itemsThatAreReorderedStayOneArticle() {
        let old = Self.numbered([
            "The keeper records:\n(1) the name of the vessel;\n(2) its draught and beam;\n(3) the hour of passage.",
            Self.bodies[9],
        ])
        let new = Self.numbered([
            "The keeper records:\n(1) the hour of passage;\n(2) the name of the vessel;\n(3) its draught and beam;\n(4) the cargo.",
            Self.bodies[9],
        ])
        #expect(drawn(redline(old, new, .en)) == "modified 1→1 substantive")
    }

    @Test func aChapterHeadingBetweenArticlesChangesNoLink() {
        let old = "Chapter I General Provisions\n" + Self.numbered(Self.bodies)
        var lines = Self.numbered(Self.bodies).split(separator: "\n").map(String.init)
        lines.insert("Chapter II Locks and Quays", at: 2)
        let new = "Chapter I General Provisions\n" + lines.joined(separator: "\n")
        #expect(drawn(redline(old, new, .en)) == "")
    }

    @Test func anArticleThatMovesAndIsAmendedIsBoth() {
        let found = drawn { bodies in
            let moved = bodies.remove(at: 8)
            bodies.insert(moved.replacing("shall be given sanctions", with: "shall be dismissed"), at: 0)
            bodies[7] = bodies[7].replacing("Article 4", with: "Article 5")
        }
        #expect(found.split(separator: "\n").first == "modified 9→1 moved substantive", "\(found)")
        #expect(found.split(separator: "\n").dropFirst().map(String.init) == renumbered(1...8))
    }
}
