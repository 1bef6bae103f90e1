// Feeds libFuzzer's bytes to the reader of pages. SwiftPM renames main, so the driver is started by hand:
// swift build -c release --product PageFuzz -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld
//   --scratch-path .build-fuzz && .build-fuzz/release/PageFuzz -max_len=8192 CORPUS
import Material
import Transport

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
_ = runDriver(&count, &arguments) { pointer, length in
    let bytes = [UInt8](UnsafeBufferPointer(start: pointer, count: length))
    // The first byte chooses how the rest is called, so that every way in is walked.
    let choice = bytes.first ?? 0
    let labels = [nil, "gbk", "big5", "utf-8", "utf-16", "shift_jis", "iso-8859-1", "euc-kr"]
    let request = ReadingRequest(
        bytes: Array(bytes.dropFirst()), mediaType: choice & 0x80 == 0 ? "text/html" : nil,
        charset: labels[Int(choice & 7)], name: "fuzz",
        xpath: choice & 0x40 == 0 ? nil : "//div | //td | //body")
    if case .success(let readout) = PageReader.read(request) {
        // A text is never empty and never holds what a faulty decoder puts in.
        precondition(!readout.text.isEmpty && readout.text.unicodeScalars.allSatisfy { $0 != "\u{FFFD}" })
    }
    return 0
}
