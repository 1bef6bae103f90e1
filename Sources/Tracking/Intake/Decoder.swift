/// The port through which bytes become text: decided at the edge, see Transport.
package struct Decoder: Sendable {
    package struct Decoded: Sendable {
        package var string: String
        /// A sentence for the reader where the bytes were not UTF-8.
        package var notice: String?

        package init(string: String, notice: String?) {
            self.string = string
            self.notice = notice
        }
    }

    /// Reads a file within the size limit; throws an error that describes itself.
    package var read: @Sendable (_ path: String) throws -> [UInt8]
    /// Decodes bytes; the name stands in errors.
    package var decode: @Sendable (_ bytes: [UInt8], _ name: String) throws -> Decoded

    package init(
        read: @escaping @Sendable (String) throws -> [UInt8],
        decode: @escaping @Sendable ([UInt8], String) throws -> Decoded
    ) {
        self.read = read
        self.decode = decode
    }
}
