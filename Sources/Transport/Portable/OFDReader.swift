package import Material

/// Reads OFD, the page format of Chinese offices (GB/T 33190-2016): a ZIP archive of XML pages on which characters
/// have places.
package enum OFDReader {
    package static func read(_ request: ReadingRequest) -> Result<Readout, ReadingFault> {
        Result { () throws(ReadingFault) in
            try read(try ZipContents(request.bytes, limits: request.limits), request)
        }
    }

    private static func read(
        _ zip: ZipContents, _ request: ReadingRequest
    ) throws(ReadingFault) -> Readout {
        let limits = request.limits
        guard let entry = try zip.bytes(of: "OFD.xml") else {
            throw ReadingFault(.malformed, "\(request.name): no OFD.xml in it")
        }
        let catalogue = try OFDCatalogue(try XMLPull(entry, part: "OFD.xml", limits: limits))
        if catalogue.roots.isEmpty {
            if zip.holds("Encryptions.xml") {
                throw ReadingFault(.encrypted, "\(request.name): the OFD is encrypted")
            }
            throw ReadingFault(.malformed, "\(request.name): its OFD.xml names no document")
        }
        var pages: [PageWords] = []
        var finds = OFDPage.Finds()
        for root in catalogue.roots {
            let (document, bytes) = try part(root, from: "OFD.xml", in: zip)
            let plan = try OFDPlan(try XMLPull(bytes, part: document, limits: limits))
            guard pages.count + plan.pages.count <= limits.entries else {
                throw ReadingFault(.tooLarge, "\(request.name): more than \(limits.entries) pages")
            }
            for place in plan.pages {
                let (name, bytes) = try part(place, from: document, in: zip)
                var page = OFDPage(box: plan.box, limits: limits, part: name, finds: finds)
                pages.append(try page.words(of: try XMLPull(bytes, part: name, limits: limits)))
                finds = page.finds
            }
        }
        if finds.characters == 0, finds.glyphsOnly > 0 {
            throw ReadingFault(
                .lossy, "\(request.name): its pages hold signs of fonts and not the characters they stand for"
            )
        }
        var readout = try PagedReadout.readout(pages, title: catalogue.title, format: .ofd, request)
        readout.notices += finds.sentences
        return readout
    }

    /// Writers disagree on whether places count from the part that names them or from the root.
    private static func part(
        _ place: String, from part: String, in zip: ZipContents
    ) throws(ReadingFault) -> (name: String, bytes: [UInt8]) {
        for base in [part, ""] {
            if let name = PartPath.resolve(place, from: base), let bytes = try zip.bytes(of: name) {
                return (name, bytes)
            }
        }
        throw ReadingFault(.malformed, "the OFD has no part \(place.prefix(80)), which \(part) names")
    }
}

/// `OFD.xml`: the documents of the file.
struct OFDCatalogue {
    var roots: [String] = []
    var title: String?

    init(_ xml: XMLPull) throws(ReadingFault) {
        while let event = try xml.next() {
            if event == .open("ofd:DocRoot") {
                let root = Blanks.trimmed(try xml.words())
                if !root.isEmpty { roots.append(root) }
            } else if event == .open("ofd:Title"), title == nil {
                let words = Blanks.folded(try xml.words())
                if !words.isEmpty { title = words }
            }
        }
    }
}

/// `Document.xml`: the pages in their order, and their size where a page names none.
struct OFDPlan {
    var pages: [String] = []
    var box = OFDBox(left: 0, top: 0, width: 210, height: 297)

    init(_ xml: XMLPull) throws(ReadingFault) {
        while let event = try xml.next() {
            switch event {
            case .open("ofd:Page"): if let place = xml.attribute("BaseLoc") { pages.append(place) }
            case .open("ofd:PhysicalBox"): box = OFDBox(try xml.words()) ?? box
            default: break
            }
        }
    }
}
