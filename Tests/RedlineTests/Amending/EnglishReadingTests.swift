import Statute
import Testing

@testable import Redline

/// One instruction of a decision in the English of our renderings, and what is read.
@Suite struct EnglishReadingTests {
    @Test(
        "every form of instruction is read",
        arguments: [
            (
                "1. Article 5 is amended to read: “Operators register.”",
                "substitution art_5 “Operators register.”"
            ),
            ("1. Article 5(2) is amended to read: “A.”", "substitution art_5__para_2 “A.”"),
            (
                "1. Paragraph 2 of Article 5 is amended to read as follows: \"A.\"",
                "substitution art_5__para_2 “A.”"
            ),
            (
                "1. The second paragraph of Article 5 is amended to read:\n“A.\n“(1) B;\n“(2) C.”",
                "substitution art_5__para_2 “A.|(1) B;|(2) C.”"
            ),
            (
                "1. Item (3) of paragraph 1 of Article 5 is amended to read: “(3) A;”",
                "substitution art_5__para_1__point_3 “(3) A;”"
            ),
            ("1. A new article is added as Article 7: “A.”", "insertion 1 article end of [] as art_7 “A.”"),
            (
                "1. A new article is added after Article 7 as Article 7-1: “A.”",
                "insertion 1 article after of [art_7] as art_7-1 “A.”"
            ),
            (
                "1. A paragraph is added to Article 7 as its second paragraph: “A.”",
                "insertion 1 paragraph end of [art_7] as art_7__para_2 “A.”"
            ),
            (
                "1. Two paragraphs are added to Article 7 as paragraphs 2 and 3:\n“A.\n“B.”",
                "insertion 2 paragraph end of [art_7] as art_7__para_2+art_7__para_3 “A.|B.”"
            ),
            (
                "1. An item is added to paragraph 1 of Article 7 as item (3): “(3) A;”",
                "insertion 1 item end of [art_7__para_1] as art_7__para_1__point_3 “(3) A;”"
            ),
            ("1. Article 8 becomes Article 9.", "renumbering art_8→art_9"),
            (
                "1. Articles 8 to 10 become Articles 9 to 11.",
                "renumbering art_8→art_9, art_9→art_10, art_10→art_11"
            ),
            (
                "1. Article 8 becomes Article 9 and is amended to read: “A.”",
                "renumbering art_8→art_9\nsubstitution art_8 “A.”"
            ),
            (
                "1. Article 8 becomes Article 9, and its first paragraph is amended to read: “A.”",
                "renumbering art_8→art_9\nsubstitution art_8__para_1 “A.”"
            ),
            (
                "1. Article 18 becomes Article 19, and its second paragraph is deleted.",
                "renumbering art_18→art_19\nrepeal art_18__para_2"
            ),
            ("1. Article 3 is deleted.", "repeal art_3"),
            ("1. Articles 3, 5 and 7 are repealed.", "repeal art_3+art_5+art_7"),
            (
                "1. The words “A” in paragraph 2 of Article 4 are replaced by “B”.",
                "words art_4__para_2 “A”→“B”"
            ),
            (
                "1. In Article 4, the words “A” are replaced by “B”; the words “C” are deleted.",
                "words art_4 “A”→“B”\nword-repeal art_4 “C”"
            ),
            (
                "1. In Article 4(2), the words “B” are inserted after “A”.",
                "word-insertion art_4__para_2 after“A” “B”"
            ),
            (
                "1. Articles 64, 66 and 70 are merged into Article 71, which reads: “A.”",
                "join art_64+art_66+art_70→art_71 “A.”"
            ),
            (
                "1. Article 30 is divided into two articles, Articles 31 and 32, which read:\n“Article 31 A.\n“Article 32 B.”",
                "split art_30→art_31+art_32 “Article 31 A.|Article 32 B.”"
            ),
            ("1. The heading of Chapter IV is amended to read: “Data”.", "heading chp_4__heading →“Data”"),
            (
                "1. A new chapter is added as Chapter V, “Data”:\n“Article 30 A.\n“Article 31 B.”",
                "insertion 1 chapter end of [] as chp_5 ‘Data’ “Article 30 A.|Article 31 B.”"
            ),
            ("1. The order of the articles is adjusted accordingly.", "order"),
        ])
    func forms(_ text: String, _ expected: String) {
        let head = "Decision on Amending the Example Law\n\nThe Example Law is amended as follows:\n\n"
        #expect(drawn(decision(head + text + "\n", .en)) == expected)
    }

    @Test("commencement and republication close a decision, and may order the numbers")
    func closing() {
        let read = decision(
            """
            # Decision on Amending the Example Law

            1. Article 2 is deleted.

            This Decision comes into force on 1 January 2026.

            The Law is amended in accordance with this Decision, the order of the articles is adjusted accordingly, \
            and it is published anew.
            """, .en)
        #expect(drawn(read) == "repeal art_2\nclosing\norder\nclosing")
    }

    @Test(
        "what no rule reads as a whole is told and nothing of it is applied",
        arguments: [
            "1. Article 5 is improved.", "1. Some wording is changed.",
            "1. Article 5 is amended to read something.",
            "1. Article 5 is deleted unless the office objects.", "1. A new article is added.",
        ])
    func unread(_ text: String) {
        let read = decision("Decision on Amending the Example Law\n\(text)\n2. Article 9 is deleted.", .en)
        #expect(drawn(read) == "unread 2\nrepeal art_9")
        #expect(read.diagnostics.map(\.category) == [.unreadInstruction])
    }
}
