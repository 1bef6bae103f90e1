import TestSupport
import Testing

@testable import Evidence

@Suite("Tiles of the log")
struct LogTileTests {
    @Test("are named in groups of three digits")
    func paths() {
        #expect(LogTile(level: 0, index: 0)?.path == "tile/0/000")
        #expect(LogTile(level: 0, index: 1_234)?.path == "tile/0/x001/234")
        #expect(LogTile(level: 2, index: 1_234_067, width: 17)?.path == "tile/2/x001/x234/067.p/17")
        #expect(LogTile.entriesPath(index: 1_000, width: 1) == "tile/entries/x001/000.p/1")
        #expect(LogTile.entriesPath(index: 999) == "tile/entries/999")
    }

    @Test("out of range there are none")
    func ranges() {
        #expect(LogTile(level: -1, index: 0) == nil)
        #expect(LogTile(level: 8, index: 0) == nil)
        #expect(LogTile(level: 0, index: -1) == nil)
        #expect(LogTile(level: 0, index: 0, width: 0) == nil)
        #expect(LogTile(level: 0, index: 0, width: 257) == nil)
    }

    @Test("a path is read in its one spelling")
    func readPaths() throws {
        var random = SeededGenerator(seed: 256)
        for _ in 0..<300 {
            let index = Int.random(in: 0...Int.max >> Int.random(in: 0...62, using: &random), using: &random)
            let tile = try #require(
                LogTile(
                    level: Int.random(in: 0...7, using: &random), index: index,
                    width: Int.random(in: 1...256, using: &random)))
            #expect(LogTile(path: tile.path) == tile)
        }
        for wrong in [
            "", "tile", "tile/0", "tile/0/", "tile/0/1", "tile/0/0001", "tile/0/x000/001", "tile/0/001/234",
            "tile/0/x001", "tile/00/001", "tile/8/001", "tile/+1/001", "tile/0/+01", "tile/0/-01",
            "tile/0/001.p",
            "tile/0/001.p/", "tile/0/001.p/0", "tile/0/001.p/256", "tile/0/001.p/017", "tile/0/001.p/+7",
            "tile/0/001.p/257", "tile/0/001/17", "/tile/0/001", "tile/0/001/", "tile//001",
            "tile/entries/001",
            "tile/0/x999/x999/x999/x999/x999/x999/999", "tile/0/٠٠١", "tile/0/x001/234.p/17/1",
        ] {
            #expect(LogTile(path: wrong) == nil, "\(wrong)")
        }
    }

    /// The example of C2SP tlog-tiles.
    @Test("seventy thousand entries have 273 full tiles and a partial one, and two levels above")
    func tilesOfATree() {
        let tiles = LogTile.tiles(from: 0, to: 70_000)
        #expect(tiles.count(where: { $0.level == 0 && $0.width == 256 }) == 273)
        #expect(
            tiles.filter { $0.level > 0 || $0.width < 256 }.map(\.path) == [
                "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1",
            ])
        #expect(LogTile.tiles(from: 0, to: 256).map(\.path) == ["tile/0/000", "tile/1/000.p/1"])
        #expect(LogTile.tiles(from: 256, to: 257).map(\.path) == ["tile/0/001.p/1"])
        #expect(
            LogTile.tiles(from: 255, to: 513).map(\.path) == [
                "tile/0/000", "tile/0/001", "tile/0/002.p/1", "tile/1/000.p/2",
            ])
        #expect(LogTile.tiles(from: 5, to: 5).isEmpty)
        #expect(LogTile.tiles(from: 0, to: -1).isEmpty)
    }

    @Test("their files are whole hashes, 256 at most")
    func files() {
        let hashes = Array(repeating: LogHashing.empty, count: 256)
        #expect(LogTile.hashes(in: LogTile.bytes(of: hashes)) == hashes)
        #expect(LogTile.hashes(in: []) == nil)
        #expect(LogTile.hashes(in: Array(repeating: 0, count: 33)) == nil)
        #expect(LogTile.hashes(in: Array(repeating: 0, count: 257 * 32)) == nil)
        #expect(LogTile.root(of: Array(hashes.dropLast())) == nil)
    }

    @Test("entries come back out of their bundle")
    func bundles() {
        let entries: [[UInt8]] = [[], [1], Array(repeating: 7, count: 65_535)]
        #expect(EntryBundle.bytes(of: entries).flatMap { EntryBundle.entries(in: $0) } == entries)
        #expect(EntryBundle.bytes(of: [Array(repeating: 0, count: 65_536)]) == nil)
        #expect(EntryBundle.entries(in: []) == [])
        #expect(EntryBundle.entries(in: [0]) == nil)
        #expect(EntryBundle.entries(in: [0, 2, 1]) == nil)
        #expect(EntryBundle.entries(in: Array(repeating: 0, count: 2 * 257)) == nil)
    }
}
