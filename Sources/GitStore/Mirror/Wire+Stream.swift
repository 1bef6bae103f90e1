internal import CLibgit2

extension Wire {
    /// Has libgit2 make its connections through us, in the whole process, once. Its TLS asks for them too.
    static func register() throws(StoreError) {
        try GitCall.check(registered, "git_stream_register", .reading("libgit2"))
    }

    private static let registered: Int32 = {
        var registration = git_stream_registration()
        registration.version = GIT_STREAM_VERSION
        registration.`init` = { Wire.open($0, $1, $2) }
        return git_stream_register(GIT_STREAM_STANDARD, &registration)
    }()

    /// Makes a stream; libgit2 frees it through its own `free`.
    private static func open(
        _ out: UnsafeMutablePointer<UnsafeMutablePointer<git_stream>?>?, _ host: UnsafePointer<CChar>?,
        _ port: UnsafePointer<CChar>?
    ) -> Int32 {
        guard let out, let host, let port, let watch = TransferWatch.current else {
            return fault("a connection outside of an update")
        }
        let wire = Wire(host: String(cString: host), port: String(cString: port), watch: watch)
        let raw = UnsafeMutablePointer<lw_git_wire>.allocate(capacity: 1)
        var parent = git_stream()
        parent.version = GIT_STREAM_VERSION
        parent.connect = { stream in
            guard let stream, let wire = Wire.of(stream), wire.connect() else {
                return Wire.fault("no connection")
            }
            UnsafeMutableRawPointer(stream).assumingMemoryBound(to: lw_git_wire.self).pointee.descriptor =
                wire.socket
            return 0
        }
        parent.read = { stream, buffer, size in
            guard let wire = Wire.of(stream), let buffer else { return -1 }
            let count = wire.read(into: buffer, size)
            return count < 0 ? Int(Wire.fault("the connection was given up")) : count
        }
        parent.write = { stream, bytes, size, _ in
            guard let wire = Wire.of(stream), let bytes else { return -1 }
            let count = wire.write(bytes, size)
            return count < 0 ? Int(Wire.fault("the connection was given up")) : count
        }
        parent.close = {
            Wire.of($0)?.close()
            return 0
        }
        parent.free = { Wire.free($0) }
        raw.initialize(
            to: lw_git_wire(
                parent: parent, owner: Unmanaged.passRetained(wire).toOpaque(), unused: nil, descriptor: -1))
        out.pointee = UnsafeMutableRawPointer(raw).assumingMemoryBound(to: git_stream.self)
        return 0
    }

    private static func of(_ stream: UnsafeMutablePointer<git_stream>?) -> Wire? {
        guard let stream else { return nil }
        let raw = UnsafeMutableRawPointer(stream).assumingMemoryBound(to: lw_git_wire.self)
        return raw.pointee.owner.map { Unmanaged<Wire>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func free(_ stream: UnsafeMutablePointer<git_stream>?) {
        guard let stream else { return }
        let raw = UnsafeMutableRawPointer(stream).assumingMemoryBound(to: lw_git_wire.self)
        if let owner = raw.pointee.owner { Unmanaged<Wire>.fromOpaque(owner).release() }
        raw.deinitialize(count: 1)
        raw.deallocate()
    }

    private static func fault(_ reason: String) -> Int32 {
        git_error_set_str(Int32(GIT_ERROR_NET.rawValue), reason)
        return -1
    }
}
