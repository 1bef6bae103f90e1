/// From a feature to its row, by open addressing: asked twice for every sign of a text.
struct FeatureTable: Sendable {
    private var keys: [UInt64]
    private var rows: [Int32]
    private let mask: Int

    init(_ features: [FeatureKey]) {
        var size = 16
        while size < features.count * 3 { size *= 2 }
        mask = size - 1
        keys = [UInt64](repeating: 0, count: size)
        rows = [Int32](repeating: -1, count: size)
        for (row, key) in features.enumerated() {
            var place = Self.start(key, mask)
            while rows[place] >= 0, keys[place] != key.value { place = (place + 1) & mask }
            keys[place] = key.value
            rows[place] = Int32(row)
        }
    }

    subscript(key: FeatureKey) -> Int? {
        var place = Self.start(key, mask)
        while rows[place] >= 0 {
            if keys[place] == key.value { return Int(rows[place]) }
            place = (place + 1) & mask
        }
        return nil
    }

    private static func start(_ key: FeatureKey, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (key.value &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    }
}
