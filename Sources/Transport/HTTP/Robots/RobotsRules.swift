/// What a robots.txt says to one robot (RFC 9309).
package struct RobotsRules: Sendable, Hashable {
    /// How much of a file is read (RFC 9309, 2.5 asks for at least that much).
    package static let byteLimit = 500 << 10

    private var rules: [RobotsRule] = []

    /// Nothing is forbidden.
    package init() {}

    /// - Parameters:
    ///   - bytes: of the file; a page in HTML, which many servers send for whatever they do not have, holds no rules.
    ///   - product: the robot's product token, compared without case.
    package init(_ bytes: [UInt8], product: String) {
        var text = bytes.prefix(Self.byteLimit)
        // A line that the limit cut in two would say something else.
        if bytes.count > Self.byteLimit {
            while let last = text.last, !Self.isLineEnd(last) { text.removeLast() }
        }
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        if text.first(where: { !Self.isLineEnd($0) && $0 != 0x20 && $0 != 0x09 }) == 0x3C { return }
        var own: [RobotsRule] = []
        var others: [RobotsRule] = []
        var isOwn = false
        var isOthers = false
        var hasOwn = false
        var isInAgents = false
        for line in text.split(whereSeparator: Self.isLineEnd) {
            guard let (key, value) = Self.record(line) else { continue }
            switch key {
            case "user-agent":
                if !isInAgents { (isOwn, isOthers) = (false, false) }
                isInAgents = true
                if value == [0x2A] { isOthers = true }
                if Self.token(value) == product.lowercased() { (isOwn, hasOwn) = (true, true) }
            case "allow", "disallow":
                isInAgents = false
                // An empty rule says nothing.
                guard !value.isEmpty else { continue }
                let rule = RobotsRule(pattern: value, isAllow: key == "allow")
                if isOwn { own.append(rule) }
                if isOthers { others.append(rule) }
            default: continue
            }
        }
        rules = hasOwn ? own : others
    }

    /// The rule with the longest path decides, and of two as long the one that allows (RFC 9309, 2.2.2).
    ///
    /// - Parameter target: path and query, from the first `/`.
    package func allows(_ target: String) -> Bool {
        let path = RobotsRule.normalised(Array(target.utf8))
        if path == Array("/robots.txt".utf8) { return true }
        var best: RobotsRule?
        for rule in rules where rule.matches(path) {
            guard let so = best else {
                best = rule
                continue
            }
            if rule.length > so.length || (rule.length == so.length && rule.isAllow) { best = rule }
        }
        return best?.isAllow ?? true
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private static func record(_ line: ArraySlice<UInt8>) -> (String, [UInt8])? {
        let content = line.prefix { $0 != 0x23 }
        guard let colon = content.firstIndex(of: 0x3A) else { return nil }
        let key = String(decoding: trimmed(content[..<colon]), as: UTF8.self).lowercased()
        return (key, trimmed(content[content.index(after: colon)...]))
    }

    private static func trimmed(_ bytes: some BidirectionalCollection<UInt8>) -> [UInt8] {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        return Array(Array(bytes.drop(while: isBlank)).reversed().drop(while: isBlank).reversed())
    }

    /// The product token that a value begins with (RFC 9309, 2.2.1), lower case.
    private static func token(_ value: [UInt8]) -> String {
        let token = value.prefix { byte in
            switch byte {
            case 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
            default: false
            }
        }
        return String(decoding: token, as: UTF8.self).lowercased()
    }
}
