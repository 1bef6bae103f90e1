/// What `pdfimages -list` says of the pictures of a document.
enum PDFPictures {
    /// Tells each page how much of it its largest picture covers.
    ///
    /// - Parameter list: a table: page, number, kind, width and height in pixels, …, pixels an inch across and down.
    static func measure(_ pages: inout [PageWords], by list: [UInt8]) {
        for line in String(decoding: list, as: UTF8.self).split(separator: "\n").dropFirst(2) {
            let cells = line.split(separator: " ")
            // From the end, since an inline picture has one cell where others have two.
            let last = cells.count - 1
            guard last >= 12, let page = Int(cells[0]), pages.indices.contains(page - 1),
                let width = Double(cells[3]), let height = Double(cells[4]),
                let across = Double(cells[last - 3]),
                let down = Double(cells[last - 2]), across > 0, down > 0
            else { continue }
            let area = pages[page - 1].width * pages[page - 1].height / (72 * 72)
            let share = (width / across) * (height / down) / max(area, 0.01)
            pages[page - 1].picture = max(pages[page - 1].picture, share)
        }
    }
}
