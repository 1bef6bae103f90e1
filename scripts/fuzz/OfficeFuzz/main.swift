import Glibc
import Material
import Transport

/// Feeds bytes of libFuzzer to the readers of files that are archives inside: the first byte tells which.
///
/// Parts are also wrapped in sound archives, since a mutation of a deflated part rarely gets past its checksum.
private func readOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start, count > 1 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    switch start[0] % 8 {
    case 0: unpack(bytes)
    case 1: look(WordReader.read(request(bytes)))
    case 2: look(WordReader.read(request(word(main: bytes, numbering: Array(sampleNumbering.utf8)))))
    case 3: look(WordReader.read(request(word(main: Array(sampleBody.utf8), numbering: bytes))))
    case 4: look(OFDReader.read(request(bytes)))
    case 5: look(OFDReader.read(request(pages(content: bytes))))
    case 6: look(PDFReader.readout(ofWords: bytes, request(bytes)))
    default: _ = DocumentFormat.sniff(bytes, name: "a.wps")
    }
    return 0
}

private func request(_ bytes: [UInt8]) -> ReadingRequest {
    // Small limits, so that an input that reaches them costs little.
    ReadingRequest(
        bytes: bytes, name: "fuzz", limits: ReadingLimits(nodes: 100_000, depth: 1_000, textBytes: 1 << 20))
}

/// What every readout holds to.
private func look(_ result: Result<Readout, ReadingFault>) {
    switch result {
    case .failure(let fault): precondition(!fault.message.isEmpty)
    case .success(let readout):
        precondition(readout.text.utf8.last == UInt8(ascii: "\n"))
        precondition(!readout.text.utf8.starts(with: "\n".utf8))
    }
}

private func unpack(_ bytes: [UInt8]) {
    guard let zip = try? ZipContents(bytes, limits: ReadingLimits(unpackedBytes: 1 << 20)) else { return }
    for entry in zip.directory.entries {
        let unpacked = try? zip.bytes(of: String(decoding: entry.name, as: UTF8.self))
        precondition((unpacked?.count ?? 0) <= 1 << 20)
    }
}

private func word(main: [UInt8], numbering: [UInt8]) -> [UInt8] {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
    let links = "<Relationships><Relationship Type=\"\(kind)\" Target=\"numbering.xml\"/></Relationships>"
    let parts: [(name: String, bytes: [UInt8])] = [
        ("word/document.xml", main), ("word/numbering.xml", numbering),
        ("word/_rels/document.xml.rels", Array(links.utf8)),
    ]
    return (try? ZipArchive.bytes(parts)) ?? []
}

private func pages(content: [UInt8]) -> [UInt8] {
    let name = "xmlns:ofd=\"http://www.ofdspec.org/2016\""
    let parts: [(name: String, bytes: [UInt8])] = [
        ("OFD.xml", Array("<ofd:OFD \(name)><ofd:DocRoot>d.xml</ofd:DocRoot></ofd:OFD>".utf8)),
        ("d.xml", Array("<ofd:Document \(name)><ofd:Page BaseLoc=\"c.xml\"/></ofd:Document>".utf8)),
        ("c.xml", content),
    ]
    return (try? ZipArchive.bytes(parts)) ?? []
}

private let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
private let sampleNumbering =
    "<w:numbering \(space)><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"第%1条\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"
private let sampleBody =
    "<w:document \(space)><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>文</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>文</w:t></w:r></w:p></w:body></w:document>"

/// Of libFuzzer. SwiftPM has a `main` of its own, so its driver is called by name.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

var count = CommandLine.argc
var words = CommandLine.unsafeArgv
exit(runDriver(&count, &words) { readOne($0, $1) })
