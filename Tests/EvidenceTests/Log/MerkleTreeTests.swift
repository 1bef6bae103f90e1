import Statute
import TestSupport
import Testing

@testable import Evidence

@Suite("The Merkle tree")
struct MerkleTreeTests {
    /// The entries and roots of the test data of certificate-transparency, computed anew with Python's hashlib.
    static let entries = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ].compactMap(Hexadecimal.bytes)
    static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    static func store(_ entries: some Sequence<[UInt8]>) -> TileStore {
        var store = TileStore()
        for entry in entries { store.append(LogHashing.leaf(entry)) }
        return store
    }

    @Test("its roots are those of certificate-transparency's test data")
    func knownRoots() {
        var frontier = MerkleFrontier()
        #expect(frontier.root.hex == Self.roots[0])
        for (entry, root) in zip(Self.entries, Self.roots.dropFirst()) {
            frontier.append(LogHashing.leaf(entry))
            #expect(frontier.root.hex == root)
        }
    }

    @Test("its proofs are those that Python makes of the definition")
    func knownProofs() throws {
        let store = Self.store(Self.entries)
        #expect(
            try LogProof.inclusion(of: 5, size: 8, reading: store.read).map(\.hex) == [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ])
        #expect(
            try LogProof.consistency(from: 6, to: 8, reading: store.read).map(\.hex) == [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ])
    }

    /// The root and the proofs of 70,000 entries `entry 0` …, from the definition written in Python.
    @Test("seventy thousand entries lie in tiles of three levels")
    func manyEntries() throws {
        let store = Self.store((0..<70_000).map { Array("entry \($0)".utf8) })
        #expect(
            store.frontier.root.hex == "a3920fba7f239a071a9bd10721f1341addefbaededb41c7e24437a9d16bdf00a")
        let inclusion = try LogProof.inclusion(of: 66_666, size: 70_000, reading: store.read)
        #expect(inclusion.count == 14)
        #expect(
            inclusion.first?.hex == "3c7eee7b30f82e8502971e2459ee1b721f646d7b7281f3689df88582acb31c74")
        #expect(inclusion.last?.hex == "07b1a377960a4e12e3348d6e9329ae6316a95b02fb1c22e909231b3aa44861a7")
        let consistency = try LogProof.consistency(from: 65_537, to: 70_000, reading: store.read)
        #expect(consistency.count == 15)
        #expect(
            consistency.first?.hex == "b22d510db290b8d73d3433bf6002eeb5bfc914281884559304aea9987401fa55")
    }

    @Test("for every size up to 600 the root is the one of the definition")
    func everyRoot() {
        let entries = (0..<600).map { Array("\($0)".utf8) }
        var frontier = MerkleFrontier()
        #expect(frontier.root == SlowTree.root([]))
        for size in 1...600 {
            frontier.append(LogHashing.leaf(entries[size - 1]))
            #expect(frontier.root == SlowTree.root(entries[..<size]))
            #expect(MerkleFrontier(size: size, peaks: frontier.peaks)?.root == frontier.root)
        }
    }

    @Test("proofs are those of the definition, and hold")
    func proofs() throws {
        var random = SeededGenerator(seed: 6962)
        let entries = (0..<1_500).map { Array("entry \($0)".utf8) }
        var store = TileStore()
        var frontiers = [MerkleFrontier()]
        for entry in entries {
            store.append(LogHashing.leaf(entry))
            frontiers.append(store.frontier)
        }
        let sizes =
            Array(1...40) + [255, 256, 257, 511, 512, 513, 600]
            + (0..<12).map { _ in Int.random(in: 1...1_500, using: &random) }
        for size in sizes {
            let root = frontiers[size].root
            for _ in 0..<6 {
                let index = Int.random(in: 0..<size, using: &random)
                let inclusion = try LogProof.inclusion(of: index, size: size, reading: store.read)
                #expect(inclusion == SlowTree.inclusion(index, entries[..<size]))
                let leaf = LogHashing.leaf(entries[index])
                #expect(LogProof.root(ofInclusion: inclusion, leaf: leaf, index: index, size: size) == root)

                let old = Int.random(in: 0...size, using: &random)
                let consistency = try LogProof.consistency(from: old, to: size, reading: store.read)
                if old > 0 { #expect(consistency == SlowTree.consistency(old, entries[..<size])) }
                #expect(
                    LogProof.isConsistent(
                        consistency, from: old, oldRoot: frontiers[old].root, to: size, newRoot: root))
            }
        }
    }

    @Test("a proof with a bit, a hash or a number changed proves nothing")
    func changedProofs() throws {
        let store = Self.store((0..<300).map { Array("\($0)".utf8) })
        let old = Self.store((0..<77).map { Array("\($0)".utf8) }).frontier.root
        let root = store.frontier.root
        let leaf = LogHashing.leaf(Array("123".utf8))
        let inclusion = try LogProof.inclusion(of: 123, size: 300, reading: store.read)
        let consistency = try LogProof.consistency(from: 77, to: 300, reading: store.read)
        func holds(_ proof: [LogHash], _ index: Int = 123, _ size: Int = 300) -> Bool {
            LogProof.root(ofInclusion: proof, leaf: leaf, index: index, size: size) == root
        }
        func grew(_ proof: [LogHash], _ before: Int = 77, _ size: Int = 300) -> Bool {
            LogProof.isConsistent(proof, from: before, oldRoot: old, to: size, newRoot: root)
        }
        #expect(holds(inclusion) && grew(consistency))
        for place in inclusion.indices {
            var changed = inclusion
            changed[place] = LogHashing.empty
            #expect(!holds(changed))
            changed.remove(at: place)
            #expect(!holds(changed))
        }
        for place in consistency.indices {
            var changed = consistency
            changed[place] = LogHashing.empty
            #expect(!grew(changed))
            changed.remove(at: place)
            #expect(!grew(changed))
        }
        #expect(!holds(inclusion + [root]) && !grew(consistency + [root]))
        for wrong in [-1, 0, 122, 124, 299, 300, Int.max] { #expect(!holds(inclusion, wrong)) }
        for wrong in [-1, 0, 76, 78, 300, 301, Int.max] { #expect(!grew(consistency, wrong)) }
        for wrong in [Int.min, -1, 0, 1, 64, Int.max] {
            #expect(!holds(inclusion, 123, wrong) && !grew(consistency, 77, wrong))
        }
        #expect(!LogProof.isConsistent([], from: 300, oldRoot: old, to: 300, newRoot: root))
        #expect(!LogProof.isConsistent([], from: 0, oldRoot: old, to: 300, newRoot: root))
    }

    @Test("what is not in the log or a tile that is cut short is named")
    func faults() {
        let store = Self.store(Self.entries)
        #expect(throws: EvidenceError.self) { try LogProof.inclusion(of: 8, size: 8, reading: store.read) }
        #expect(throws: EvidenceError.self) { try LogProof.inclusion(of: -1, size: 8, reading: store.read) }
        #expect(throws: EvidenceError.self) { try LogProof.consistency(from: 9, to: 8, reading: store.read) }
        #expect(throws: TileStore.Missing.self) {
            try LogProof.inclusion(of: 1, size: 9, reading: store.read)
        }
        #expect(
            throws: EvidenceError.malformed(subject: "tile/0/000.p/8", line: nil, reason: "7 hashes of 8")
        ) {
            try LogProof.inclusion(of: 1, size: 8) { try Array(store.read($0).dropLast()) }
        }
    }

    @Test("a frontier is taken only with as many peaks as its size has")
    func frontierSizes() {
        #expect(MerkleFrontier(size: 0, peaks: []) == MerkleFrontier())
        #expect(MerkleFrontier(size: 3, peaks: [LogHashing.empty]) == nil)
        #expect(MerkleFrontier(size: -1, peaks: []) == nil)
        let peaks = Array(repeating: LogHashing.empty, count: 63)
        #expect(MerkleFrontier(size: Int.max, peaks: peaks) == nil)
        var last = MerkleFrontier(size: Int.max - 1, peaks: Array(peaks.dropLast()))
        last?.append(LogHashing.empty)
        #expect(last?.size == Int.max && last?.peaks.count == 63)
    }

    @Test("hashes are read from base64 of 32 bytes only")
    func hashText() {
        let hash = LogHashing.empty
        #expect(LogHash(base64: hash.base64) == hash)
        #expect(LogHash(base64: hash.base64.dropLast()) == nil)
        #expect(LogHash(base64: "AAAA") == nil)
        #expect(LogHash(bytes: [1]) == nil)
    }
}
