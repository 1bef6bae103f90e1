package import Material
package struct DocumentReader: DocumentReading {
    package init() {}
    package func read(_ request: ReadingRequest) async -> Result<Readout, ReadingFault> {
        .failure(ReadingFault(.unknownFormat, request.name))
    }
}
