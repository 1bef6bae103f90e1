import Statute
import Testing

@testable import Redline

/// Words and numbers are compared by hashes; two of one hash are still not the same.
@Suite struct CollisionTests {
    @Test func theseDoCollide() {
        #expect(TokenHash.word("lockedmd") == TokenHash.word("lockiaaa"))
        let numbers = Tokenizer.tokens(of: "1766，14286").filter { $0.kind == .number }
        #expect(Set(numbers.map(\.id)).count == 1)
    }

    @Test func aWordOfTheSameHashIsAnotherWord() {
        #expect(edits("The lockedmd opens.", "The lockiaaa opens.", .en) == "lockedmd⟶lockiaaa text")
    }

    @Test func aNumberOfTheSameHashIsAnotherNumber() {
        let found = edits("罚款1766元。", "罚款14286元。")
        #expect(found.contains("1766") && !found.contains("typography"), "\(found)")
    }

    /// An insertion slides only over what is the same.
    @Test func anInsertionDoesNotSlideOverAnotherNumber() {
        let found = edits("缴款，1766至结清。", "缴款，1766加付，14286至结清。")
        #expect(!found.contains("typography"), "\(found)")
    }
}
