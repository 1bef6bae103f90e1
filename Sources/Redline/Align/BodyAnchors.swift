/// Links equal bodies: those that stand once on each side first, the others beside their neighbours.
struct BodyAnchors {
    /// For each unit a key that is equal for equal bodies; 0 leaves a unit out.
    let old: Row<UInt64>
    let new: Row<UInt64>
    let arena: Arena
    /// Settles that two units of one key are equal indeed.
    let isSame: (Int, Int) -> Bool

    /// Where one key stands on each side.
    private struct Slot: BitwiseCopyable {
        static let nowhere: Int32 = -1
        static let often: Int32 = -2

        var key: UInt64 = 0
        var old = nowhere
        var new = nowhere
    }

    /// Bodies that stand exactly once on each side.
    func linkUnique(_ alignment: inout Alignment, _ ground: ProvisionLink.Ground) {
        let table = arena.row(Slot(), capacity)
        for index in old.indices where old[index] != 0 && alignment.ofOld[index] < 0 {
            let at = slot(of: old[index], in: table)
            table[at].key = old[index]
            table[at].old = table[at].old == Slot.nowhere ? Int32(truncatingIfNeeded: index) : Slot.often
        }
        for index in new.indices where new[index] != 0 && alignment.ofNew[index] < 0 {
            let at = slot(of: new[index], in: table)
            if table[at].key == 0 { continue }
            table[at].new = table[at].new == Slot.nowhere ? Int32(truncatingIfNeeded: index) : Slot.often
        }
        for index in new.indices where new[index] != 0 && alignment.ofNew[index] < 0 {
            let found = table[slot(of: new[index], in: table)]
            guard found.old >= 0, found.new >= 0, isSame(Int(found.old), index) else { continue }
            alignment.link(Int(found.old), index, ground)
        }
    }

    @inline(__always) private func slot(of key: UInt64, in table: Row<Slot>) -> Int {
        let mask = table.count &- 1
        var at = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
        while table[at].key != 0, table[at].key != key { at = (at &+ 1) & mask }
        return at
    }

    /// Bodies that stand in several places go to the partners of their neighbours, forwards, then backwards.
    func linkBesideNeighbours(_ alignment: inout Alignment) {
        for index in old.indices.dropFirst() {
            link(index, alignment.ofOld[index - 1] + 1, after: alignment.ofOld[index - 1] >= 0, &alignment)
        }
        for index in old.indices.dropLast().reversed() {
            link(index, alignment.ofOld[index + 1] - 1, after: alignment.ofOld[index + 1] >= 0, &alignment)
        }
    }

    /// Whatever equal bodies are left, in order: equal words are never repealed and inserted.
    func linkRest(_ alignment: inout Alignment) {
        let isOpen = (
            old: old.indices.contains { old[$0] != 0 && alignment.ofOld[$0] < 0 },
            new: new.indices.contains { new[$0] != 0 && alignment.ofNew[$0] < 0 }
        )
        guard isOpen.old, isOpen.new else { return }
        // Those of one key in a chain, the first of them in the table.
        let table = arena.row(Slot(), capacity)
        let behind: Row<Int32> = arena.uninitialized(new.count)
        for index in new.indices.reversed() where new[index] != 0 && alignment.ofNew[index] < 0 {
            let at = slot(of: new[index], in: table)
            table[at].key = new[index]
            behind[index] = table[at].new
            table[at].new = Int32(truncatingIfNeeded: index)
        }
        for index in old.indices where old[index] != 0 && alignment.ofOld[index] < 0 {
            let at = slot(of: old[index], in: table)
            let there = Int(table[at].new)
            guard there >= 0, isSame(index, there) else { continue }
            table[at].new = behind[there]
            alignment.link(index, there, .neighbour)
        }
    }

    /// Places of a table that is at most half full.
    private var capacity: Int {
        var capacity = 16
        while capacity < 2 * max(old.count, new.count) { capacity *= 2 }
        return capacity
    }

    @inline(__always)
    private func link(_ index: Int, _ other: Int, after linked: Bool, _ alignment: inout Alignment) {
        guard linked, alignment.ofOld[index] < 0, new.indices.contains(other), alignment.ofNew[other] < 0,
            old[index] != 0, new[other] == old[index], isSame(index, other)
        else { return }
        alignment.link(index, other, .neighbour)
    }
}
