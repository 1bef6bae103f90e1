import Statute
import TestSupport
import Testing

@Suite("English statutes and renderings")
struct EnglishStructureTests {
    @Test("parts, chapters, sections, articles, paragraphs and three levels of lists nest")
    func fullStructure() {
        let parsed = StatuteParser.parse(
            """
            Data Rules

            Adopted on 2 January 2020 by the Ministry.

            PART I GENERAL

            Chapter I General Provisions

            Section 1 Scope

            Article 1. These Rules apply to the following:

            (1) operators, that is:

            (a) owners; and

            (b) managers:

            (i) appointed; or

            (ii) elected;

            (2) vendors.

            They do not apply to others.

            Article 2: Operators shall keep logs under Article 1(2).
            """)
        #expect(parsed.text.language == .en)
        #expect(
            outline(parsed.text) == """
                title Data Rules
                headnote Adopted on 2 January 2020 by the Ministry.
                part_1  PART I | GENERAL
                  part_1__chp_1  Chapter I | General Provisions
                    part_1__chp_1__sec_1  Section 1 | Scope
                      art_1  Article 1.
                        art_1__para_1  These Rules apply to the following:
                          art_1__para_1__point_1  (1) | operators, that is:
                            art_1__para_1__point_1__subpoint_a  (a) | owners; and
                            art_1__para_1__point_1__subpoint_b  (b) | managers:
                              art_1__para_1__point_1__subpoint_b__subpoint_i  (i) | appointed; or
                              art_1__para_1__point_1__subpoint_b__subpoint_ii  (ii) | elected;
                          art_1__para_1__point_2  (2) | vendors.
                        art_1__para_2  They do not apply to others.
                      art_2  Article 2: | Operators shall keep logs under Article 1(2).
                """)
    }

    @Test("(i) after (h) is a letter")
    func letterI() {
        let letters = "abcdefghij".map { "(\($0)) x;" }.joined(separator: "\n")
        let parsed = StatuteParser.parse("Article 1 List:\n\(letters)", language: .en)
        #expect(parsed.text.root.children[0].children.map(\.number).joined() == "abcdefghij")
    }

    @Test(
        "words that refer to an article stay text",
        arguments: [
            "Article 2(1) does not apply.", "Article 2, and Article 3, apply.",
            "section 3 of the Act applies.",
        ])
    func references(line: String) {
        let parsed = StatuteParser.parse("Article 1 One.\n\(line)", language: .en)
        #expect(parsed.text.articleLevel.count == 1)
    }
}
