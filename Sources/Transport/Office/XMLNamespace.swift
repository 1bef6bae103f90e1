/// The namespaces that we read, each under one prefix; of Office both its editions.
enum XMLNamespace {
    static func prefix(_ uri: String) -> String? {
        switch uri {
        case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main":
            "w"
        case "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc"
        case "http://schemas.openxmlformats.org/drawingml/2006/main",
            "http://purl.oclc.org/ooxml/drawingml/main":
            "a"
        case "http://schemas.openxmlformats.org/officeDocument/2006/math",
            "http://purl.oclc.org/ooxml/officeDocument/math":
            "m"
        case "urn:schemas-microsoft-com:vml": "v"
        case "urn:schemas-microsoft-com:office:office": "o"
        case "http://purl.org/dc/elements/1.1/": "dc"
        // Drafts of the standard, which some writers still follow, have no year.
        case "http://www.ofdspec.org/2016", "http://www.ofdspec.org", "http://www.ofdspec.org/": "ofd"
        default: nil
        }
    }
}
