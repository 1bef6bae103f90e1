/// One clause of a block as it was understood, before the block is known to be read as a whole.
struct InstructionDraft {
    var modification: Modification
    var law: String?
    var restates = false
    /// Scalars of the decision.
    var span: Range<Int>
}

/// What a grammar made of a block.
struct BlockReading {
    var drafts: [InstructionDraft]
    /// The last clause announces words (修改为：) that no quotation gives: they stand in the lines below.
    var awaitsWording: Bool
    /// Where the block ended, for the blocks below that go on with it (第三款相应改为第四款).
    var context: Address?
}
