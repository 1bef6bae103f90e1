/// Scalars as they count when texts are compared, folded one by one as somebody asks.
struct FoldedText {
    let raw: UnsafeBufferPointer<UInt32>
    let table: ScalarTable.View

    /// The folded scalar and its ``ScalarTable/Class``.
    @inline(__always) func read(_ index: Int) -> (folded: UInt32, kind: UInt8) { table.read(raw[index]) }
}

/// Something that numbers are read from.
protocol ScalarRow {
    var count: Int { get }
    /// A folded scalar.
    subscript(index: Int) -> UInt32 { get }
}

extension FoldedText: ScalarRow {
    var count: Int { raw.count }

    subscript(index: Int) -> UInt32 {
        @inline(__always) get { table.read(raw[index]).0 }
    }
}

extension UnsafeBufferPointer<UInt32>: ScalarRow {}
