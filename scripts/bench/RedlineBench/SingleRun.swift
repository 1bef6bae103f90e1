import Floor
import Redline

/// One run of our engine on one pair, in a process of its own: for texts that are meant to hurt.
struct SingleRun: Encodable {
    let bytes: Int
    let floorMilliseconds: Double
    let engineMilliseconds: Double
    /// From bytes to links and edits alone; 0 where the texts have to be parsed for that.
    let coreMilliseconds: Double
    /// Entries of the redline.
    let entries: Int
    let megabytesBefore: Double
    let megabytesPeak: Double

    init(_ pair: TextPair) {
        bytes = pair.old.count + pair.new.count
        megabytesBefore = Stopwatch.peakMegabytes
        let sink = Sink()
        floorMilliseconds = Stopwatch.milliseconds {
            for text in [pair.old, pair.new] {
                text.withUnsafeBufferPointer { sink.take(lexwatch_floor($0.baseAddress, $0.count)) }
            }
        }
        var count = 0
        engineMilliseconds = Stopwatch.milliseconds {
            count = Engine(language: pair.language).redline(old: pair.old, new: pair.new).changes.count
        }
        entries = count
        megabytesPeak = Stopwatch.peakMegabytes
        var known = true
        let taken = Stopwatch.milliseconds {
            known = Engine(language: pair.language).edits(old: pair.old, new: pair.new) != nil
        }
        coreMilliseconds = known ? taken : 0
    }
}
